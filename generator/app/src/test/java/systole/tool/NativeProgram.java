package systole.tool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * C and C++ programs around a design that Verilator made a model of.
 *
 * @param rtl the design's Verilog and memory contents
 * @param folder of the products
 */
public record NativeProgram(Path rtl, Path folder) {
    private static final Duration TIMEOUT = Duration.ofMinutes(40);
    private static final String MODEL = "model.o";

    /**
     * Makes the model of a module.
     *
     * @param list the file in {@code rtl} that lists the Verilog
     * @param more Verilog beside it, as seen from {@code rtl}
     */
    public static NativeProgram around(Path rtl, String list, List<String> more, String top, Path folder) {
        NativeProgram program =
                new NativeProgram(rtl, Products.open(folder).empty().folder());
        Path model = folder.resolve("model");
        List<String> words = Verilator.translation(top, model);
        words.addAll(List.of("-O3", "-f", list));
        words.addAll(more);
        new Command(words, rtl, folder.resolve("verilator.log"), TIMEOUT).succeed();
        program.cpp(Verilator.whole(model, ""), MODEL, List.of());
        return program;
    }

    private static VerilatorRuntime runtime() {
        return VerilatorRuntime.prepare(Verilator.Profile.QUICK_BUILD, false);
    }

    /** Compiles C++ that uses the model. */
    public Path cpp(Path source, String object, List<String> flags) {
        List<String> words = new ArrayList<>(List.of("g++"));
        words.addAll(runtime().compileFlags());
        words.addAll(List.of("-Wall", "-Wextra", "-I.", "-Imodel", "-c", source.toString(), "-o", object));
        words.addAll(flags);
        run(words);
        return folder.resolve(object);
    }

    /** Runs a compiler of other sources here. */
    public void run(List<String> words) {
        new Command(words, folder, folder.resolve("build.log"), TIMEOUT).succeed();
    }

    /** Links objects with the model. */
    public Path link(String program, List<String> objects) {
        List<String> words = new ArrayList<>(List.of("g++"));
        words.addAll(objects);
        words.add(MODEL);
        words.addAll(runtime().linkFlags());
        words.addAll(List.of("-lutil", "-o", program));
        run(words);
        return folder.resolve(program);
    }

    /** Runs a program that was linked, where the model finds its memories; returns what it printed and its exit status. */
    public Command.Outcome execute(List<String> words, String log) {
        return new Command(words, rtl, folder.resolve(log), TIMEOUT).run();
    }
}
