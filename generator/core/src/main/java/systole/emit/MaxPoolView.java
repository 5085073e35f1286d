package systole.emit;

import systole.plan.unit.MaxPoolUnit;

/** A {@link MaxPoolUnit} as its template needs it. */
public record MaxPoolView(
        String module,
        String title,
        String folding,
        long cycles,
        int width,
        WindowView window,
        int credits,
        int lanes,
        int bits,
        int signed,
        int fifoDepth,
        int fifoBlock) {
    static MaxPoolView of(String module, String title, MaxPoolUnit unit) {
        return new MaxPoolView(
                module,
                title,
                "Folding: " + unit.fold().pe() + " lanes.",
                unit.cycles(),
                unit.input().width(),
                WindowView.of(unit),
                unit.passes().credits(),
                unit.fold().pe(),
                unit.type().bits(),
                Literals.flag(unit.type().signed()),
                unit.passes().fifo(),
                Literals.flag(unit.fifoMemory().block()));
    }
}
