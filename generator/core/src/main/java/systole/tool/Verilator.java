package systole.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verilator: compiles the design to C++ together with {@code testbench/tb.cpp}. */
public final class Verilator implements Simulator {
    /** The goal of the build. */
    public enum Profile {
        /** Builds in half the time of the next, runs four times as long: for up to some hundred thousand cycles. */
        SHORT_RUN("-O0"),
        /** Builds in some seconds, runs at a usual pace. */
        QUICK_BUILD("-O1"),
        /** Builds in up to a minute, runs fast: for real networks. */
        FAST_RUN("-O3");

        private final String optimization;

        Profile(String optimization) {
            this.optimization = optimization;
        }

        /** The C++ compiler's flag. */
        String optimization() {
            return optimization;
        }
    }

    private static final Duration TIMEOUT = Duration.ofMinutes(20);
    static final String PREFIX = "Vdut";

    private final Profile profile;

    public Verilator(Profile profile) {
        this.profile = profile;
    }

    @Override
    public String name() {
        return "verilator";
    }

    @Override
    public List<String> lint(Path rtl, String top) {
        List<String> words = List.of("verilator", "--lint-only", "-Wall", "--top-module", top, "-f", "files.f");
        try (Products products = Products.open(DesignFolder.products(rtl, "lint-verilator"))) {
            Path log = products.folder().resolve("verilator.log");
            return new Command(words, rtl, log, TIMEOUT).run().output().lines().toList();
        }
    }

    @Override
    public CompiledDesign compile(DesignFolder design, boolean trace) {
        Path executable = design.products(name()).resolve(PREFIX);
        Path model = design.products(name()).resolve("model");
        List<String> words = translation(design, design.seen(model), trace);
        List<String> key = new ArrayList<>(words);
        key.add(profile.name());
        Fingerprint fingerprint = Fingerprint.of(key, design.inputs());
        try (Products products = Products.open(design.products(name()))) {
            if (!fingerprint.matches(executable)) {
                Path log = products.empty().folder().resolve("verilator.log");
                new Command(words, design.rtl(), log, TIMEOUT).succeed();
                if (profile != Profile.FAST_RUN) {
                    VerilatorRuntime runtime = VerilatorRuntime.prepare(profile, trace);
                    buildAtOnce(design.testbench().resolve("tb.cpp"), model, executable, runtime);
                }
                fingerprint.mark(executable);
            }
        }
        return new TestbenchRun(
                this, design, (stimulus, options, files) -> arguments(executable, stimulus, options, files));
    }

    /** The command that turns Verilog into C++, and with {@link Profile#FAST_RUN} into the executable. */
    private List<String> translation(DesignFolder design, Path model, boolean trace) {
        List<String> words = translation(design.name(), model);
        if (trace) {
            words.add("--trace-fst");
        }
        if (profile == Profile.FAST_RUN) {
            words.addAll(List.of(
                    "-O3",
                    "--exe",
                    "--build",
                    "-j",
                    "" + Runtime.getRuntime().availableProcessors(),
                    "--output-split",
                    "20000"));
            words.addAll(List.of("-CFLAGS", "-I" + design.testbench(), "-o", "../" + PREFIX));
            words.addAll(List.of("-MAKEFLAGS", "OPT_FAST=" + profile.optimization() + "\\ -march=native"));
            words.add(design.testbench().resolve("tb.cpp").toString());
        }
        words.addAll(List.of("-f", "files.f"));
        return words;
    }

    /** The start of the command that turns the Verilog of a module into C++. The list of its files must be added. */
    static List<String> translation(String top, Path model) {
        List<String> words = new ArrayList<>(List.of("verilator", "--cc", "--prefix", PREFIX));
        words.addAll(List.of("--top-module", top, "--Mdir", model.toString()));
        // Lint is a separate step. Registers that nothing initialises start with random values.
        words.addAll(List.of("-Wno-fatal", "--noassert", "--x-assign", "fast", "--x-initial", "unique"));
        return words;
    }

    /** Writes a file in the model's folder that includes the whole model and the other code to compile with it. */
    static Path whole(Path model, String more) {
        Path all = model.resolve("all.cpp");
        try (Stream<Path> sources = Files.list(model)) {
            String includes = sources.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".cpp") && !file.equals("all.cpp"))
                    .sorted()
                    .map(file -> "#include \"" + file + "\"\n")
                    .collect(Collectors.joining());
            Files.writeString(all, "#define VL_INCLUDE_OPT include\n" + includes + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Compiles everything in one run of the compiler, against a prepared runtime. */
    static void buildAtOnce(Path main, Path model, Path executable, VerilatorRuntime runtime) {
        whole(model, "#include \"" + main.getFileName() + "\"\n");
        List<String> words = new ArrayList<>(List.of("g++"));
        words.addAll(runtime.compileFlags());
        words.addAll(List.of("-I.", "-I" + main.getParent(), "all.cpp", "-o", executable.toString()));
        words.addAll(runtime.linkFlags());
        new Command(words, model, model.resolve("g++.log"), TIMEOUT).succeed();
    }

    private static List<String> arguments(
            Path executable, Stimulus stimulus, SimulationOptions options, TestbenchRun.Files files) {
        List<String> words = new ArrayList<>(List.of(executable.toString()));
        words.addAll(List.of("--input", files.input().toString()));
        if (stimulus.fresh().contains(true)) {
            words.addAll(List.of("--user", files.user().toString()));
        }
        words.addAll(List.of("--expected", files.expected().toString()));
        words.addAll(List.of("--json", files.json().toString()));
        words.addAll(List.of("--frames", "" + stimulus.frames()));
        words.addAll(List.of("--stall", "" + options.stallPercent()));
        words.addAll(List.of("--seed", "" + options.seed()));
        words.addAll(List.of("--reset-cycles", "" + options.resetCycles()));
        words.addAll(List.of("--garbage", "" + options.garbageCycles()));
        options.shortFrame().ifPresent(frame -> words.addAll(List.of("--short-frame", "" + frame)));
        options.longFrame().ifPresent(frame -> words.addAll(List.of("--long-frame", "" + frame)));
        if (!options.phases()) {
            words.addAll(List.of("--phases", "0"));
        }
        if (options.trace()) {
            words.addAll(List.of("--trace", files.trace().toString()));
        }
        return words;
    }

    @Override
    public String toString() {
        return name();
    }
}
