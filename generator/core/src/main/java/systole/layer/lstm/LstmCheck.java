package systole.layer.lstm;

import java.util.Collections;
import systole.layer.mac.Mac;
import systole.layer.support.LayerCheck;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/** Checks the input and the own terms of an {@link Lstm}. */
record LstmCheck(Lstm layer, LayerCheck check) {
    private static final int MIN_BITS = 2;
    private static final int MAX_BITS = 8;

    boolean fits(TensorType input) {
        boolean shaped = isSequence(input.shape())
                & weightType(layer.weightType())
                & matrix("kernel", "features", "bias", layer.kernel())
                & matrix("recurrent", "units", "recurrent_bias", layer.recurrent());
        return shaped && sizes(input.shape()) && requantizations() && exact(input.element());
    }

    private boolean isSequence(Shape input) {
        return check.require(
                input.height() == 1,
                "the input is " + input + ", not [steps, features]",
                "reshape it to [steps, features] first; a feature map [height, width, channels] of height 1 will do, too");
    }

    private boolean weightType(IntType type) {
        return check.at("weight_type")
                .require(
                        type.signed() && type.bits() >= MIN_BITS && type.bits() <= MAX_BITS,
                        "the weights are " + type,
                        "an LSTM has weights of int2 to int8");
    }

    private boolean matrix(String name, String columns, String bias, GateMatrix matrix) {
        LayerCheck here = check.at(name);
        if (!here.dimensions(name + " weights", matrix.weights(), "4 * units", columns)) {
            return false;
        }
        return here.require(
                        matrix.weights().dim(0) % GateMatrix.GATES == 0,
                        "the " + name + " weights have " + matrix.weights().dim(0) + " rows",
                        "there are four gates, i, f, g and o, of equally many rows")
                & here.values(name + " weights", matrix.weights(), layer.weightType())
                & bias(bias, matrix);
    }

    private boolean bias(String name, GateMatrix matrix) {
        int rows = matrix.weights().dim(0);
        return check.at(name)
                .require(
                        matrix.bias().rank() == 1
                                && (matrix.bias().size() == 0 || matrix.bias().size() == rows),
                        "there are biases " + matrix.bias().dims() + " for " + rows + " rows",
                        "give a vector with one for each row, i, f, g and o after each other, or none");
    }

    private boolean sizes(Shape input) {
        int units = layer.kernel().units();
        return check.at("kernel")
                        .require(
                                layer.kernel().columns() == input.channels(),
                                "the kernel is for " + layer.kernel().columns() + " features and the input has "
                                        + input.channels(),
                                "the input is [steps, features], the kernel [4 * units, features]")
                & check.at("recurrent")
                        .require(
                                layer.recurrent().units() == units
                                        && layer.recurrent().columns() == units,
                                "the kernel has " + units + " units and the recurrent weights "
                                        + layer.recurrent().weights().dims(),
                                "they are [4 * units, units]: [" + GateMatrix.GATES * units + ", " + units + "]");
    }

    private boolean requantizations() {
        return requantization("kernel_requant", layer.kernelMac())
                & requantization("recurrent_requant", layer.recurrentMac())
                & check.requantization("hidden_requant", layer.hidden(), 1);
    }

    private boolean requantization(String name, Mac mac) {
        return check.requantization(name, mac.requant(), mac.channels());
    }

    private boolean exact(Quantized input) {
        Mac kernel = layer.kernelMac();
        Mac recurrent = layer.recurrentMac();
        return check.at("kernel").exact(kernel.requantizer(input), kernel.reachable(input))
                & check.at("recurrent")
                        .exact(recurrent.requantizer(layer.output()), recurrent.reachable(layer.output()))
                & check.exact(layer.hiddenRequantizer(), Collections.singletonList(CellArithmetic.PRODUCTS));
    }
}
