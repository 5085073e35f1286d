package systole;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.dsl.TypeSpec.int8;
import static systole.layer.clamp.Relu.relu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.design.Design;
import systole.diagnostic.RefusedException;
import systole.frames.Frames;
import systole.frontend.dsl.NetworkBuilder;
import systole.model.Model;
import systole.network.Network;
import systole.target.board.Board;

class SystoleTest {
    private static final int ZERO = 3;

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final Systole systole = Systole.standard(new Progress() {
        @Override
        public void planning(Network network, Board board, double clockMhz) {
            told.add("planning for " + board.id() + " at " + clockMhz);
        }

        @Override
        public void written(int files, Path into) {
            told.add("written " + into.getFileName());
        }
    });

    private static Network network() {
        NetworkBuilder net = NetworkBuilder.network("tiny");
        return net.output(net.input("x", int8(3, 2, 4).zero(ZERO)).then("y", relu()));
    }

    @Test
    void goldenComputesFrameAfterFrame() {
        Frames inputs = Frames.random(network().input(), 3, 1);
        List<Integer> done = new ArrayList<>();
        Frames outputs = systole.golden(network(), inputs, done::add);
        assertEquals(List.of(1, 2, 3), done);
        assertEquals(network().outputType().shape(), outputs.shape());
        for (int i = 0; i < inputs.count(); i++) {
            int[] expected = Arrays.stream(inputs.list().get(i))
                    .map(x -> Math.max(x, ZERO))
                    .toArray();
            assertArrayEquals(expected, outputs.list().get(i));
        }
    }

    @Test
    void whatIsSavedIsReadEqual() {
        Path file = folder.resolve("tiny.net");
        systole.save(network(), file);
        assertEquals(network(), systole.read(file).network());
    }

    @Test
    void aDesignIsWrittenWithItsPageAndProgressIsTold() throws IOException {
        Design design = systole.design(network(), DesignOptions.on("pynq-z2").withClock(80));
        assertEquals(80e6, design.hertz());
        BuiltDesign built = systole.write(design, folder.resolve("out"));
        assertEquals(
                design.file(Design.PLAN), Files.readString(built.folder().root().resolve(Design.PLAN)));
        assertTrue(Files.exists(folder.resolve("out/report.html")));
        assertEquals(List.of("planning for pynq-z2 at 80.0", "written out"), told);
    }

    /** The board's clock, and the smallest of the boards, unless something else is asked for. */
    @Test
    void withoutWishesItIsForTheSmallestBoardAtItsClock() {
        Design design = systole.design(network(), DesignOptions.anywhere());
        assertEquals("arty-a7-35t", design.board().id());
        assertEquals(design.board().clockMhz(), design.clockMhz());
    }

    @Test
    void aFolderOfOthersIsRefusedBeforeAnythingIsPlanned() throws IOException {
        Files.createDirectories(folder.resolve("rtl"));
        DesignOptions options = DesignOptions.anywhere();
        assertThrows(RefusedException.class, () -> systole.build(network(), options, folder));
        assertEquals(List.of(), told);
    }

    @Test
    void aBusClockNeedsAProcessor() {
        DesignOptions options = DesignOptions.on("basys3");
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> systole.designForBoard(Model.plain(network()), options, BoardOptions.DEFAULT.withBusClock(50)));
        assertTrue(refused.getMessage().contains("has no processor"), refused.getMessage());
    }

    @Test
    void aBareChipGetsADesignButNoFolderForABoard() {
        DesignOptions chip = DesignOptions.onChip("xc7z045ffg900-2", "lut=218600,dsp=900,ramb36=545,clock=150");
        assertEquals(150, systole.design(network(), chip).clockMhz());
        assertThrows(
                RefusedException.class,
                () -> systole.designForBoard(Model.plain(network()), chip, BoardOptions.DEFAULT));
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        RefusedException refused = assertThrows(RefusedException.class, () -> DesignOptions.on("pynq-z3"));
        assertTrue(refused.diagnostics().get(0).hint().contains("pynq-z2"), refused::getMessage);
        DesignOptions good = DesignOptions.anywhere();
        for (double clock : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> good.withClock(clock));
        }
        assertThrows(IllegalArgumentException.class, () -> good.withRate(0));
        assertThrows(
                IllegalArgumentException.class, () -> new DesignOptions(List.of(), 0, good.strategy(), good.builds()));
    }
}
