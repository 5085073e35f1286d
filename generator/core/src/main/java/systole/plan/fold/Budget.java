package systole.plan.fold;

import systole.board.Board;
import systole.plan.unit.Cost;

/** What engines may take of a board. */
record Budget(Board board) {
    /** Share of a board's LUTs to plan for; the rest is for routing and what is around the core. */
    private static final double LUT_SHARE = 0.7;

    /** The most that may be taken. */
    Cost most() {
        return new Cost(board.dsp(), (int) (LUT_SHARE * board.lut()), 2 * board.ramb36());
    }

    boolean holds(Cost cost) {
        Cost most = most();
        return cost.dsp() <= most.dsp() && cost.lut() <= most.lut() && cost.ramb18() <= most.ramb18();
    }

    /** Shares of the resources, added up: what is scarce on the board weighs more. */
    double weight(Cost cost) {
        Cost most = most();
        return share(cost.dsp(), most.dsp()) + share(cost.lut(), most.lut()) + share(cost.ramb18(), most.ramb18());
    }

    private static double share(int part, int whole) {
        return part == 0 ? 0 : (double) part / whole;
    }

    /** The board, and what a cost is of it. */
    String describe(Cost cost) {
        return board.name() + " even at its least folding: it needs " + cost.dsp() + " of " + board.dsp()
                + " DSP slices, about " + cost.lut() + " of " + board.lut() + " LUTs and " + cost.ramb18() + " of "
                + 2 * board.ramb36() + " RAMB18";
    }
}
