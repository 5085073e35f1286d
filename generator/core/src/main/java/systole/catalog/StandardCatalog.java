package systole.catalog;

import java.util.List;
import systole.layer.Catalog;
import systole.layer.add.Add;
import systole.layer.add.Sub;
import systole.layer.argmax.Argmax;
import systole.layer.clamp.Clamp;
import systole.layer.clamp.Relu;
import systole.layer.clamp.Relu6;
import systole.layer.concat.Concat;
import systole.layer.constant.Constant;
import systole.layer.conv1d.Conv1d;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.layer.extremum.Maximum;
import systole.layer.extremum.Minimum;
import systole.layer.history.History;
import systole.layer.lookup.Lookup;
import systole.layer.lstm.Lstm;
import systole.layer.mean.Mean;
import systole.layer.mul.Mul;
import systole.layer.pad.Pad;
import systole.layer.pool.AvgPool2d;
import systole.layer.pool.GlobalAvgPool;
import systole.layer.pool.GlobalMaxPool;
import systole.layer.pool.MaxPool2d;
import systole.layer.reshape.Flatten;
import systole.layer.reshape.Reshape;
import systole.layer.resize.ResizeNearest;
import systole.layer.reverse.Reverse;
import systole.layer.slice.Slice;
import systole.layer.softmax.Softmax;
import systole.layer.transpose.Transpose;

/** Every kind of layer that Systole knows. A new kind adds one line here. */
public final class StandardCatalog {
    public static final Catalog CATALOG = new Catalog(List.of(
            Conv2d.KIND,
            Conv1d.KIND,
            DepthwiseConv2d.KIND,
            Dense.KIND,
            Lstm.KIND,
            MaxPool2d.KIND,
            AvgPool2d.KIND,
            GlobalMaxPool.KIND,
            GlobalAvgPool.KIND,
            Mean.KIND,
            Add.KIND,
            Sub.KIND,
            Mul.KIND,
            Maximum.KIND,
            Minimum.KIND,
            Concat.KIND,
            Pad.KIND,
            History.KIND,
            Slice.KIND,
            Transpose.KIND,
            Reverse.KIND,
            ResizeNearest.KIND,
            Flatten.KIND,
            Reshape.KIND,
            Relu.KIND,
            Relu6.KIND,
            Clamp.KIND,
            Lookup.KIND,
            Constant.KIND,
            Softmax.KIND,
            Argmax.KIND));

    private StandardCatalog() {}
}
