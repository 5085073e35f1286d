package systole.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.plan.LoweredNetwork;
import systole.plan.fold.SmallestFolding;
import systole.plan.unit.Cost;
import systole.target.board.Board;
import systole.target.board.Boards;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/** Whether a network and what stands around its core go onto a chip together. */
public record Fit(LoweredNetwork network) {
    /** What of a board is left for the core: a board to plan for, with at least one of each resource. */
    public static Board left(Board board) {
        Cost around = Surroundings.of(board).cost();
        ResourceVector has = board.chip().resources();
        ResourceVector left = has.with(ResourceKind.LUT, Math.max(1, board.lut() - around.lut()))
                .with(ResourceKind.DSP, Math.max(1, board.dsp() - around.dsp()))
                .with(ResourceKind.RAMB36, Math.max(1, board.ramb36() - (around.ramb18() + 1) / 2));
        return board.with(board.chip().with(left));
    }

    /** Whether it fits, however slow it may then be. */
    public boolean fits(Board board) {
        return network.fits(left(board));
    }

    /**
     * Refuses a board that is too small.
     *
     * @throws RefusedException naming each resource that there is too little of, by how much, and what would fit
     */
    public void require(Board board) {
        if (!fits(board)) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    network.network().name() + " does not fit the " + board.name() + ": "
                            + String.join("; ", excess(board)),
                    suggestion(board));
        }
    }

    /** What the lightest foldings take too much of. */
    private List<String> excess(Board board) {
        Cost need = network.least(left(board));
        Cost most = SmallestFolding.most(left(board));
        Cost around = Surroundings.of(board).cost();
        List<String> excess = new ArrayList<>();
        note(excess, "DSP slices", need.dsp(), most.dsp(), board.dsp(), around.dsp());
        note(excess, "LUTs", need.lut(), most.lut(), board.lut(), around.lut());
        note(excess, "block RAMs of 18 Kbit", need.ramb18(), most.ramb18(), 2 * board.ramb36(), around.ramb18());
        return excess;
    }

    private static void note(List<String> excess, String name, int need, int most, int available, int around) {
        if (need > most) {
            excess.add(String.format(
                    Locale.ROOT,
                    "its smallest core takes about %,d %s, %,d more than the %,d that can be planned for of %,d, %,d being"
                            + " taken by what is around it",
                    need,
                    name,
                    need - most,
                    most,
                    available,
                    around));
        }
    }

    /** The boards that it would fit, in words. */
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
