package systole.tool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Icarus Verilog: a second parser and simulator, which propagates unknown values. Runs {@code testbench/tb.v}. */
public final class Icarus implements Simulator {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "iverilog";
    }

    @Override
    public List<String> lint(Path rtl, String top) {
        Path log = rtl.resolveSibling("sim").resolve("lint-iverilog.log");
        List<String> words = new ArrayList<>(List.of("iverilog", "-g2005", "-Wall", "-t", "null", "-s", top));
        words.addAll(DesignFolder.sources(rtl, "files.f"));
        return new Command(words, rtl, log, TIMEOUT).run().output().lines().toList();
    }

    /** Icarus writes no traces here; {@code trace} must be false. */
    @Override
    public CompiledDesign compile(DesignFolder design, boolean trace) {
        if (trace) {
            throw new IllegalArgumentException("traces are written by Verilator");
        }
        Path program = design.products(name()).resolve("tb.vvp");
        List<String> words = new ArrayList<>(List.of("iverilog", "-g2005", "-s", "tb", "-o", program.toString()));
        words.add("-I" + design.testbench());
        words.add(design.testbench().resolve("tb.v").toString());
        words.addAll(design.sources());
        Fingerprint fingerprint = Fingerprint.of(words, design.inputs());
        if (!fingerprint.matches(program)) {
            Path products = Folders.fresh(design.products(name()));
            new Command(words, design.rtl(), products.resolve("iverilog.log"), TIMEOUT).succeed();
            fingerprint.mark(program);
        }
        return new TestbenchRun(
                this, design, (stimulus, options, files) -> arguments(program, stimulus, options, files));
    }

    private static List<String> arguments(
            Path program, Stimulus stimulus, SimulationOptions options, TestbenchRun.Files files) {
        List<String> words = new ArrayList<>(List.of("vvp", "-n", program.toString()));
        words.add("+input=" + files.input());
        if (stimulus.fresh().contains(true)) {
            words.add("+user=" + files.user());
        }
        words.add("+expected=" + files.expected());
        words.add("+json=" + files.json());
        words.add("+frames=" + stimulus.frames());
        words.add("+stall=" + options.stallPercent());
        words.add("+seed=" + options.seed());
        words.add("+reset=" + options.resetCycles());
        words.add("+garbage=" + options.garbageCycles());
        options.shortFrame().ifPresent(frame -> words.add("+short=" + frame));
        options.longFrame().ifPresent(frame -> words.add("+long=" + frame));
        return words;
    }

    @Override
    public String toString() {
        return name();
    }
}
