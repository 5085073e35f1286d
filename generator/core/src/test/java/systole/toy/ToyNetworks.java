package systole.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.network.BuildRequest;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.network.Node;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;
import systole.network.Requantization.ShiftRounding;
import systole.network.Requantization.Thresholds;
import systole.network.Shape;
import systole.network.TensorType;

/** Random networks of toy layers, by seed; small and large tensors, every requantization, every padding. */
public final class ToyNetworks {
    private final Random random;

    private ToyNetworks(long seed) {
        this.random = new Random(seed);
    }

    public static Network of(long seed) {
        return new ToyNetworks(seed).network();
    }

    private Network network() {
        List<Node> nodes = new ArrayList<>();
        List<String> tensors = new ArrayList<>(List.of("image"));
        int layers = 1 + random.nextInt(5);
        for (int i = 0; i < layers; i++) {
            String last = tensors.get(tensors.size() - 1);
            boolean join = random.nextInt(3) == 0;
            String other = tensors.get(random.nextInt(tensors.size()));
            Layer layer = join ? new Sum() : blend();
            nodes.add(new Node(
                    "l" + i, layer, join ? List.of(last, other) : List.of(last), build(random), SourceRef.NONE));
            tensors.add("l" + i);
        }
        TensorType input = new TensorType(Shape.of(3 + random.nextInt(9), 4, 5), quantized());
        String output = tensors.get(tensors.size() - 1);
        return NetworkValidator.validate("toy", "image", input, nodes, output, SourceRef.NONE, new Problems());
    }

    private Blend blend() {
        int rows = 1 + random.nextInt(5);
        IntTensor weights = tensor(rows, 1 + random.nextInt(4), 1 + random.nextInt(4));
        return new Blend(
                weights,
                random.nextBoolean() ? Optional.empty() : Optional.of(tensor(rows)),
                List.of(1 + random.nextInt(3), 1 + random.nextInt(3)),
                IntStream.range(0, 1 + random.nextInt(60))
                        .mapToObj(i -> random.nextInt(201) - 100)
                        .toList(),
                1 + random.nextInt(5),
                real(),
                random.nextBoolean() ? "near" : "far",
                padding(),
                requantization(),
                quantized());
    }

    private IntTensor tensor(Integer... dims) {
        int size = List.of(dims).stream().reduce(1, (a, b) -> a * b);
        int bits = random.nextInt(32);
        return new IntTensor(
                List.of(dims), random.ints(size).map(i -> i >> bits).toArray());
    }

    private double real() {
        return switch (random.nextInt(4)) {
            case 0 -> 1;
            case 1 -> random.nextInt(1000) + 1;
            case 2 -> (float) (random.nextDouble() + 0.001);
            default -> Math.scalb(random.nextDouble() + 0.5, random.nextInt(200) - 100);
        };
    }

    private Quantized quantized() {
        IntType type = new IntType(1 + random.nextInt(16), random.nextBoolean());
        return new Quantized(type, real(), type.clamp(random.nextInt(3) * random.nextInt(300) - 100));
    }

    private Padding padding() {
        return switch (random.nextInt(4)) {
            case 0 -> Padding.Automatic.SAME;
            case 1 -> Padding.Automatic.VALID;
            case 2 -> new Padding.Explicit(2, 2, 2, 2);
            default -> new Padding.Explicit(random.nextInt(3), random.nextInt(3), random.nextInt(3), 0);
        };
    }

    private Requantization requantization() {
        int channels = 1 + random.nextInt(50);
        ScaleRounding scale = pick(List.of(ScaleRounding.values()));
        ShiftRounding shift = pick(List.of(ShiftRounding.values()));
        return switch (random.nextInt(4)) {
            case 0 ->
                new Scaled(
                        scale,
                        DoubleStream.generate(this::real)
                                .limit(channels)
                                .boxed()
                                .toList());
            case 1 -> new Shift(longs(channels), longs(channels), random.nextInt(63));
            case 2 -> new Pow2(shift, random.ints(channels, 0, 31).boxed().toList());
            default -> {
                int[] row = random.ints(1 + random.nextInt(40)).sorted().toArray();
                yield new Thresholds(new IntTensor(List.of(1, row.length), row));
            }
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private List<Long> longs(int count) {
        return LongStream.generate(() -> random.nextLong() >>> 2)
                .limit(count)
                .boxed()
                .toList();
    }

    private static Optional<BuildRequest> build(Random random) {
        int pe = 1 + random.nextInt(64);
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(BuildRequest.fold(pe, 1 + random.nextInt(64), SourceRef.NONE));
            case 1 -> Optional.of(new BuildRequest("array", Map.of("pe", String.valueOf(pe)), SourceRef.NONE));
            case 2 -> Optional.of(new BuildRequest("lookup", Map.of(), SourceRef.NONE));
            default -> Optional.empty();
        };
    }
}
