package systole.frontend.onnx;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import systole.rim.Step;

/** The value of a tensor of the file. */
sealed interface Value {
    /** The type of constants of real numbers. */
    int FLOAT = ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT_VALUE;

    /** The integers of the network, if a value consists of them or of the real numbers that they stand for. */
    static Optional<Wire> flow(Value value) {
        if (value instanceof Integers integers) {
            return Optional.of(integers.flow());
        }
        return value instanceof Reals reals ? Optional.of(reals.flow()) : Optional.empty();
    }

    /**
     * Real numbers in front of the first quantizer: an input, or what steps make of it.
     *
     * @param start the input
     * @param scaled the tensor behind the last step that does more than to move elements
     * @param moves give integers of the input the dimensions behind the steps
     */
    record Frames(
            GraphInput start,
            List<Integer> dims,
            String scaled,
            List<Step> steps,
            List<String> names,
            List<UnaryOperator<Wire>> moves)
            implements Value {
        public Frames {
            dims = List.copyOf(dims);
            steps = List.copyOf(steps);
            names = List.copyOf(names);
            moves = List.copyOf(moves);
        }

        Frames(GraphInput start, List<Integer> dims) {
            this(start, dims, "", List.of(), List.of(), List.of());
        }
    }

    /** Real numbers behind the last dequantizer: results, or what steps make of them. */
    record Results(List<Integer> dims) implements Value {}

    /** A constant, which is not an activation. */
    record Fixed(Constant constant) implements Value {}

    /** A constant of integers that stand for real numbers. */
    record FixedReals(Constant constant, Scales scales) implements Value {
        /** The real numbers. */
        Constant reals() {
            int axis = scales.axis(constant.dims().size());
            int inner = scales.isSingle() ? 1 : ConstantShapes.strides(constant.dims())[axis];
            double[] values = constant.values().clone();
            for (int i = 0; i < values.length; i++) {
                int c = scales.isSingle() ? 0 : i / inner % constant.dims().get(axis);
                values[i] = (float) (values[i] - scales.zero(c)) * (float) scales.scale(c);
            }
            return new Constant(constant.name(), constant.dims(), FLOAT, values);
        }
    }

    /** Integers of the network. */
    record Integers(Wire flow) implements Value {}

    /** The real numbers that integers of the network stand for. */
    record Reals(Wire flow) implements Value {}

    /** A function of each real number that integers of the network stand for. */
    record Mapped(Wire flow, RealFunction function) implements Value {}

    /**
     * Sums that are not integers of a type yet.
     *
     * @param node the operator that computes them
     * @param finish adds the layers, once the use of the sums is known
     * @param shifts true if a shift may turn them into integers
     * @param once true if they can be computed exactly and rounded once
     * @param limits what clips behind them do to each real number
     */
    record Sums(FileNode node, Function<Outcome, Wire> finish, boolean shifts, boolean once, Limits limits)
            implements Value {
        /** The same sums behind a clip. */
        Sums limited(RealFunction clip) {
            return new Sums(node, finish, shifts, once, limits.then(clip));
        }
    }

    /** The result of an operator that was refused. */
    record Refused() implements Value {}
}
