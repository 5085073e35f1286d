package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import systole.layer.mean.Mean;
import systole.network.Layer;

/** MEAN over any dimensions but the batch. */
final class MeanReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        List<Layer> layers = new ArrayList<>(Reduction.of(op).layers());
        layers.add(new Mean(op.output().element()));
        return layers;
    }
}
