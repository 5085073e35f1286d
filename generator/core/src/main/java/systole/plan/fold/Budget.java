package systole.plan.fold;

import systole.board.Board;
import systole.plan.unit.Cost;

/** What engines may take of a board. */
record Budget(Board board) {
    /** Share of a board's LUTs to plan for; the rest is for routing and what is around the core. */
    private static final double LUT_SHARE = 0.7;

    boolean holds(Cost cost) {
        return dspShare(cost) <= 1 && lutShare(cost) <= 1 && rambShare(cost) <= 1;
    }

    double dspShare(Cost cost) {
        return share(cost.dsp(), board.dsp());
    }

    double lutShare(Cost cost) {
        return share(cost.lut(), LUT_SHARE * board.lut());
    }

    double rambShare(Cost cost) {
        return share(cost.ramb18(), 2 * board.ramb36());
    }

    private static double share(int part, double whole) {
        return part == 0 ? 0 : part / whole;
    }

    /** Shares of the resources, added up: what is scarce on the board weighs more. */
    double weight(Cost cost) {
        return dspShare(cost) + lutShare(cost) + rambShare(cost);
    }

    /** The board, and what a cost is of it. */
    String describe(Cost cost) {
        return board.name() + " even at its least folding: it needs " + cost.dsp() + " of " + board.dsp()
                + " DSP slices, about " + cost.lut() + " of " + board.lut() + " LUTs and " + cost.ramb18() + " of "
                + 2 * board.ramb36() + " RAMB18";
    }
}
