package systole.frontend.tflite;

import java.util.List;
import java.util.function.Supplier;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Pool2DOptions;
import systole.layer.pool.AvgPool2d;
import systole.layer.pool.MaxPool2d;
import systole.layer.pool.PoolBuilder;
import systole.network.Activation;
import systole.network.Layer;
import systole.network.Quantized;

/** AVERAGE_POOL_2D and MAX_POOL_2D. They do not rescale, so limits follow from the output's scale and zero point. */
record PoolReader(Supplier<PoolBuilder<?>> pooling) implements RowReader {
    static PoolReader average() {
        return new PoolReader(AvgPool2d::avgpool2d);
    }

    static PoolReader max() {
        return new PoolReader(MaxPool2d::maxpool2d);
    }

    @Override
    public List<Layer> read(TfliteOperator op) {
        Pool2DOptions o = op.options(BuiltinOptions.Pool2DOptions, new Pool2DOptions());
        Quantized input = op.input(0).element();
        Quantized output = op.output().element();
        op.requireSameType(op.input(0), op.output());
        Activation limits = op.activation(o.fusedActivationFunction(), output);
        return List.of(pooling.get()
                .kernel(o.filterHeight(), o.filterWidth())
                .stride(o.strideH(), o.strideW())
                .padding(op.padding(o.padding()))
                .activation(input.equals(output) ? limits : Limits.integers(limits, output))
                .get());
    }
}
