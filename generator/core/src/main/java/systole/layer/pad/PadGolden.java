package systole.layer.pad;

import java.util.Arrays;
import java.util.List;
import systole.golden.Golden;
import systole.network.Shape;
import systole.network.TensorType;

/** Computes padding. */
public final class PadGolden implements Golden<Pad> {
    @Override
    public Kernel prepare(Pad layer, List<TensorType> inputs, TensorType output) {
        Shape in = inputs.get(0).shape();
        int row = in.width() * in.channels();
        int pitch = output.shape().width() * in.channels();
        int first = layer.padding().top() * pitch + layer.padding().left() * in.channels();
        int fill = layer.fill(inputs.get(0));
        return (frame, out) -> {
            Arrays.fill(out, fill);
            for (int y = 0; y < in.height(); y++) {
                System.arraycopy(frame.get(0), y * row, out, first + y * pitch, row);
            }
        };
    }
}
