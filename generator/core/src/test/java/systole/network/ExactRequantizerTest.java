package systole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;

/** The exact product against one of decimals of any length. */
class ExactRequantizerTest {
    private static Requantizer of(double weight, double input, double output) {
        return Requantizers.of(new Scaled(ScaleRounding.EXACT, List.of(weight)), input, output);
    }

    @Test
    void roundsTheProductOnce() {
        Random random = new Random(3);
        int ties = 0;
        for (int i = 0; i < 20_000; i++) {
            double input = (float) (random.nextInt(4) == 0 ? 1.0 / (1 + random.nextInt(64)) : random.nextDouble());
            double weight = (float) (0.001 + random.nextDouble());
            double output = random.nextInt(3) == 0 ? input * weight * (2 + random.nextInt(40)) : random.nextDouble();
            long sum = random.nextInt(1 << 20) - (1L << 19);
            BigDecimal product =
                    BigDecimal.valueOf(sum).multiply(new BigDecimal(input)).multiply(new BigDecimal(weight));
            BigDecimal wanted = product.divide(new BigDecimal(output), 0, RoundingMode.HALF_EVEN);
            BigDecimal twice = product.multiply(BigDecimal.valueOf(2)).remainder(new BigDecimal(output));
            ties += twice.signum() == 0 ? 1 : 0;
            assertEquals(wanted.longValueExact(), of(weight, input, output).apply(0, sum), () -> sum + " * " + input);
        }
        assertTrue(ties > 100, ties + " ties and whole results");
    }

    @Test
    void halvesBecomeEven() {
        Requantizer sixth = of(1, 0.5, 0.5 * 6);
        assertEquals(
                List.of(0L, 2L, 2L, 0L, -2L),
                List.of(
                        sixth.apply(0, 3),
                        sixth.apply(0, 9),
                        sixth.apply(0, 15),
                        sixth.apply(0, -3),
                        sixth.apply(0, -9)));
    }

    @Test
    void largeResultsSaturate() {
        Requantizer large = of(1, 1e30, 1);
        assertEquals(Long.MAX_VALUE, large.apply(0, 7));
        assertEquals(Long.MIN_VALUE, large.apply(0, -7));
        assertEquals(0, large.apply(0, 0));
        assertTrue(of(1e300, 1e300, 1).refuse(0, new Range(0, 1)).isPresent());
    }
}
