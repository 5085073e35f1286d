package systole.layer.support;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.network.IntType;

/** The syntax of the type of weights: {@code weight_type = int4}, left out if it is the usual one. */
public final class WeightType {
    public static final String KEY = "weight_type";

    private static final List<String> TYPES = IntStream.rangeClosed(1, 16)
            .boxed()
            .flatMap(bits -> Stream.of(new IntType(bits, true), new IntType(bits, false)))
            .map(IntType::toString)
            .toList();

    private WeightType() {}

    public static IntType read(Arguments arguments, IntType usual) {
        if (!arguments.has(KEY)) {
            return usual;
        }
        String word = arguments.word(KEY, TYPES);
        boolean signed = word.startsWith("i");
        return new IntType(Integer.parseInt(word.substring(signed ? 3 : 4)), signed);
    }

    public static void write(IntType type, IntType usual, ArgumentWriter out) {
        if (!type.equals(usual)) {
            out.word(KEY, type.toString());
        }
    }
}
