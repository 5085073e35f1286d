package systole.layer;

import java.util.List;
import systole.network.IntTensor;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization;

/** Receives a layer's arguments in writing order; the inverse of {@link Arguments}. */
public interface ArgumentWriter {
    void integer(String key, int value);

    /** A list of integers, also used for pairs. */
    void integers(String key, List<Integer> values);

    void number(String key, double value);

    void word(String key, String value);

    /** A tensor, written inline if small and to a file beside the text otherwise. */
    void tensor(String key, IntTensor value);

    /** Written under {@code padding}, left out if valid. */
    void padding(Padding padding);

    /** Written under {@code requant}. */
    default void requantization(Requantization requantization) {
        requantization("requant", requantization);
    }

    void requantization(String key, Requantization requantization);

    /** The declared output type, written behind the arrow. */
    void output(Quantized output);
}
