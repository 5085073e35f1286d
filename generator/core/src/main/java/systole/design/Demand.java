package systole.design;

import systole.network.Network;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;

/** The resources that a network needs from a board, in any style. */
public interface Demand {
    Network network();

    /** True if the network fits a board at any speed. This is much quicker than making a plan. */
    boolean fits(Board board);

    /**
     * The resources that the network needs at the least, whether or not they fit the board. This is much quicker than
     * making a plan.
     */
    ResourceVector least(Board board);

    /** The resources of a board that may be planned for. */
    ResourceVector most(Board board);
}
