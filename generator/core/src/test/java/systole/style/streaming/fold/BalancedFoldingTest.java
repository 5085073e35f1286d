package systole.style.streaming.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.diagnostic.RefusedException;
import systole.engine.Engine;
import systole.engine.Examples;
import systole.engine.Fold;
import systole.engine.mac.MacEngine;
import systole.target.board.Board;

/** Against every combination of foldings, on tables of options small enough for that. */
class BalancedFoldingTest {
    private static Choice fastest(List<List<Engine>> options, Board board) {
        return new BalancedFolding().choose(Toys.task(options, board));
    }

    @Property
    void theShortestIntervalThatFitsOrARefusalIfNothingDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Engine>> options = Toys.options(random);
        Board board = Toys.someBoard(random);
        OptionalLong shortest = Toys.combinations(options).stream()
                .filter(c -> Toys.fits(c, board))
                .mapToLong(Toys::interval)
                .min();
        if (shortest.isEmpty()) {
            assertThrows(RefusedException.class, () -> fastest(options, board));
            return;
        }
        List<Engine> chosen = fastest(options, board).engines();
        assertTrue(Toys.fits(chosen, board));
        assertEquals(shortest.getAsLong(), Toys.interval(chosen));
        for (int i = 0; i < chosen.size(); i++) {
            assertTrue(options.get(i).contains(chosen.get(i)));
        }
    }

    /** As if there were no padded ones, unless an interval that is shorter by a twentieth takes them. */
    @Property
    void paddingIsForAShorterInterval(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Engine>> options = Toys.options(random);
        List<List<Engine>> padded = Toys.padded(options, random);
        Board board = Toys.someBoard(random);
        Assume.that(Toys.combinations(options).stream().anyMatch(c -> Toys.fits(c, board)));
        List<Engine> plain = fastest(options, board).engines();
        long goal = (long) (0.95 * Toys.interval(plain));
        FoldingTask task = Toys.task(options, padded, board);
        long shortest = shortest(task, goal);
        List<Engine> chosen = new BalancedFolding().choose(task).engines();
        assertTrue(Toys.fits(chosen, board));
        if (shortest > goal || !chosen.stream().anyMatch(Engine::isPadded)) {
            assertEquals(plain, chosen);
        } else {
            assertTrue(time(chosen) < time(plain));
            long interval = Toys.interval(chosen);
            assertTrue(interval <= shortest);
            assertEquals(shortest(task, interval), interval, "there is a shorter one near it");
        }
    }

    private static double time(List<Engine> engines) {
        return Toys.predict(engines).interval() * Toys.predict(engines).latency();
    }

    /** With the padded foldings that are near an interval. */
    private static long shortest(FoldingTask task, long interval) {
        return Toys.combinations(task.withPadded(interval / 2, interval).options()).stream()
                .filter(c -> Toys.fits(c, task.board()))
                .mapToLong(Toys::interval)
                .min()
                .orElseThrow();
    }

    @Test
    void aPaddedArrayFitsWhereTheNextThatDividesDoesNot() {
        MacEngine dense = Examples.dense("dense", 64, 64);
        List<List<Engine>> options = List.of(List.of(dense.withFold(new Fold(4, 8)), dense.withFold(new Fold(8, 8))));
        List<List<Engine>> padded = List.of(List.of(dense.withFold(new Fold(5, 8))));
        Board board = Toys.board(100_000, 45, 100);
        assertEquals(128, Toys.interval(fastest(options, board).engines()));
        Choice chosen = new BalancedFolding().choose(Toys.task(options, padded, board));
        assertEquals(104, Toys.interval(chosen.engines()));
        assertEquals("64 cycles would take 65 of 45 DSP slices", chosen.limit().text());
    }

    @Test
    void onALargeBoardTheSlowestEngineSetsThePace() {
        List<List<Engine>> options = List.of(
                Examples.dense("a", 12, 12).foldings().stream()
                        .map(Engine.class::cast)
                        .toList(),
                List.of(Examples.dense("slow", 48, 1)));
        List<Engine> chosen = fastest(options, Toys.board(100_000, 500, 100)).engines();
        assertEquals(48, Toys.interval(chosen));
        assertEquals(144, chosen.get(0).multipliers(), "what room is left shortens the way through");
    }

    /** Whatever is said to be missing for the next interval really is, and no combination needs less of it. */
    @Property
    void theLimitIsTrue(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Engine>> options = Toys.options(random);
        Board board = Toys.someBoard(random);
        List<List<Engine>> all = Toys.combinations(options);
        Assume.that(all.stream().anyMatch(c -> Toys.fits(c, board)));
        Choice chosen = fastest(options, board);
        long interval = Toys.interval(chosen.engines());
        if (chosen.limit() instanceof Limit.Unfolded) {
            assertEquals(all.stream().mapToLong(Toys::interval).min().orElseThrow(), interval);
            return;
        }
        Limit.Full full = (Limit.Full) chosen.limit();
        assertTrue(full.interval() < interval);
        assertTrue(full.needs().stream().allMatch(n -> n.need() > n.planned()), full::text);
        if (full.needs().size() == 1) {
            Limit.Need need = full.needs().get(0);
            Board rich = Toys.rich(board, need.resource());
            double least = all.stream()
                    .filter(c -> Toys.interval(c) <= full.interval() && Toys.fits(c, rich))
                    .mapToDouble(c -> Toys.cost(c).of(need.resource()))
                    .min()
                    .orElseThrow();
            assertEquals(least, (double) need.need(), full::text);
        }
    }

    @Test
    void theRefusalNamesWhatIsMissing() {
        List<List<Engine>> options =
                List.of(List.of(Examples.dense("a", 12, 12)), List.of(Examples.dense("b", 12, 12)));
        RefusedException e = assertThrows(RefusedException.class, () -> fastest(options, Toys.board(100_000, 1, 100)));
        String message = e.diagnostics().get(0).message();
        assertTrue(
                message.startsWith(
                        "the network does not fit A toy even at its least folding: it needs 4 of 1 DSP slices, about "),
                message);
        assertTrue(
                message.endsWith(" of the 75000 LUTs, 75 % of 100000, that are planned for, and 0 of 200 RAMB18"),
                message);
        assertEquals(
                "choose a larger board or a smaller network",
                e.diagnostics().get(0).hint());
    }
}
