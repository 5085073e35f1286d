package systole.target.board;

import java.util.Optional;
import systole.target.chip.SpeedGrade;

/**
 * The clock of a design that nobody has placed and routed, beside the clock that such a design may count on.
 *
 * @param board whose chip it is on
 * @param mhz its frequency
 */
public record UnroutedClock(Board board, double mhz) {
    /** The clock that a design on this chip may count on, in MHz; empty if delays of its family are not known. */
    public Optional<Double> estimateMhz() {
        return board.chip().speedGrade().map(SpeedGrade::clockMhz);
    }

    /** Whether the clock is quicker than a design may count on. */
    public boolean beyondEstimate() {
        return estimateMhz().filter(most -> mhz > most).isPresent();
    }

    /** What is known about the clock, as the rest of a sentence about it. */
    public String words() {
        return board.chip()
                .speedGrade()
                .map(grade -> (beyondEstimate() ? "unrouted, and beyond the " : "unrouted, within the ")
                        + Math.round(grade.clockMhz()) + " MHz that are estimated for " + grade)
                .orElse("unrouted, and not estimated: delays of "
                        + board.chip().family().name() + " chips are not known");
    }
}
