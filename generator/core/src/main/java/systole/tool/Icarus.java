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
        List<String> words = new ArrayList<>(List.of("iverilog", "-g2005", "-Wall", "-t", "null", "-s", top));
        words.addAll(DesignFolder.sources(rtl, "files.f"));
        try (Products products = Products.open(DesignFolder.products(rtl, "lint-iverilog"))) {
            Path log = products.folder().resolve("iverilog.log");
            return new Command(words, rtl, log, TIMEOUT).run().output().lines().toList();
        }
    }

    /** Icarus writes no traces here; {@code trace} must be false. */
    @Override
    public CompiledDesign compile(DesignFolder design, boolean trace) {
        if (trace) {
            throw new IllegalArgumentException("traces are written by Verilator");
        }
        Path program = design.products(name()).resolve("tb.vvp");
        Path seen = design.seen(program);
        List<String> words = new ArrayList<>(List.of("iverilog", "-g2005", "-s", "tb", "-o", seen.toString()));
        words.add("-I" + design.seen(design.testbench()));
        words.add(design.seen(design.testbench().resolve("tb.v")).toString());
        words.addAll(design.sources());
        Fingerprint fingerprint = Fingerprint.of(words, design.inputs());
        try (Products products = Products.open(design.products(name()))) {
            if (!fingerprint.matches(program)) {
                Path log = products.empty().folder().resolve("iverilog.log");
                new Command(words, design.rtl(), log, TIMEOUT).succeed();
                fingerprint.mark(program);
            }
        }
        return new TestbenchRun(this, design, (stimulus, options, files) -> arguments(seen, stimulus, options, files));
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
        if (!options.phases()) {
            words.add("+phases=0");
        }
        return words;
    }

    @Override
    public String toString() {
        return name();
    }
}
