package systole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ActivationTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8, 0.1, -20);

    @Test
    void limits() {
        assertEquals(new Range(-128, 127), Activation.Named.NONE.bounds(INT8));
        assertEquals(new Range(-20, 127), Activation.Named.RELU.bounds(INT8));
        assertEquals(new Range(-20, 40), Activation.Named.RELU6.bounds(INT8));
        assertEquals(new Range(-1, 3), new Activation.Clamp(-1, 3).bounds(INT8));
    }

    @Test
    void sixIsLimitedByTheTypeAndRoundedAwayFromZero() {
        assertEquals(new Range(0, 127), Activation.Named.RELU6.bounds(new Quantized(IntType.INT8, 1e-30, 0)));
        assertEquals(new Range(0, 3), Activation.Named.RELU6.bounds(new Quantized(IntType.INT8, 2.4, 0)), "2.5");
    }
}
