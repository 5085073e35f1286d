package systole.frontend.tflite;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.TensorType;

/**
 * Draws the parts of a model with one operator, of 8 bits or, if it is wide, of int16. The extremes are drawn more often
 * than others.
 */
final class RandomModel {
    final Random random;
    private final boolean wide;
    final TinyModel model = new TinyModel();
    private int input;
    private byte type = TensorType.INT8;
    private float scale;
    private int zero;
    private int[] dims = {};

    RandomModel(long seed) {
        this(seed, false);
    }

    RandomModel(long seed, boolean wide) {
        random = new Random(seed);
        this.wide = wide;
        if (wide && random.nextInt(4) == 0) {
            model.sumIn32Bits();
        }
    }

    /** True if elements are int16. */
    boolean wide() {
        return wide;
    }

    /** The type of an element, where one of 8 bits would have another. */
    byte type(byte narrow) {
        return wide ? TensorType.INT16 : narrow;
    }

    /** A size from 1 to {@code most}. */
    int size(int most) {
        return 1 + random.nextInt(most);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A scale, spread evenly over orders of magnitude. */
    float scale(double least, double most) {
        return (float) (least * Math.pow(most / least, random.nextDouble()));
    }

    int zero(byte of) {
        if (of == TensorType.INT16) {
            return 0;
        }
        int raw = extreme(random.nextInt(256));
        return of == TensorType.UINT8 ? raw : raw - 128;
    }

    private int extreme(int raw) {
        return random.nextInt(4) == 0 ? one(List.of(0, 255, 128)) : raw;
    }

    /** The model's input; a batch of 1 comes first. */
    int input(byte of, int... shape) {
        type = type(of);
        scale = wide ? wideScale() : scale(0.002, 0.5);
        zero = zero(type);
        dims = shape;
        input = model.tensor(type, scale, zero, shape);
        return input;
    }

    /** Some scales are powers of two, which some kernels treat in another way. */
    private float wideScale() {
        return random.nextInt(5) == 0 ? Math.scalb(1f, -9 - random.nextInt(8)) : scale(0.00001, 0.002);
    }

    /** True if the input is uint8. */
    boolean unsigned() {
        return type == TensorType.UINT8;
    }

    float inputScale() {
        return scale;
    }

    /** A computed tensor with the input's scale and zero point. */
    int same(int... shape) {
        return model.tensor(type, scale, zero, shape);
    }

    /** A computed tensor whose scale is the input's times about 1/8 to 8. */
    int other(int... shape) {
        return model.tensor(type, scale * scale(0.125, 8), zero(type), shape);
    }

    /** A computed tensor of a scale. */
    int scaled(float of, int... shape) {
        return model.tensor(type, of, zero(type), shape);
    }

    /** A constant of the input's type; of the input's zero point if it has the input's scale. */
    int constant(float of, byte[] data, int... shape) {
        int constant = model.bytes(type, new float[] {of}, 0, wide ? words(data.length) : data, shape);
        model.last().getQuantization().setZeroPoint(new long[] {of == scale ? zero : zero(type)});
        return constant;
    }

    /** The scale or scales of weights for a number of channels. */
    float[] weightScales(int channels) {
        int count = unsigned() || random.nextBoolean() ? 1 : channels;
        float first = scale(0.001, 0.1);
        float[] scales = new float[count];
        IntStream.range(0, count).forEach(i -> scales[i] = first * scale(0.3, 3));
        return scales;
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        IntStream.range(0, count).forEach(i -> bytes[i] = (byte) extreme(random.nextInt(256)));
        return bytes;
    }

    /** The bytes of 16-bit words. */
    private byte[] words(int count) {
        byte[] words = bytes(2 * count);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) == 0) {
                words[2 * i] = words[2 * i + 1] < 0 ? 0 : (byte) -1;
                words[2 * i + 1] = (byte) (words[2 * i + 1] < 0 ? -128 : 127);
            }
        }
        return words;
    }

    /** A bias for each channel. */
    int bias(int channels, int reach, float weightScale) {
        int[] values = random.ints(channels, -reach, reach + 1).toArray();
        boolean longs = wide && !model.sumsIn32Bits();
        int bias = longs ? model.longs(values, channels) : model.ints(values, channels);
        QuantizationParametersT q = new QuantizationParametersT();
        q.setScale(new float[] {scale * weightScale});
        q.setZeroPoint(new long[] {0});
        model.last().setQuantization(q);
        return bias;
    }

    /** A frame: raw integers of the input's type, of the whole range or of a part of it. */
    int[] frame() {
        int count = IntStream.of(dims).reduce(1, (a, b) -> a * b);
        int values = type == TensorType.INT16 ? 1 << 16 : 1 << 8;
        int spread = random.nextBoolean() ? values : size(values);
        int from = random.nextInt(values + 1 - spread);
        int offset = type == TensorType.UINT8 ? 0 : -values / 2;
        return IntStream.range(0, count)
                .map(i -> from + random.nextInt(spread) + offset)
                .toArray();
    }

    byte[] write(int output) {
        return model.write(new int[] {input}, output);
    }
}
