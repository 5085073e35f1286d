package systole.frontend.tflite;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.layer.history.History;
import systole.layer.reshape.Reshape;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Shape;

/**
 * The rows that a variable keeps from frame to frame, for the CONCATENATION that puts them in front of the new ones.
 *
 * @param variable the variable's name, for messages
 * @param rows the rows that are put in front
 * @param fresh the new rows of each frame
 * @param initial the raw integers of the rows before the first frame, one for each element, or one for all
 */
record KeptRows(String variable, int rows, int fresh, IntTensor initial) {
    /** The rows that are alike before the first frame are described by one element. */
    static KeptRows of(String variable, int rows, int fresh, int[] initial) {
        boolean alike = IntStream.of(initial).distinct().count() == 1;
        return new KeptRows(variable, rows, fresh, alike ? IntTensor.vector(initial[0]) : IntTensor.vector(initial));
    }

    /** The layers that read the new rows. */
    List<Layer> layers(Shape input) {
        History history = new History(rows, Optional.of(initial));
        return input.dims().get(0) == fresh
                ? List.of(history)
                : List.of(new Reshape(Shape.of(fresh, input.elements() / fresh)), history);
    }
}
