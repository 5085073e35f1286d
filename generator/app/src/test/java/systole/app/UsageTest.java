package systole.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"check", "info", "golden", "build", "sim", "synth", "lint"})
    void everyCommandExplainsItself(String command) {
        String help = Shell.succeed(command, "--help").out();
        assertTrue(help.startsWith("Usage: systole " + command), help);
        assertTrue(help.contains("MODEL"), help);
        assertTrue(Shell.succeed("--help").out().contains("  " + command), "the list of commands has it");
        assertTrue(Shell.succeed(command, "--version").out().startsWith("systole "));
        Shell.fail(ExitCode.USAGE, command).says("Missing required", "MODEL");
    }

    /** Each says which files a model can be, and has the same option for results as JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"check", "info", "golden", "build", "sim", "synth", "lint", "board", "run", "bench"})
    void everyHelpNamesTheFormatsAndJson(String command) {
        String help = Shell.succeed(command, "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains(".onnx"), help);
        assertTrue(help.contains("--json[=FILE] Write the results as JSON to FILE, too, or why there are none."), help);
    }

    @Test
    void withoutACommandTheCommandsAreListed() {
        Shell.fail(ExitCode.USAGE).says("a command is missing", "check, info, golden, build, sim, synth");
    }

    @ParameterizedTest
    @CsvSource({
        "smi x.net, did you mean 'sim'?",
        "frobnicate x.net, commands are check",
        "sim x.net --bord arty-a7-35t, did you mean '--board'?",
        "sim x.net --board arty-a735t, did you mean 'arty-a7-35t'?",
        "sim x.net --board de10, boards are arty-a7-100t",
        "sim x.net --board de10, or a file FILE.json",
        "build x.net --board zedbord, did you mean 'zedboard'?",
        "sim x.net --simulator verilater, did you mean 'verilator'?",
        "sim x.net --clock fast, not a frequency",
        "build x.net --clock -5, not a frequency",
        "build x.net --clock NaN, not a frequency",
        "build x.net --smallest --fastest, mutually exclusive",
        "sim x.net --target-fps 30 --latency 5, mutually exclusive",
        "synth x.net --target-fps 0, not a number greater than 0",
        "lint x.net --latency Infinity, not a number greater than 0",
        "build x.net --latency soon, not a number greater than 0",
        "bench --frames 1, because a single frame has no interval",
        "bench --board zedbord, did you mean 'zedboard'?",
        "sim x.net --stall 96, 0 to 95 percent",
        "sim x.net --stall x, not an int",
        "sim x.net --random 0, positive",
        "sim x.net --random 4 --inputs y.npy, exclude each other",
        "sim x.net --random 4 --expect y.npy, need --inputs",
        "sim x.net --seed -1, 0 to 2^40",
        "sim x.net --frames 0, positive",
        "sim x.net --trace --simulator iverilog, needs verilator",
        "golden x.net --inputs y.npy, --outputs",
        "info x.net y.net, y.net",
    })
    void wrongArgumentsAreExplained(String arguments, String advice) {
        Shell.fail(ExitCode.USAGE, (Object[]) arguments.split(" ")).says("error: ", advice, "--help");
    }

    @ParameterizedTest
    @CsvSource({"model.pb, not supported", "missing.net, no such file", "'', a folder", "x.onnx, no such file"})
    void aModelThatCannotBeReadIsRefused(String name, String reason) {
        Shell.fail(ExitCode.REFUSED, "check", folder.resolve(name)).says(reason, "1 error");
    }
}
