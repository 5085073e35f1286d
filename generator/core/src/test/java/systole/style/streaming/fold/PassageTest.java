package systole.style.streaming.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.Repository;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.engine.Engine;
import systole.frontend.text.NetReader;
import systole.network.Network;
import systole.style.streaming.PlanOptions;
import systole.style.streaming.Planner;
import systole.target.board.Board;

/** The quick estimate of a latency against the schedule stepped cycle by cycle, for foldings drawn at random. */
@Tag("slow")
class PassageTest {
    private static final Board LARGE = Toys.board(1_000_000, 10_000, 10_000);
    private static final double TOLERANCE = 0.1;
    private static final int TRIALS = 5;

    @ParameterizedTest
    @ValueSource(strings = {"separable", "fashion", "motion"})
    void theEstimateIsNearTheSchedule(String name) {
        Network network = new NetReader(StandardCatalog.CATALOG)
                .read(Repository.root().resolve("examples/" + name + "/" + name + ".net"));
        Planner planner = new Planner(StandardCatalog.CATALOG, EngineCatalog.CATALOG);
        for (int seed = 0; seed < TRIALS; seed++) {
            planner.plan(network, new PlanOptions(LARGE, 100, Map.of(), new Comparing(new Random(seed))));
        }
    }

    private record Comparing(Random random) implements FoldingStrategy {
        @Override
        public Choice choose(FoldingTask task) {
            List<Engine> drawn = task.options().stream()
                    .map(o -> o.get(random.nextInt(o.size())))
                    .toList();
            double estimate = new Passage(drawn, task.sources())
                    .latency(drawn.stream().map(Candidate::of).toList());
            double latency = task.trial().apply(drawn).latency();
            assertEquals(
                    latency,
                    estimate,
                    TOLERANCE * latency,
                    drawn.stream().map(Engine::folding).toList()::toString);
            return new Choice(drawn, new Limit.Asked("anything"));
        }
    }
}
