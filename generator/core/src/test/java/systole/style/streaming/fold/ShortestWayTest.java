package systole.style.streaming.fold;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import systole.engine.Engine;
import systole.target.board.Board;

/** Against every combination of foldings. */
class ShortestWayTest {
    private static final double NEAR = 1.25;

    @Property
    void noCombinationThatFitsIsMuchQuickerThrough(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Engine>> options = Toys.options(random);
        Board board = Toys.someBoard(random);
        FoldingTask task = Toys.task(options, board);
        int interval = 20 + random.nextInt(200);
        Optional<List<Candidate>> found = new Alternatives(options, board).soonest(interval, task.sources());
        Passage passage = new Passage(options.stream().map(o -> o.get(0)).toList(), task.sources());
        Optional<Double> least = Toys.combinations(options).stream()
                .filter(c -> Toys.fits(c, board) && Toys.interval(c) <= interval)
                .map(c -> passage.latency(c.stream().map(Candidate::of).toList()))
                .min(Double::compare);
        assertTrue(found.isPresent() == least.isPresent());
        if (found.isPresent()) {
            List<Engine> chosen = Alternatives.engines(found.get());
            assertTrue(Toys.fits(chosen, board));
            assertTrue(Toys.interval(chosen) <= interval);
            double way = passage.latency(found.get());
            assertTrue(way <= NEAR * least.get(), () -> way + " cycles, but " + least.get() + " are possible");
        }
    }
}
