package systole.style.streaming.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import systole.engine.Fold;
import systole.engine.Storage;
import systole.engine.Unit;
import systole.engine.array.LutMultiplier;
import systole.engine.avgpool.AvgPoolEngine;
import systole.engine.constant.ConstantEngine;
import systole.engine.curve.CurveEngine;
import systole.engine.lstm.LstmEngine;
import systole.engine.mac.MacEngine;
import systole.engine.mac.MacShape;
import systole.engine.maxpool.MaxPoolEngine;
import systole.engine.pair.PairEngine;
import systole.engine.requant.Requantized;
import systole.form.curve.CurvePlanner;
import systole.form.requant.MultiplyShift;
import systole.form.requant.ThresholdForm;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.Lstm;
import systole.layer.lstm.RandomLstm;
import systole.network.FixedPoint.FixedScale;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Padding.Automatic;
import systole.network.Padding.Explicit;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;
import systole.op.Pairing;
import systole.op.Weights;
import systole.rtl.GeneratedFile;
import systole.rtl.Place;
import systole.rtl.Templates;
import systole.target.chip.ChipFamilies;
import systole.target.chip.HardBlocks;

/** The smallest and the largest unit for each template, by the name of its module. */
public final class Units {
    private static final HardBlocks HARD_BLOCKS = ChipFamilies.usual();
    private static final IntType BIT = new IntType(1, false);
    private static final IntType INT16 = new IntType(16, true);
    private static final IntType INT4 = new IntType(4, true);
    private static final Window LARGE = new Window(3, 2, 2, 1, 1, 2, new Explicit(2, 1, 2, 1));

    /** Seconds to make: the curves of a large LSTM are searched for. */
    public static final Map<String, Unit> ALL = all();

    private Units() {}

    private static Map<String, Unit> all() {
        Map<String, Unit> units = new LinkedHashMap<>();
        units.put("mac_smallest", smallestMac());
        units.put("mac_largest", largestMac());
        units.put("mac_lanes", lanesMac());
        units.put("mac_weightless", averagePooling());
        units.put("mac_padded", paddedMac());
        units.put("maxpool_smallest", new MaxPoolEngine("unit", Window.POINT.on(1, 1), 1, BIT));
        units.put(
                "maxpool_largest",
                new MaxPoolEngine("unit", LARGE.on(9, 8), 6, IntType.INT8)
                        .withFold(new Fold(3, 1))
                        .withRing(40));
        units.put(
                "pair_smallest",
                pair(BIT, new Pairing.Elements(false), thresholds(1, 1), 1).withFold(new Fold(1, 1)));
        units.put(
                "pair_largest",
                pair(IntType.INT8, new Pairing.Tables(terms(), terms()), scaled(6), 6)
                        .withFold(new Fold(3, 1)));
        units.put(
                "pair_product",
                pair(IntType.INT8, new Pairing.Product(-7, 100), scaled(1), 6).withFold(new Fold(2, 1)));
        units.put(
                "pair_rescaled",
                pair(
                                INT16,
                                new Pairing.Rescaled(new FixedScale(1 << 30, 0), new FixedScale(-1_234_567_891, -3)),
                                scaled(1),
                                6)
                        .withFold(new Fold(2, 1)));
        units.put(
                "curve_smallest",
                new CurveEngine("unit", INT16, BIT, CurvePlanner.choose(x -> x < 0 ? 0 : 1), 1, 1, new Fold(1, 1)));
        units.put(
                "curve_largest",
                new CurveEngine(
                        "unit",
                        new IntType(14, true),
                        INT16,
                        CurvePlanner.choose(x -> Math.min(Short.MAX_VALUE, (x * x) >> 15)),
                        6,
                        24,
                        new Fold(3, 1)));
        units.put("constant_smallest", new ConstantEngine("unit", BIT, BIT, IntTensor.vector(1), 1, 1, new Fold(1, 1)));
        units.put(
                "constant_largest",
                new ConstantEngine(
                        "unit",
                        INT4,
                        IntType.INT8,
                        IntTensor.vector(IntStream.range(-40, 40).toArray()),
                        20,
                        240,
                        new Fold(20, 1)));
        units.put("lstm_smallest", lstm(1, 1, GateKind.HARD).withFold(new Fold(1, 1)));
        units.put("lstm_largest", largestLstm());
        return units;
    }

    private static LstmEngine lstm(int features, int units, GateKind gates) {
        return lstm(RandomLstm.of(features, units, gates).shifted(1).get(), features);
    }

    /** Several chains, words that neither features nor units fill, curves, a state that is carried over. */
    private static LstmEngine largestLstm() {
        Lstm layer = RandomLstm.of(10, 22, GateKind.TABLE)
                .shifted(1)
                .sequence()
                .stateful()
                .get();
        LstmEngine unit = lstm(layer, 10);
        return unit.withFold(new Fold(8, 3)).variants().get(1);
    }

    private static LstmEngine lstm(Lstm layer, int features) {
        TensorType input = new TensorType(Shape.of(3, features), new Quantized(IntType.INT8, 1.0 / 64, 3));
        return (LstmEngine) LstmEngine.KIND
                .claim("unit", RandomLstm.op(layer, input), HARD_BLOCKS)
                .get(0);
    }

