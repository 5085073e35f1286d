package systole.style.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static systole.frontend.dsl.TypeSpec.int8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.layer.conv2d.Conv2d;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;
import systole.style.streaming.fold.BalancedFolding;
import systole.target.board.Boards;

/** Networks of many layers are planned within seconds. Without bounds on the tables of the search, it takes minutes. */
@Tag("slow")
class LongNetworkTest {
    private static final int CHANNELS = 24;

    private static Network chain(int layers) {
        Random random = new Random(layers);
        NetworkBuilder net = NetworkBuilder.network("chain");
        Flow flow = net.input("x", int8(16, 16, CHANNELS));
        for (int i = 0; i < layers; i++) {
            int kernel = i % 3 == 0 ? 3 : 1;
            int size = CHANNELS * kernel * kernel * CHANNELS;
            flow = flow.then(
                    "c" + i,
                    Conv2d.conv2d()
                            .weights(new IntTensor(
                                    List.of(CHANNELS, kernel, kernel, CHANNELS),
                                    random.ints(size, -127, 128).toArray()))
                            .padding(Padding.Automatic.SAME)
                            .requant(new Pow2(ShiftRounding.HALF_UP, List.of(8)))
                            .output(new Quantized(IntType.INT8)));
        }
        return net.output(flow);
    }

    private static Plan plan(Network network) {
        PlanOptions options =
                new PlanOptions(Boards.find("nexys-video").orElseThrow(), 100, Map.of(), new BalancedFolding());
        return TinyNetworks.PLANNER.plan(network, options);
    }

    @Test
    void thirtyLayers() {
        Network network = chain(30);
        Plan plan = assertTimeout(Duration.ofSeconds(40), () -> plan(network));
        assertEquals(
                30,
                plan.stages().stream()
                        .filter(s -> s.unit().name().matches("c\\d+"))
                        .count());
    }

    @Test
    @Tag("soak")
    void twoHundredLayers() {
        Network network = chain(200);
        assertTimeout(Duration.ofMinutes(2), () -> plan(network));
    }
}
