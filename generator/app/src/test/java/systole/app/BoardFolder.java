package systole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import systole.driver.DesignFile;
import systole.target.board.Board;
import systole.target.board.Boards;
import systole.tool.Command;

/**
 * A design's folder as {@code systole board} wrote it.
 *
 * @param board that it is for
 * @param design its name
 * @param path of the folder
 */
record BoardFolder(Board board, String design, Path path) {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    /** Brings a model onto a board. */
    static BoardFolder write(Path model, String board, Path out, Object... options) {
        List<Object> words = new ArrayList<>(List.of("board", model, "--board", board, "--out", out));
        words.addAll(List.of(options));
        Shell.succeed(words.toArray());
        return new BoardFolder(
                Boards.find(board).orElseThrow(), DesignFile.read(out).design(), out);
    }

    /** Brings a network that is built at once onto a board; its folder is {@code d}. */
    static BoardFolder tiny(Path folder, String board, Object... options) {
        return write(Shell.tiny(folder), board, folder.resolve("d"), options);
    }

    /** The boards without a processor, whose designs have pins. */
    static List<String> alone() {
        return ids(false);
    }

    /** The boards whose designs are on a processor's bus. */
    static List<String> bused() {
        return ids(true);
    }

    private static List<String> ids(boolean processor) {
        return Boards.list().stream()
                .filter(b -> b.hasProcessor() == processor)
                .map(Board::id)
                .toList();
    }

    Path rtl() {
        return path.resolve("rtl");
    }

    /** The list of the Verilog below {@link #top}. */
    String list() {
        return board.hasProcessor() ? "files_axi.f" : "files_top.f";
    }

    /** The module with the outermost pins. */
    String top() {
        return design + (board.hasProcessor() ? "_axi" : "_top");
    }

    /** Whether the board's clock comes in over two pins. */
    boolean clockPair() {
        return board.io().clocks().get(0).pad().ofAPair();
    }

    /** Models of the chip's primitives in the top, as seen from {@code rtl/}. */
    List<String> models() {
        if (board.hasProcessor()) {
            return List.of();
        }
        List<String> models = new ArrayList<>(List.of("../testbench/BUFG.v", "../testbench/MMCME2_BASE.v"));
        if (clockPair()) {
            models.add("../testbench/IBUFDS.v");
        }
        return models;
    }

    /** All Verilog, with models of the chip's primitives. */
    List<String> sources() {
        try {
            List<String> sources = new ArrayList<>(Files.readAllLines(rtl().resolve(list())));
            sources.addAll(models());
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that are in every folder for such a board. */
    List<String> complete() {
        List<String> files = new ArrayList<>(List.of(
                "README.md",
                "driver/design.json",
                "driver/registers.md",
                "driver/selftest.json",
                "plan.json",
                "report.html",
                "rtl/files.f",
                "rtl/" + design + ".v",
                "rtl/" + top() + ".v",
                "tcl/build.tcl",
                "tcl/common.tcl",
                "tcl/design.tcl",
                "tcl/program.tcl",
                "testbench/tb.v"));
        files.addAll(
                board.hasProcessor()
                        ? List.of(
                                "driver/Makefile",
                                "driver/run.py",
                                "driver/" + design + ".c",
                                "driver/" + design + ".h",
                                "driver/" + design + "_driver.py",
                                "driver/" + design + "_selftest.py",
                                "driver/" + design + ".ipynb",
                                "driver/" + design + ".dtso",
                                "driver/selftest_bare.c",
                                "driver/selftest_uio.c",
                                "tcl/block_design.tcl",
                                "tcl/package_ip.tcl",
                                "testbench/tb_axi.cpp")
                        : List.of(
                                "constraints/" + design + "_top.xdc",
                                "constraints/" + design + "_top_open.xdc",
                                "open/Makefile",
                                "tcl/project.tcl",
                                "testbench/tb_uart.cpp"));
        sources().forEach(source -> files.add(Path.of("rtl", source).normalize().toString()));
        return files;
    }

    /** The folder's files, by path relative to it. */
    List<String> files() {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .map(p -> path.relativize(p).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a tool on Verilog, in {@code rtl/}. */
    Command.Outcome run(List<String> words, List<String> sources) {
        List<String> all = new ArrayList<>(words);
        all.addAll(sources);
        return new Command(all, rtl(), path.resolve("sim/tool.log"), TIMEOUT).run();
    }

    /** What Verilator and Icarus have to say of the whole top; nothing if all is well. */
    String lint() {
        StringBuilder said = new StringBuilder();
        for (List<String> words : List.of(
                List.of("verilator", "--lint-only", "-Wall", "--top-module", top()),
                List.of("iverilog", "-g2005", "-Wall", "-t", "null", "-s", top()))) {
            Command.Outcome outcome = run(words, sources());
            said.append(outcome.output());
            if (outcome.exitStatus() != 0) {
                said.append(words.get(0)).append(" fails\n");
            }
        }
        return said.toString();
    }
}
