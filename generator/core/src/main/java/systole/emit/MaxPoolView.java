package systole.emit;

import systole.plan.unit.MaxPoolUnit;

/** The values that the template of a {@link MaxPoolUnit} needs. */
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
    static MaxPoolView of(String module, String title, MaxPoolUnit unit) {
        return new MaxPoolView(
                module,
                title,
                "Folding: " + unit.fold().pe() + " lanes.",
                unit.cycles(),
                unit.input().width() - 1,
                PassesView.of(unit),
                unit.fold().pe(),
                unit.type().bits(),
                Literals.flag(unit.type().signed()),
                unit.passes().fifo(),
                Literals.flag(unit.fifoMemory().block()));
    }
}
