package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static systole.layer.concat.Concat.concat;
import static systole.layer.conv2d.Conv2d.conv2d;
import static systole.layer.dense.Dense.dense;
import static systole.layer.depthwise.DepthwiseConv2d.depthwiseConv2d;
import static systole.layer.mul.Mul.mul;
import static systole.layer.pool.GlobalAvgPool.globalAvgPool;
import static systole.layer.reshape.Reshape.reshape;
import static systole.layer.resize.ResizeNearest.resizeNearest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.Kinds;
import systole.layer.support.Axis;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Padding.Automatic;
import systole.network.Padding.Explicit;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;

/** Networks in which layers read or write in bursts between slow engines: storage must keep these at work. */
class RateIT {
    private static final Random RANDOM = new Random(3);
    private static final Pow2 REQUANT = new Pow2(ShiftRounding.HALF_UP, List.of(7));
    private static final Quantized INT8 = TypeSpec.int8().element();

    private static final Map<String, Network> NETWORKS = new TreeMap<>(Map.of(
            "border", border(),
            "stacked", stacked(),
            "enlarged", enlarged(),
            "excited", excited(),
            "padded", padded()));

    private static IntTensor weights(Integer... dims) {
        return Kinds.tensor(RANDOM, IntType.INT8, dims);
    }

    /** A border of many beats behind one array and before another that is as slow. */
    private static Network border() {
        NetworkBuilder net = NetworkBuilder.network("border");
        Flow x = net.input("x", TypeSpec.uint8(2, 7, 5));
        Flow y = x.then(
                        "y",
                        conv2d().weights(weights(7, 3, 2, 5))
                                .stride(2)
                                .padding(Automatic.SAME)
                                .requant(REQUANT)
                                .output(INT8))
                .fold(1, 5);
        Flow z = y.then(
                        "z",
                        depthwiseConv2d()
                                .weights(weights(2, 2, 14))
                                .stride(1, 2)
                                .padding(new Explicit(1, 1, 0, 3))
                                .requant(REQUANT)
                                .output(INT8))
                .fold(2, 1);
        return net.output(z);
    }

    /** One tensor above another that comes from it. */
    private static Network stacked() {
        NetworkBuilder net = NetworkBuilder.network("stacked");
        Flow x = net.input("x", TypeSpec.int8(5, 6, 4));
        Flow y = net.join("y", concat().axis(Axis.HEIGHT), same(x, "a", 4, 2, 2), x);
        return net.output(same(y, "z", 4, 2, 4));
    }

    /** Few positions become many, which keep an array at work. */
    private static Network enlarged() {
        NetworkBuilder net = NetworkBuilder.network("enlarged");
        Flow x = net.input("x", TypeSpec.int8(3, 4, 4));
        Flow y = same(x, "y", 4, 1, 2).then("big", resizeNearest(6, 12));
        return net.output(same(y, "z", 2, 2, 4));
    }

    /** Each channel by a factor that depends on all of the frame. */
    private static Network excited() {
        NetworkBuilder net = NetworkBuilder.network("excited");
        Flow x = net.input("x", TypeSpec.int8(6, 5, 4));
        Flow y = same(x, "y", 4, 2, 4);
        Flow squeezed = y.then("mean", globalAvgPool()).then("flat", reshape(4));
        Flow factors = squeezed.then(
                        "factors",
                        dense().weights(weights(4, 4)).requant(REQUANT).output(INT8))
                .then("position", reshape(1, 1, 4))
                .then("everywhere", resizeNearest(6, 5));
        return net.output(net.join("z", mul().requant(REQUANT).output(INT8), y, factors));
    }

    /** Foldings that pad elements, channels, and lanes, each before another. */
    private static Network padded() {
        NetworkBuilder net = NetworkBuilder.network("padded");
        Flow x = net.input("x", TypeSpec.int8(6, 5, 5));
        Flow y = x.then(
                        "y",
                        conv2d().weights(weights(7, 3, 3, 5))
                                .padding(Automatic.SAME)
                                .requant(REQUANT)
                                .output(INT8))
                .fold(4, 3);
        Flow lanes = y.then(
                        "lanes",
                        depthwiseConv2d()
                                .weights(weights(3, 3, 7))
                                .padding(Automatic.SAME)
                                .requant(REQUANT)
                                .output(INT8))
                .fold(2, 1);
        Flow point = lanes.then(
                        "point",
                        conv2d().weights(weights(6, 1, 1, 7)).requant(REQUANT).output(INT8))
                .fold(6, 4);
        Flow z = point.then(
                        "z",
                        conv2d().weights(weights(10, 1, 1, 6)).requant(REQUANT).output(INT8))
                .fold(4, 1);
        return net.output(z);
    }

    private static Flow same(Flow x, String name, int channels, int pe, int simd) {
        return x.then(
                        name,
                        conv2d().weights(weights(channels, 3, 3, 4))
                                .padding(Automatic.SAME)
                                .requant(REQUANT)
                                .output(INT8))
                .fold(pe, simd);
    }

    static Set<String> networks() {
        return NETWORKS.keySet();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theSlowestEngineSetsThePace(String name, @TempDir Path folder) {
        assertEquals(List.of(), RtlCheck.problems(NETWORKS.get(name), folder, 2, List.of(RtlCheck.VERILATOR)));
    }
}
