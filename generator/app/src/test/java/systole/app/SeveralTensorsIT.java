package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.Systole;
import systole.driver.DesignFile;
import systole.frames.Frames;
import systole.network.Network;
import systole.tool.Command;

/** A network with two inputs and two outputs, from its text down to the pins of boards and to its software. */
class SeveralTensorsIT {
    private static final int FRAMES = 6;
    private static final int PATIENCE = 5_000;

    private static final String NET =
            """
            network heads
            input left : int8[4, 4, 2] scale 0.5
            input right : uint8[4, 4, 3] scale 0.25 zero 3
            c = conv2d(left, weights = [[[[1, 2]]], [[[3, -4]]]], requant = pow2(shift = 2)) -> int8
            h = maxpool2d(c, kernel = 2)
            s = slice(right, channels = [1, 2])
            t = transpose(s, order = [1, 0, 2])
            output h
            output t
            """;

    @TempDir
    Path folder;

    private Path model() {
        return Shell.write(folder.resolve("heads.net"), NET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zedboard", "cmod-a7-35t"})
    void onABoard(String board) {
        Systole systole = Systole.standard();
        Network network = systole.read(model()).network();
        Frames inputs = Frames.random(network.input(), FRAMES, 1);
        BoardFolder design = BoardFolder.write(model(), board, folder.resolve("d"));
        BoardTrial trial =
                new BoardTrial(design, DesignFile.read(design.path()), inputs, systole.golden(network, inputs));
        BoardTrial.Verdict verdict = board.equals("zedboard") ? trial.onTheBus() : trial.overTheLine(PATIENCE);
        assertTrue(verdict.passed(), verdict::said);
    }

    @Test
    void pythonJoinsAndSplitsFrames() {
        BoardFolder design = BoardFolder.write(model(), "pynq-z2", folder.resolve("d"));
        String program =
                """
                import numpy as np
                from heads_frames import IN, OUT
                left = np.arange(-32, 32).reshape(2, 4, 4, 2)
                right = np.arange(96).reshape(2, 4, 4, 3)
                frames = IN.join({"right": right, "left": left})
                assert frames.shape == (2,) + IN.shape and frames.dtype == IN.dtype
                assert (frames[:, :32] == left.reshape(2, 32)).all()
                assert (frames[:, 32:] == right.reshape(2, 48)).all()
                for name, array in IN.split(frames).items():
                    assert (array == {"left": left, "right": right}[name]).all()
                results = OUT.split(np.arange(40))
                assert results["h"].shape == (1, 2, 2, 2) and results["t"].ravel().tolist() == list(range(8, 40))
                assert results["t"].dtype == np.uint8
                assert OUT.parts["t"][1].dequantize(7) == 1.0
                """;
        Command.Outcome ran = new Command(
                        List.of("/usr/bin/python3", "-c", program),
                        design.path().resolve("driver"),
                        folder.resolve("python.log"),
                        Duration.ofMinutes(1))
                .run();
        assertEquals(0, ran.exitStatus(), ran.output());
    }

    /** Files by the names of tensors, and a file for each output. */
    @Test
    void filesAreThoseOfTensors() {
        long[] one = new long[64];
        long[] two = new long[96];
        for (int i = 0; i < two.length; i++) {
            two[i] = i;
            one[i % one.length] = i - 60L;
        }
        Path left = Shell.npy(folder.resolve("l.npy"), List.of(2, 4, 4, 2), one);
        Path right = Shell.npy(folder.resolve("r.npy"), List.of(2, 4, 4, 3), two);
        Path out = folder.resolve("out");
        Object[] frames = {"--inputs", "left=" + left, "--inputs", "right=" + right};
        String told = Shell.succeed("golden", model(), frames[0], frames[1], frames[2], frames[3], "--outputs", out)
                .out();
        assertTrue(told.contains("h.npy: 2 frames of int8[2, 2, 2]"), told);
        Shell.succeed(
                "sim",
                model(),
                "--out",
                folder.resolve("s"),
                "--simulator",
                "iverilog",
                frames[0],
                frames[1],
                frames[2],
                frames[3],
                "--expect",
                "t=" + out.resolve("t.npy"),
                "--expect",
                "h=" + out.resolve("h.npy"));
        Shell.fail(ExitCode.REFUSED, "golden", model(), "--inputs", "left=" + left, "--outputs", out)
                .says("there is no file for right");
        Shell.fail(ExitCode.REFUSED, "golden", model(), "--inputs", left, "--outputs", out)
                .says("names none of the tensors");
        Shell.fail(ExitCode.REFUSED, "golden", model(), "--inputs", "lift=" + left, "--outputs", out)
                .says("did you mean");
    }
}
