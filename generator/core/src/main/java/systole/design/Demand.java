package systole.design;

import systole.board.Board;
import systole.engine.Cost;
import systole.network.Network;

/** What a network takes of boards, whichever style builds it. */
public interface Demand {
    Network network();

    /** True if it fits a board, however slow. Much quicker than a plan. */
    boolean fits(Board board);

    /** What it takes of a board at the least, whether it fits or not. Much quicker than a plan. */
    Cost least(Board board);

    /** What may be planned for of a board. */
    Cost most(Board board);
}
