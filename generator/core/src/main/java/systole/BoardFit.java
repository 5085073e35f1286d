package systole;

import java.util.List;
import systole.kit.Fit;
import systole.kit.Fit.Shortage;
import systole.target.board.Board;

/**
 * Whether a board holds a network in its smallest hardware, with the logic around its core.
 *
 * @param shortages the resources that it has too little of. If it has enough of each, but they cannot all be spared at
 *     once, there are none although the network does not fit.
 */
public record BoardFit(Board board, boolean fits, List<Shortage> shortages) {
    public BoardFit {
        shortages = List.copyOf(shortages);
    }

    static BoardFit of(Fit fit, Board board) {
        boolean fits = fit.fits(board);
        return new BoardFit(board, fits, fits ? List.of() : fit.shortages(board));
    }
}
