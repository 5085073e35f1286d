package systole.style.streaming.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.diagnostic.RefusedException;
import systole.engine.Engine;
import systole.engine.Examples;
import systole.engine.Fold;
import systole.engine.mac.MacEngine;
import systole.target.board.Board;

/** Goals other than the fastest, against every combination of foldings. */
class GoalsTest {
    private final Random random = new Random();

    private record Case(List<List<Engine>> options, Board board) {
        static Case of(Random random) {
            return new Case(Toys.options(random), Toys.someBoard(random));
        }

        List<Engine> choose(FoldingStrategy strategy) {
            List<Engine> chosen = strategy.choose(Toys.task(options, board)).engines();
            assertTrue(Toys.fits(chosen, board));
            return chosen;
        }

        /** Refuses with a single message. */
        String refusal(FoldingStrategy strategy) {
            return assertThrows(RefusedException.class, () -> choose(strategy)).getMessage();
        }

        double weight(List<Engine> engines) {
            return new Budget(board).weight(Toys.cost(engines));
        }

        /** The least weight of all combinations that fit and are as wanted. */
        OptionalDouble least(Predicate<List<Engine>> wanted) {
            return Toys.combinations(options).stream()
                    .filter(c -> Toys.fits(c, board) && wanted.test(c))
                    .mapToDouble(this::weight)
                    .min();
        }
    }

    @Property
    void theSmallestIsTheLightestOfAll(@ForAll long seed) {
        random.setSeed(seed);
        Case toy = Case.of(random);
        OptionalDouble least = toy.least(c -> true);
        if (least.isEmpty()) {
            assertTrue(toy.refusal(new SmallestFolding()).startsWith("the network does not fit A toy"));
            return;
        }
        assertEquals(least.getAsDouble(), toy.weight(toy.choose(new SmallestFolding())), 1e-9);
    }

    /** 5 by 8 of 64 by 64 take 104 cycles, 4 by 8 take 128 and 8 by 8 take 64. */
    @Test
    void aRateMayTakePadding() {
        MacEngine dense = Examples.dense("dense", 64, 64);
        Engine padded = dense.withFold(new Fold(5, 8));
        List<List<Engine>> options = List.of(List.of(dense.withFold(new Fold(4, 8)), dense.withFold(new Fold(8, 8))));
        int[] dsps = {200, 200, 45, 45};
        int[] cycles = {104, 128, 104, 128};
        List<Integer> pes = List.of(5, 4, 5, 4);
        for (int i = 0; i < cycles.length; i++) {
            FoldingTask task = Toys.task(options, List.of(List.of(padded)), Toys.board(100_000, dsps[i], 100));
            Choice chosen = new RateFolding(100e6 / (cycles[i] + 0.5)).choose(task);
            assertEquals(
                    pes.get(i), ((MacEngine) chosen.engines().get(0)).fold().pe(), cycles[i] + " cycles");
        }
    }

    @Property
    void aRateIsReachedByTheLightestThatDoesOrRefusedIfNoneDoes(@ForAll long seed) {
        random.setSeed(seed);
        Case toy = Case.of(random);
        int cycles = 1 + random.nextInt(150);
        RateFolding rate = new RateFolding(100e6 / (cycles + 0.5));
        OptionalDouble least = toy.least(c -> Toys.interval(c) <= cycles);
        if (least.isEmpty()) {
            String refusal = toy.refusal(rate);
            assertTrue(
                    refusal.contains("does not fit") || refusal.contains(cycles + " cycles a frame, are out of reach"),
                    refusal);
            return;
        }
        List<Engine> chosen = toy.choose(rate);
        assertTrue(Toys.interval(chosen) <= cycles);
        assertEquals(least.getAsDouble(), toy.weight(chosen), 1e-9);
    }

    /** An estimate of the latency steers the search, so that it need not find what only just reaches the goal. */
    @Property
    void aLatencyIsMetOrRefusedWithTheBestFound(@ForAll long seed) {
        random.setSeed(seed);
        Case toy = Case.of(random);
        if (toy.least(c -> true).isPresent()) {
            latencyIsMet(toy, 1 + random.nextInt(300));
        }
    }

    /** What is reached with a quarter to spare is found, but for an odd case. */
    @Test
    void aLatencyWithinEasyReachIsMet() {
        int easy = 0;
        int met = 0;
        for (int seed = 0; seed < 300; seed++) {
            random.setSeed(seed);
            Case toy = Case.of(random);
            int cycles = 1 + random.nextInt(300);
            if (toy.least(c -> 1.25 * Toys.predict(c).latency() <= cycles).isPresent()) {
                easy++;
                met += latencyIsMet(toy, cycles) ? 1 : 0;
            }
        }
        assertTrue(easy > 100 && met >= 0.99 * easy, met + " of " + easy);
    }

    private static boolean latencyIsMet(Case toy, int cycles) {
        LatencyFolding goal = new LatencyFolding((cycles + 0.5) / 100);
        try {
            assertTrue(Toys.predict(toy.choose(goal)).latency() <= cycles);
            return true;
        } catch (RefusedException refused) {
            String said = refused.getMessage();
            assertTrue(said.contains("is out of reach on A toy: the best found is "), said);
            return false;
        }
    }

    @Test
    void whatIsOutOfReachIsRefusedWithTheBest() {
        Case toy = new Case(List.of(List.of(Examples.dense("a", 48, 1))), Toys.board(10_000, 10, 10));
        assertEquals(
                "10,000,000.0 frames/s at 100.0 MHz, 10 cycles a frame, are out of reach on A toy:"
                        + " the best is 2,083,333.3, 48 cycles; a has no quicker folding",
                toy.refusal(new RateFolding(10e6)));
        assertEquals(
                "a latency of 0.1 us at 100.0 MHz is out of reach on A toy: the best found is 0.5 us, 49 cycles;"
                        + " of the interval, a has no quicker folding",
                toy.refusal(new LatencyFolding(0.1)));
    }

    @Test
    void goalsArePositive() {
        assertThrows(IllegalArgumentException.class, () -> new RateFolding(0));
        assertThrows(IllegalArgumentException.class, () -> new LatencyFolding(Double.NaN));
    }

    @Test
    void whatWasAskedForIsTheLimit() {
        Case toy = new Case(List.of(List.of(Examples.dense("a", 48, 1))), Toys.board(10_000, 10, 10));
        FoldingTask task = Toys.task(toy.options(), toy.board());
        assertEquals(
                "the smallest design was asked for",
                new SmallestFolding().choose(task).limit().text());
        assertEquals(
                "an interval of at most 1,000 cycles was asked for",
                new RateFolding(100e3).choose(task).limit().text());
        assertEquals(
                "a latency of at most 500 cycles was asked for",
                new LatencyFolding(5).choose(task).limit().text());
    }
}
