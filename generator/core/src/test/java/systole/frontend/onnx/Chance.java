package systole.frontend.onnx;

import java.util.Random;
import java.util.stream.IntStream;
import systole.network.IntType;
import systole.network.Quantized;

/** Random pieces of models. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    IntType type() {
        return maybe() ? IntType.INT8 : IntType.UINT8;
    }

    /** Every fourth scale is a power of two, so that ties occur. */
    float scale(double least, double most) {
        double exponent = Math.log(least) + random.nextDouble() * (Math.log(most) - Math.log(least));
        return random.nextInt(4) == 0
                ? (float) Math.scalb(1.0, (int) Math.rint(exponent / Math.log(2)))
                : (float) Math.exp(exponent);
    }

    Quantized element(IntType type, double least, double most) {
        return new Quantized(type, scale(least, most), between(type.min(), type.max()));
    }

    Quantized element(IntType type) {
        return element(type, 0.004, 0.5);
    }

    int[] integers(int size, int least, int most) {
        return IntStream.range(0, size).map(i -> between(least, most)).toArray();
    }

    float[] scales(int size, double least, double most) {
        float[] scales = new float[size];
        for (int i = 0; i < size; i++) {
            scales[i] = scale(least, most);
        }
        return scales;
    }
}
