package systole.tool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A C++ program around Verilog: Verilator's model {@code Vdut} of a module, and a file with the main function that
 * drives the model.
 *
 * @param rtl the folder with the Verilog, in which the tools run
 * @param list the file that lists the Verilog, one name on each line
 * @param top the module
 * @param main the file with the main function; the files that it includes lie beside it
 */
public record VerilatedProgram(Path rtl, String list, String top, Path main) {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /**
     * Translates and compiles, in a few seconds.
     *
     * @param products a folder for the products, which is made empty first
     * @return the program
     */
    public Path build(Path products) {
        try (Products made = Products.open(products.toAbsolutePath()).empty()) {
            Path folder = made.folder();
            Path model = folder.resolve("model");
            List<String> words = Verilator.translation(top, model);
            words.addAll(List.of("-f", list));
            new Command(words, rtl, folder.resolve("verilator.log"), TIMEOUT).succeed();
            Path program = folder.resolve(Verilator.PREFIX);
            VerilatorRuntime runtime = VerilatorRuntime.prepare(Verilator.Profile.QUICK_BUILD, false);
            Verilator.buildAtOnce(main.toAbsolutePath(), model, program, runtime);
            return program;
        }
    }
}
