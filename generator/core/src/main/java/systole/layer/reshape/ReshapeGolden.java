package systole.layer.reshape;

import java.util.List;
import systole.golden.Golden;
import systole.network.TensorType;

/** Copies the elements, because reshaping changes nothing. */
public final class ReshapeGolden<L extends Reshaping> implements Golden<L> {
    @Override
    public Kernel prepare(L layer, List<TensorType> inputs, TensorType output) {
        return (frame, out) -> System.arraycopy(frame.get(0), 0, out, 0, out.length);
    }
}
