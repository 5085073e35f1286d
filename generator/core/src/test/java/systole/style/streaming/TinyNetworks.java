package systole.style.streaming;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.design.Design;
import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.add.Add;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.layer.pool.MaxPool2d;
import systole.layer.reshape.Flatten;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Padding;
import systole.network.Padding.Automatic;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;
import systole.style.streaming.emit.StreamingDesign;
import systole.style.streaming.fold.BalancedFolding;
import systole.target.board.Board;
import systole.target.board.Boards;

/** Networks that are planned in no time, with the layers of the standard catalog. */
public final class TinyNetworks {
    public static final Planner PLANNER = new Planner(StandardCatalog.CATALOG, EngineCatalog.CATALOG);

    private static final Quantized INT8 = new Quantized(IntType.INT8);

    private TinyNetworks() {}

    public static Board board() {
        return Boards.find("arty-a7-35t").orElseThrow();
    }

    public static PlanOptions options() {
        return new PlanOptions(board(), 100, Map.of(), new BalancedFolding());
    }

    public static Design design(Network network) {
        return StreamingDesign.of(network, plan(network));
    }

    public static Plan plan(Network network) {
        return PLANNER.plan(network, options());
    }

    public static Supplier<Dense> dense(int out, int in) {
        return Dense.dense()
                .weights(weights(out, in))
                .requant(new Pow2(ShiftRounding.HALF_UP, List.of(5)))
                .output(INT8);
    }

    /** 3x3 with same padding. */
    public static Supplier<Conv2d> conv(int out, int in) {
        return conv(out, in, Automatic.SAME);
    }

    /** 3x3. */
    public static Supplier<Conv2d> conv(int out, int in, Padding padding) {
        return Conv2d.conv2d()
                .weights(weights(out, 3, 3, in))
                .padding(padding)
                .requant(new Pow2(ShiftRounding.HALF_UP, List.of(5)))
                .output(INT8);
    }

    private static IntTensor weights(Integer... dims) {
        int size = List.of(dims).stream().reduce(1, (a, b) -> a * b);
        return new IntTensor(
                List.of(dims),
                IntStream.range(0, size).map(i -> i * 37 % 23 - 11).toArray());
    }

    /** A convolution, a residual block, a pooling and a dense layer; every storage that there is. */
    public static Network residual() {
        NetworkBuilder net = NetworkBuilder.network("tiny");
        Flow stem = net.input("image", TypeSpec.int8(6, 6, 2)).then("stem", conv(4, 2));
        Flow sum = net.join("sum", Add.add().output(INT8), stem.then("block", conv(4, 4)), stem);
        return net.output(sum.then("pool", MaxPool2d.maxpool2d().kernel(6))
                .then("flat", Flatten::new)
                .then("logits", dense(3, 4)));
    }
}
