package systole.layer;

import java.util.List;
import java.util.Optional;
import systole.network.IntTensor;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization;

/**
 * The arguments of one statement, read by key. A missing, ill-typed or out-of-range value is reported at its place and
 * replaced by a plausible one, so that reading goes on and all problems are found together.
 */
public interface Arguments {
    /** True if the statement has the key. */
    boolean has(String key);

    /** A required integer in min..max. */
    int integer(String key, int min, int max);

    /** An integer in min..max, or the default. */
    default int integer(String key, int min, int max, int otherwise) {
        return has(key) ? integer(key, min, max) : otherwise;
    }

    /** A required pair [height, width] of integers in min..max; a single number stands for both. */
    List<Integer> pair(String key, int min, int max);

    default List<Integer> pair(String key, int min, int max, int otherwise) {
        return has(key) ? pair(key, min, max) : List.of(otherwise, otherwise);
    }

    /** A required list of integers in min..max; a single number is a list of one. */
    List<Integer> integers(String key, int min, int max);

    /** A required finite number. */
    double number(String key);

    default double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    /** A required word out of a set, in lower case. */
    String word(String key, List<String> allowed);

    /** A required tensor of 32-bit integers: a file, a number, or a nested list. */
    IntTensor tensor(String key);

    default Optional<IntTensor> optionalTensor(String key) {
        return has(key) ? Optional.of(tensor(key)) : Optional.empty();
    }

    /** The argument {@code padding}: {@code same}, {@code valid} (the default), a number, or [top, bottom, left, right]. */
    Padding padding();

    /** A required requantization under the key {@code requant}. */
    default Requantization requantization() {
        return requantization("requant");
    }

    /** A required requantization. */
    Requantization requantization(String key);

    /** The declared output type, which is required. If it is absent, this is reported at the statement. */
    Quantized output();

    /** True if the statement declares an output type. A kind that cannot declare one must report it if this is true. */
    boolean hasOutput();

    /**
     * Reports a problem at the place of a key, where {@code ->} stands for the output type, or at the statement if the
     * key is absent.
     */
    void report(String key, String message, String hint);
}
