package systole.plan.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.board.Board;
import systole.diagnostic.RefusedException;
import systole.network.Shape;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.plan.unit.Examples;

/** Against every combination of foldings, on tables of options small enough for that. */
class BalancedFoldingTest {
    private static final double LUT_SHARE = 0.7;

    private static Board board(int lut, int dsp, int ramb36) {
        return new Board("toy", "A toy", "xc7a35tcpg236-1", lut, 2 * lut, dsp, ramb36, 100);
    }

    /** Two to four engines whose cost does not depend on a ring, with up to five foldings each. */
    private static List<List<Engine>> options(Random random) {
        List<List<Engine>> options = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            String name = "e" + i;
            Engine engine = random.nextInt(3) == 0
                    ? Examples.add(name, Shape.of(2, 3, 12), 1)
                    : Examples.dense(name, 2 + random.nextInt(14), 1 + random.nextInt(12));
            List<Engine> all = new ArrayList<>(engine.folds().stream()
                    .flatMap(f -> engine.withFold(f).variants().stream())
                    .toList());
            while (all.size() > 5) {
                all.remove(random.nextInt(all.size()));
            }
            options.add(all);
        }
        return options;
    }

    private static Board someBoard(Random random) {
        return board(600 + random.nextInt(4000), 1 + random.nextInt(60), 1 + random.nextInt(10));
    }

    private static boolean fits(List<Engine> engines, Board board) {
        Cost cost = engines.stream().map(Engine::cost).reduce(Cost.NONE, Cost::plus);
        return cost.dsp() <= board.dsp()
                && cost.lut() <= LUT_SHARE * board.lut()
                && cost.ramb18() <= 2 * board.ramb36();
    }

    private static long interval(List<Engine> engines) {
        return engines.stream().mapToLong(Engine::cycles).max().orElseThrow();
    }

    /** The shortest interval of all combinations that fit. */
    private static OptionalLong shortest(List<List<Engine>> options, List<Engine> chosen, Board board) {
        if (chosen.size() == options.size()) {
            return fits(chosen, board) ? OptionalLong.of(interval(chosen)) : OptionalLong.empty();
        }
        OptionalLong best = OptionalLong.empty();
        for (Engine engine : options.get(chosen.size())) {
            List<Engine> more = new ArrayList<>(chosen);
            more.add(engine);
            OptionalLong found = shortest(options, more, board);
            if (found.isPresent() && (best.isEmpty() || found.getAsLong() < best.getAsLong())) {
                best = found;
            }
        }
        return best;
    }

    @Property
    void theShortestIntervalThatFitsOrARefusalIfNothingDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Engine>> options = options(random);
        Board board = someBoard(random);
        OptionalLong shortest = shortest(options, List.of(), board);
        if (shortest.isEmpty()) {
            assertThrows(RefusedException.class, () -> new BalancedFolding().choose(options, board));
            return;
        }
        List<Engine> chosen = new BalancedFolding().choose(options, board);
        assertTrue(fits(chosen, board));
        assertEquals(shortest.getAsLong(), interval(chosen));
        for (int i = 0; i < chosen.size(); i++) {
            assertTrue(options.get(i).contains(chosen.get(i)));
        }
    }

    @Test
    void onALargeBoardTheSlowestEngineSetsThePace() {
        List<List<Engine>> options = List.of(
                Examples.dense("a", 12, 12).folds().stream()
                        .map(Examples.dense("a", 12, 12)::withFold)
                        .map(Engine.class::cast)
                        .toList(),
                List.of(Examples.dense("slow", 48, 1)));
        List<Engine> chosen = new BalancedFolding().choose(options, board(100_000, 500, 100));
        assertEquals(48, interval(chosen));
        assertEquals(144, chosen.get(0).multipliers(), "what room is left shortens the way through");
    }

    @Test
    void theRefusalNamesWhatIsMissing() {
        List<List<Engine>> options =
                List.of(List.of(Examples.dense("a", 12, 12)), List.of(Examples.dense("b", 12, 12)));
        RefusedException e = assertThrows(
                RefusedException.class, () -> new BalancedFolding().choose(options, board(100_000, 1, 100)));
        String message = e.diagnostics().get(0).message();
        assertTrue(
                message.startsWith(
                        "the network does not fit A toy even at its least folding: it needs 4 of 1 DSP slices, about "),
                message);
        assertEquals(
                "choose a larger board or a smaller network",
                e.diagnostics().get(0).hint());
    }
}
