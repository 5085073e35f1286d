package systole.kit;

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

    /**
     * A resource of which even the lightest foldings take more than can be planned for.
     *
     * @param need about what they take
     * @param most what the core may take
     */
    public record Shortage(ResourceKind kind, int need, int most) {}

    /**
     * The resources that a board has too little of. If it has enough of each, but they cannot all be spared at once, there
     * are none although the network does not fit.
     */
    public List<Shortage> shortages(Board board) {
        ResourceVector need = demand.least(left(board));
        ResourceVector most = demand.most(left(board));
        return need.kinds().stream()
                .filter(kind -> need.of(kind) > most.of(kind))
                .map(kind -> new Shortage(kind, need.of(kind), most.of(kind)))
                .toList();
    }

    private List<String> excess(Board board) {
        ResourceVector around = Surroundings.of(board).cost();
        ResourceVector all = board.chip().resources();
        return shortages(board).stream()
                .map(s -> String.format(
                        Locale.ROOT,
                        "its smallest core needs about %,d %s, %,d more than the %,d that can be planned for; the board"
                                + " has %,d, and the logic around the core takes %,d",
                        s.need(),
                        s.kind().words(),
                        s.need() - s.most(),
                        s.most(),
                        all.of(s.kind()),
                        around.of(s.kind())))
                .toList();
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
