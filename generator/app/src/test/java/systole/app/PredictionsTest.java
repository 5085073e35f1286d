package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import systole.DesignOptions;
import systole.Systole;
import systole.design.Prediction;

/** Predictions that were once missed by a cycle are what the hardware was seen to take. */
class PredictionsTest {
    private static Prediction of(String file) {
        Systole systole = Systole.standard();
        return systole.design(systole.read(Shell.usage(file)).network(), DesignOptions.on("arty-a7-35t"))
                .prediction();
    }

    /** The design holds four frames at once, so that three do not fill it. */
    @Test
    void fewFramesOfAFilledPipeline() {
        Prediction prediction = of("prediction-missed-n66/n66.net");
        assertEquals(73.5, prediction.interval(3));
        assertEquals(72, prediction.interval(12));
    }

    @Test
    void theLatencyBehindAFork() {
        assertEquals(4_984, of("prediction-missed-n25/n25.net").latency());
    }
}
