package systole.style.streaming.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import systole.engine.RandomEngines;
import systole.engine.avgpool.AvgPoolEngine;
import systole.engine.mac.MacEngine;
import systole.engine.mac.MacShape;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Window.Placed;
import systole.op.Weights;
import systole.target.chip.ChipFamilies;

/** What stands in a unit's memories, read as the hardware reads it, computes the layer. */
class MemoriesTest {
    @Property
    void readInTheHardwaresOrderTheMemoriesComputeTheLayer(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        MacEngine unit = random.mac();
        int[] frame = random.values(unit.x(), unit.input().elements());
        List<Integer> expected = convolution(unit, frame, false);
        for (MacEngine folded : unit.foldings()) {
            for (MacEngine variant : folded.variants()) {
                assertEquals(expected, new ArrayModel(variant).run(frame), variant::toString);
            }
        }
    }

    @Property
    void readInTheHardwaresOrderTheMemoriesDivideTheSums(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        AvgPoolEngine unit = random.averagePooling();
        int[] frame = random.values(unit.x(), unit.input().elements());
        // Each channel of the frame is multiplied by 1 without the others.
        MacShape shape = new MacShape(unit.window(), unit.channels(), unit.channels(), unit.channels());
        int[] ones = IntStream.generate(() -> 1)
                .limit((long) unit.channels() * unit.window().taps())
                .toArray();
        Weights weights =
                new Weights(new IntTensor(List.of(unit.channels(), unit.window().taps(), 1), ones), IntType.INT8);
        List<Integer> expected = convolution(
                new MacEngine(
                        "sum",
                        shape,
                        unit.x(),
                        unit.padValue(),
                        weights,
                        unit.requantized(),
                        unit.out(),
                        ChipFamilies.usual()),
                frame,
                true);
        for (AvgPoolEngine folded : unit.foldings()) {
            for (AvgPoolEngine variant : folded.variants()) {
                assertEquals(expected, new ArrayModel(variant).run(frame), variant::toString);
            }
        }
    }

    /**
     * Straight from the definition; output channel m reads the input channels of group m * groups / M. The requantizer's
     * index is the position or the channel.
     */
    private static List<Integer> convolution(MacEngine unit, int[] frame, boolean byPosition) {
        Placed p = unit.shape().window();
        List<Integer> out = new ArrayList<>();
        for (int pixel = 0; pixel < p.outH() * p.outW(); pixel++) {
            for (int m = 0; m < unit.shape().outChannels(); m++) {
                long sum = 0;
                for (int tap = 0; tap < p.taps(); tap++) {
                    for (int i = 0; i < unit.shape().depth(); i++) {
                        sum += weight(unit, m, tap, i) * element(unit, frame, pixel, tap, m, i);
                    }
                }
                out.add(requantized(unit, byPosition ? pixel : m, sum));
            }
        }
        return out;
    }

    private static long weight(MacEngine unit, int channel, int tap, int input) {
        return unit.weights().get(channel, tap, input);
    }

    private static int element(MacEngine unit, int[] frame, int pixel, int tap, int channel, int input) {
        Placed p = unit.shape().window();
        int y = pixel / p.outW() * p.window().strideH()
                - p.padTop()
                + tap / p.window().kernelW() * p.window().dilationH();
        int x = pixel % p.outW() * p.window().strideW()
                - p.padLeft()
                + tap % p.window().kernelW() * p.window().dilationW();
        int depth = unit.shape().depth();
        int group = channel * unit.shape().groups() / unit.shape().outChannels();
        boolean inside = y >= 0 && y < p.inH() && x >= 0 && x < p.inW();
        return inside ? frame[(y * p.inW() + x) * unit.shape().channels() + group * depth + input] : unit.padValue();
    }

    private static int requantized(MacEngine unit, int place, long sum) {
        int index = place % unit.requantized().form().channels();
        return unit.requantized()
                .form()
                .apply(index, sum + unit.requantized().bias().get(index));
    }
}
