package systole.plan.fold;

import systole.board.Board;
import systole.plan.unit.Cost;

/** What engines may take of a board. */
record Budget(Board board) {
    /** Share of a board's LUTs to plan for; the rest is for routing and what is around the core. */
    private static final double LUT_SHARE = 0.7;

    boolean holds(Cost cost) {
        return cost.dsp() <= board.dsp()
                && cost.lut() <= LUT_SHARE * board.lut()
                && cost.ramb18() <= 2 * board.ramb36();
    }

    /** Shares of the resources, added up: what is scarce on the board weighs more. */
    double weight(Cost cost) {
        return (double) cost.dsp() / board.dsp()
                + cost.lut() / (LUT_SHARE * board.lut())
                + cost.ramb18() / (2.0 * board.ramb36());
    }

    /** The board, and what a cost is of it. */
    String describe(Cost cost) {
        return board.name() + " even at its least folding: it needs " + cost.dsp() + " of " + board.dsp()
                + " DSP slices, about " + cost.lut() + " of " + board.lut() + " LUTs and " + cost.ramb18() + " of "
                + 2 * board.ramb36() + " RAMB18";
    }
}
