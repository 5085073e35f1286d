package systole.frontend.tflite;

import java.util.List;
import systole.layer.argmax.Argmax;
import systole.network.IntTensor;
import systole.network.Layer;

/** ARG_MAX over the channels. The indices become unsigned integers of as many bits as they need. */
final class ArgmaxReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        IntTensor axis = op.constant(1);
        op.require(
                axis.size() == 1 && op.fromLast(axis.get(0)) == 0,
                "the axis " + axis + " of " + op.tensor(0).dims(),
                "the last dimension, the channels, is supported");
        return List.of(new Argmax());
    }
}