    /** Module and memories, as they stand in a design. */
    public static List<GeneratedFile> files(String module, Unit unit) {
        List<String> sources = unit.inputs().size() == 1 ? List.of("in") : List.of("a", "b");
        return unit.rtl(new Place(new Templates(), module, "u_unit", "unit_flag", sources, List.of("out")))
                .files();
    }

    private static MacEngine smallestMac() {
        Weights weights = new Weights(new IntTensor(List.of(1, 1, 1), new int[] {1}), BIT);
        return new MacEngine(
                "unit",
                new MacShape(Window.POINT.on(1, 1), 1, 1, 1),
                BIT,
                0,
                weights,
                thresholds(1, 1),
                BIT,
                new LutMultiplier(),
                HARD_BLOCKS,
                Storage.USUAL,
                1);
    }

    private static MacEngine largestMac() {
        return new MacEngine(
                        "unit",
                        new MacShape(LARGE.on(9, 8), 4, 12, 1),
                        IntType.INT8,
                        -3,
                        weights(12, 6, 4, IntType.INT8),
                        new Requantized(signedAdd(12), bias(12), HARD_BLOCKS.dsp()),
                        IntType.INT8,
                        HARD_BLOCKS)
                .withFold(new Fold(12, 4))
                .withRing(40);
    }

    /** 5 to 7 channels, 3 and 4 at once: both the last beat of a pixel and the last pass are filled up. */
    private static MacEngine paddedMac() {
        return new MacEngine(
                        "unit",
                        new MacShape(LARGE.on(9, 8), 5, 7, 1),
                        IntType.INT8,
                        -3,
                        weights(7, 6, 5, IntType.INT8),
                        scaled(7),
                        IntType.INT8,
                        HARD_BLOCKS)
                .withFold(new Fold(4, 3))
                .withRing(40);
    }

    /** A depthwise convolution with a multiplier, and thresholds: every column has an element of its own. */
    private static MacEngine lanesMac() {
        return new MacEngine(
                        "unit",
                        new MacShape(new Window(3, 3, 1, 1, 1, 1, Automatic.SAME).on(5, 4), 4, 8, 4),
                        INT4,
                        0,
                        weights(8, 9, 1, INT4),
                        thresholds(8, 3),
                        INT4,
                        HARD_BLOCKS)
                .withFold(new Fold(4, 1))
                .withRing(12);
    }

    /** Divided by another count at every edge: an index for each position. */
    private static AvgPoolEngine averagePooling() {
        return new AvgPoolEngine(
                "unit",
                new Window(2, 2, 2, 2, 1, 1, Automatic.SAME).on(5, 5),
                4,
                IntType.UINT8,
                new Requantized(scaledForm(9), bias(9), HARD_BLOCKS.dsp()),
                IntType.UINT8,
                new Fold(2, 1),
                HARD_BLOCKS,
                Storage.USUAL,
                12);
    }

    private static PairEngine pair(IntType type, Pairing pairing, Requantized requantized, int channels) {
        Range sum = type.equals(BIT) ? new Range(2L * type.min(), 2L * type.max()) : new Range(-12800, 12700);
        return new PairEngine(
                "unit", type, type, pairing, sum, requantized, type, channels, 4 * channels, new Fold(1, 1));
    }

    private static IntTensor terms() {
        return IntTensor.vector(IntStream.range(0, 256).map(i -> 50 * (byte) i).toArray());
    }

    private static Weights weights(int channels, int taps, int depth, IntType type) {
        int[] values = IntStream.range(0, channels * taps * depth)
                .map(i -> type.min() + i * 29 % (type.max() - type.min() + 1))
                .toArray();
        return new Weights(new IntTensor(List.of(channels, taps, depth), values), type);
    }

    private static List<Long> bias(int indices) {
        return IntStream.range(0, indices).mapToObj(i -> 100L * i - 300).toList();
    }

    private static Requantized scaled(int channels) {
        return new Requantized(scaledForm(channels), bias(channels), HARD_BLOCKS.dsp());
    }

    private static MultiplyShift scaledForm(int channels) {
        long[] mult = IntStream.range(0, channels).mapToLong(c -> 40_000 + c).toArray();
        long[] add = Collections.nCopies(channels, 1L << 17).stream()
                .mapToLong(a -> a)
                .toArray();
        return new MultiplyShift(18, 16, 18, mult, add, add, true, -5, -128, 127);
    }

    /** Too wide for one DSP slice, with an addend for each sign. */
    private static MultiplyShift signedAdd(int channels) {
        long[] mult =
                IntStream.range(0, channels).mapToLong(c -> (1L << 20) + c).toArray();
        long[] positive = Collections.nCopies(channels, 1L << 29).stream()
                .mapToLong(a -> a)
                .toArray();
        long[] negative = Collections.nCopies(channels, (1L << 29) - 1).stream()
                .mapToLong(a -> a)
                .toArray();
        return new MultiplyShift(24, 21, 30, mult, positive, negative, false, 7, -100, 100);
    }

    private static Requantized thresholds(int channels, int comparisons) {
        List<long[]> rows = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            rows.add(IntStream.range(0, (1 << comparisons) - 1)
                    .mapToLong(i -> 3L * i - 4)
                    .toArray());
        }
        return new Requantized(
                new ThresholdForm(8, 0, rows.toArray(long[][]::new)),
                Collections.nCopies(channels, 1L),
                HARD_BLOCKS.dsp());
    }
}
