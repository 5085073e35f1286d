package systole.layer.slice;

import java.util.List;
import systole.golden.Golden;
import systole.network.Shape;
import systole.network.Span;
import systole.network.TensorType;

/** Computes a slice, element by element. */
public final class SliceGolden implements Golden<Slice> {
    @Override
    public Kernel prepare(Slice layer, List<TensorType> inputs, TensorType output) {
        Shape in = inputs.get(0).shape();
        Span rows = layer.rows(in);
        Span columns = layer.columns(in);
        Span channels = layer.channels(in);
        return (frame, out) -> {
            int to = 0;
            for (int y = 0; y < rows.count(); y++) {
                for (int x = 0; x < columns.count(); x++) {
                    int pixel = (rows.first() + y * rows.step()) * in.width() + columns.first() + x * columns.step();
                    for (int c = 0; c < channels.count(); c++) {
                        out[to++] = frame.get(0)[pixel * in.channels() + channels.first() + c * channels.step()];
                    }
                }
            }
        };
    }
}
