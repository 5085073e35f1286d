package systole.engine.maxpool;

import systole.engine.window.PassesView;
import systole.engine.window.WindowWords;
import systole.rtl.Literals;

/** The values that the template of a {@link MaxPoolEngine} needs. */
public record MaxPoolView(
        String module,
        String title,
        String folding,
        long cycles,
        int msb,
        PassesView passes,
        int lanes,
        int bits,
        int signed,
        int fifoDepth,
        int fifoBlock) {
    static MaxPoolView of(String module, MaxPoolEngine unit) {
        return new MaxPoolView(
                module,
                WindowWords.title("max pooling", unit.window(), unit.channels(), unit.channels()) + ", " + unit.type()
                        + ".",
                "Folding: " + unit.fold().pe() + " lanes.",
                unit.cycles(),
                unit.input().width() - 1,
                PassesView.of(unit),
                unit.fold().pe(),
                unit.type().bits(),
                Literals.flag(unit.type().signed()),
                unit.passes().fifo(),
                unit.fifoMemory().parameter());
    }
}
