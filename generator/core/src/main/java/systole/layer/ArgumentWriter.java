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

    /** Writes a tensor: inline if it is small, otherwise to a file beside the text. */
    void tensor(String key, IntTensor value);

    /** Writes the padding under the key {@code padding}, or nothing if it is valid. */
    void padding(Padding padding);

    /** Writes a requantization under the key {@code requant}. */
    default void requantization(Requantization requantization) {
        requantization("requant", requantization);
    }

    void requantization(String key, Requantization requantization);

    /** Writes the declared output type behind the arrow. */
    void output(Quantized output);
}
