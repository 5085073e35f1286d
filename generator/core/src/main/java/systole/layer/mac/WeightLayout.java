package systole.layer.mac;

import java.util.List;
import systole.network.Shape;

/** Guesses which order of dimensions somebody had in mind whose weights do not fit the input. */
final class WeightLayout {
    private static final String RULE =
            "weights are [output channels, height, width, input channels / groups], and inputs [height, width, channels]";

    private WeightLayout() {}

    /**
     * Advice.
     *
     * @param weights the dimensions of the weights
     * @param input the input of the layer
     */
    static String hint(List<Integer> weights, Shape input, int groups) {
        int depth = weights.get(3) * groups;
        if (input.rank() == 3 && input.height() == depth) {
            return RULE + "; if the input has its channels first, declare it as ["
                    + String.join(", ", List.of("" + input.width(), "" + input.channels(), "" + depth)) + "]";
        }
        if (weights.get(2) * groups == input.channels()) {
            return RULE + "; the order of Keras becomes that by numpy.transpose(weights, (3, 0, 1, 2))";
        }
        return weights.get(1) * groups == input.channels()
                ? RULE + "; the order of PyTorch becomes that by numpy.transpose(weights, (0, 2, 3, 1))"
                : RULE;
    }
}
