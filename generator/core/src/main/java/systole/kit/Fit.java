package systole.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import systole.design.Demand;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.target.board.Board;
import systole.target.board.Boards;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/** Tells whether a network and the logic around its core fit a chip together. */
public record Fit(Demand demand) {
    /** The part of a board that is left for the core, as a board to plan for. It has at least one of each resource. */
    public static Board left(Board board) {
        ResourceVector around = Surroundings.of(board).cost();
        ResourceVector has = board.chip().resources();
        ResourceVector left = has.with(ResourceKind.LUT, Math.max(1, board.lut() - around.lut()))
                .with(ResourceKind.DSP, Math.max(1, board.dsp() - around.dsp()))
                .with(
                        ResourceKind.RAMB18,
                        ResourceKind.RAMB18.each() * Math.max(1, board.ramb36() - (around.ramb18() + 1) / 2));
        return board.with(board.chip().with(left));
    }

    /** Whether the network fits a board at any speed. */
    public boolean fits(Board board) {
        return demand.fits(left(board));
    }

    /**
     * Refuses a board that is too small.
     *
     * @throws RefusedException naming each resource that is short, the amount that is missing, and the boards that
     *     would fit
     */
    public void require(Board board) {
        if (!fits(board)) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    demand.network().name() + " does not fit the " + board.name() + ": "
                            + String.join("; ", excess(board)),
                    suggestion(board));
        }
    }

    /** Describes the resources of which even the lightest foldings take too much. */
    private List<String> excess(Board board) {
        ResourceVector need = demand.least(left(board));
        ResourceVector most = demand.most(left(board));
        ResourceVector around = Surroundings.of(board).cost();
        ResourceVector all = board.chip().resources();
        List<String> excess = new ArrayList<>();
        for (ResourceKind kind : need.kinds()) {
            note(excess, kind.words(), need.of(kind), most.of(kind), all.of(kind), around.of(kind));
        }
        return excess;
    }

    private static void note(List<String> excess, String name, int need, int most, int available, int around) {
        if (need > most) {
            excess.add(String.format(
                    Locale.ROOT,
                    "its smallest core needs about %,d %s, %,d more than the %,d that can be planned for; the board has %,d,"
                            + " and the logic around the core takes %,d",
                    need,
                    name,
                    need - most,
                    most,
                    available,
                    around));
        }
    }

    /** The boards that the network would fit, in words. */
    private String suggestion(Board board) {
        List<String> ids = Boards.list().stream()
                .filter(other -> !other.id().equals(board.id()))
                .filter(this::fits)
                .map(Board::id)
                .toList();
        return ids.isEmpty()
                ? "it fits none of the boards that Systole knows: make the network smaller"
                : "it would fit: --board " + String.join(", ", ids);
    }
}
