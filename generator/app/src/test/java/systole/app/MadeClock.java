package systole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clock that a board's top makes, read from its Verilog.
 *
 * @param hertz of the design's clock, from the board's oscillator and the clock manager's settings
 */
record MadeClock(double hertz) {
    static MadeClock of(BoardFolder design) {
        try {
            String text = Files.readString(design.rtl().resolve(design.top() + ".v"));
            double in = design.board().io().clocks().get(0).mhz() * 1e6;
            double ratio = setting(text, "CLKFBOUT_MULT_F")
                    / setting(text, "DIVCLK_DIVIDE")
                    / setting(text, "CLKOUT0_DIVIDE_F");
            return new MadeClock(in * ratio);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double setting(String text, String name) {
        Matcher found = Pattern.compile("\\." + name + "\\(([0-9.]+)\\)").matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("the top does not set " + name);
        }
        return Double.parseDouble(found.group(1));
    }
}
