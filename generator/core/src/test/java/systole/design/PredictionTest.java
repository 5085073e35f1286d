package systole.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {
    /** The second frame ends 12 cycles after the first, the third 11 later, and then they come every 10 cycles. */
    private static final Prediction FILLING = new Prediction(10, List.of(30L, 42L, 53L, 63L));

    @Test
    void fewFramesAreMeasuredBeforeTheSteadyState() {
        assertEquals(30, FILLING.latency());
        assertEquals(12, FILLING.interval(2));
        assertEquals(11.5, FILLING.interval(3), "the second half of three frames are two");
        assertEquals(10.5, FILLING.interval(4), "the second half of four frames are two");
    }

    @Test
    void theSecondHalfIsTheSteadyState() {
        assertEquals(10.5, Prediction.of(FILLING.ends()).interval());
        assertEquals(FILLING.ends(), Prediction.of(FILLING.ends()).ends());
    }

    @Test
    void laterFramesAreInSteadyState() {
        assertEquals((10.0 + 10 + 11) / 3, FILLING.interval(5), 1e-9);
        assertEquals(10, FILLING.interval(100));
        assertEquals(7, new Prediction(7, 20).interval(2));
    }
}
