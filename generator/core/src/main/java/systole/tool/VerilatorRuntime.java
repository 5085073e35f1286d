package systole.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import systole.folder.Tree;

/**
 * Verilator's run-time library, compiled once for all designs, with a precompiled header. Small designs then build in
 * half a second instead of eight seconds. It is kept in {@code $XDG_CACHE_HOME/systole}, with one folder for each
 * version and set of flags.
 */
record VerilatorRuntime(Path folder, List<String> flags) {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String HEADER = "runtime.h";

    /** What the tools answered; a process asks them only once. */
    private static final Map<List<String>, String> ANSWERS = new ConcurrentHashMap<>();

    /** The runtime for a profile and designs with or without traces. It is compiled at its first use. */
    static synchronized VerilatorRuntime prepare(Verilator.Profile profile, boolean trace) {
        Path cache = cache();
        String root = ask(cache, "verilator", "--getenv", "VERILATOR_ROOT").strip();
        String version = ask(cache, "verilator", "--version") + ask(cache, "g++", "--version");
        List<String> flags = flags(profile, root, trace);
        List<String> key = new ArrayList<>(flags);
        key.add(version);
        Path folder = cache.resolve(
                "verilator-" + Fingerprint.of(key, List.of()).digest().substring(0, 16));
        VerilatorRuntime runtime = new VerilatorRuntime(folder, flags);
        if (!Files.isDirectory(folder)) {
            runtime.build(root, trace);
        }
        return runtime;
    }

    /** The flags for a file that includes a model. The precompiled header comes first. */
    List<String> compileFlags() {
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of("-Winvalid-pch", "-include", folder.resolve(HEADER).toString()));
        return all;
    }

    /** The flags for linking. */
    List<String> linkFlags() {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".o"))
                    .sorted()
                    .forEach(all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.addAll(List.of("-pthread", "-lz"));
        return all;
    }

    private static List<String> flags(Verilator.Profile profile, String root, boolean trace) {
        int traced = trace ? 1 : 0;
        return List.of(
                profile.optimization(),
                "-std=gnu++17",
                "-pthread",
                "-faligned-new",
                "-fcf-protection=none",
                "-I" + root + "/include",
                "-I" + root + "/include/vltstd",
                "-DVM_COVERAGE=0",
                "-DVM_SC=0",
                "-DVM_TRACE=" + traced,
                "-DVM_TRACE_FST=" + traced,
                "-DVM_TRACE_VCD=0");
    }

    /**
     * Builds in a temporary folder and moves the result to its final place in one step, because several processes may
     * do so at the same time.
     */
    private void build(String root, boolean trace) {
        try {
            Path scratch = Files.createTempDirectory(folder.getParent(), "building-");
            List<String> sources = new ArrayList<>(List.of("verilated", "verilated_threads"));
            if (trace) {
                sources.add("verilated_fst_c");
            }
            for (String source : sources) {
                compile(scratch, List.of("-c", root + "/include/" + source + ".cpp", "-o", source + ".o"));
            }
            Files.writeString(scratch.resolve(HEADER), header(trace));
            compile(scratch, List.of("-x", "c++-header", HEADER, "-o", HEADER + ".gch"));
            try {
                Files.move(scratch, folder);
            } catch (IOException e) {
                Tree.delete(scratch);
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path directory, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("g++"));
        words.addAll(flags);
        words.addAll(arguments);
        new Command(words, directory, directory.resolve("build.log"), TIMEOUT).succeed();
    }

    private static String header(boolean trace) {
        return """
                #include "verilated.h"
                %s
                #include <algorithm>
                #include <chrono>
                #include <cstdarg>
                #include <cstdio>
                #include <cstdlib>
                #include <cstring>
                #include <memory>
                #include <set>
                #include <string>
                #include <vector>
                """
                .formatted(trace ? "#include \"verilated_fst_c.h\"" : "");
    }

    private static String ask(Path cache, String... words) {
        return ANSWERS.computeIfAbsent(List.of(words), asked -> answer(cache, asked));
    }

    private static String answer(Path cache, List<String> words) {
        try {
            Path log = Files.createTempFile("systole-", ".log");
            String answer = new Command(words, cache, log, TIMEOUT).succeed();
            Files.delete(log);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path cache() {
        String chosen = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path base = chosen.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(chosen);
        try {
            return Files.createDirectories(base.resolve("systole"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
