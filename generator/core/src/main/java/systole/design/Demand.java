package systole.design;

import systole.board.Board;
import systole.engine.Cost;
import systole.network.Network;

/** What a network takes of boards, whichever style builds it. */
public interface Demand {
    Network network();

    /** True if the network fits a board at any speed. This is much quicker than making a plan. */
    boolean fits(Board board);

    /**
     * The resources that the network needs at the least, whether or not they fit the board. This is much quicker than
     * making a plan.
     */
    Cost least(Board board);

    /** What may be planned for of a board. */
    Cost most(Board board);
}
