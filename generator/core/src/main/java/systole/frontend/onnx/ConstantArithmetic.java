package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arithmetic on constants, in single precision or in whole numbers, and conversions between types. */
final class ConstantArithmetic {
    private static final Map<Integer, double[]> LIMITS = Map.of(
            DataType.INT8_VALUE, new double[] {-0x1p7, 0x1p7 - 1},
            DataType.UINT8_VALUE, new double[] {0, 0x1p8 - 1},
            DataType.INT16_VALUE, new double[] {-0x1p15, 0x1p15 - 1},
            DataType.UINT16_VALUE, new double[] {0, 0x1p16 - 1},
            DataType.INT32_VALUE, new double[] {-0x1p31, 0x1p31 - 1},
            DataType.INT64_VALUE, new double[] {-0x1p53, 0x1p53});

    private ConstantArithmetic() {}

    /** A function of two numbers of one type. */
    enum Pair {
        ADD {
            @Override
            double of(double a, double b) {
                return a + b;
            }
        },
        SUB {
            @Override
            double of(double a, double b) {
                return a - b;
            }
        },
        MUL {
            @Override
            double of(double a, double b) {
                return a * b;
            }
        },
        DIV {
            @Override
            double of(double a, double b) {
                return a / b;
            }
        };

        /** The result. That of two floats, computed in double precision and rounded, is the float's own. */
        abstract double of(double a, double b);

        Constant read(OnnxOperator op) {
            Constant a = op.constant(0);
            Constant b = op.constant(1);
            op.require(a.type() == b.type(), "its constants differ in type", "export the model again");
            List<Integer> dims = joint(op, a.dims(), b.dims());
            op.problems().throwIfAny();
            double[] left = ConstantShapes.broadcast(a, dims).values();
            double[] right = ConstantShapes.broadcast(b, dims).values();
            double[] values = new double[left.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = of(left[i], right[i]);
            }
            return typed(op, a.name(), dims, a.type(), values);
        }
    }

    /** The dimensions to which two tensors are repeated. */
    private static List<Integer> joint(OnnxOperator op, List<Integer> a, List<Integer> b) {
        List<Integer> dims = new ArrayList<>();
        int rank = Math.max(a.size(), b.size());
        for (int d = 0; d < rank; d++) {
            int first = d < rank - a.size() ? 1 : a.get(d - rank + a.size());
            int second = d < rank - b.size() ? 1 : b.get(d - rank + b.size());
            op.require(first == second || first == 1 || second == 1, "it joins " + a + " and " + b, "use equal sizes");
            dims.add(first == 1 ? second : first);
        }
        return dims;
    }

    /** A constant of a type. Real numbers are rounded to it, and the fractions of integers are cut off. */
    private static Constant typed(OnnxOperator op, String name, List<Integer> dims, int type, double[] values) {
        double[] own = new double[values.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = switch (type) {
                case DataType.FLOAT_VALUE -> (float) values[i];
                case DataType.DOUBLE_VALUE -> values[i];
                default -> values[i] < 0 ? Math.ceil(values[i]) : Math.floor(values[i]);
            };
            boolean fits =
                    !LIMITS.containsKey(type) || (own[i] >= LIMITS.get(type)[0] && own[i] <= LIMITS.get(type)[1]);
            if (!fits) {
                throw op.refused(
                        "the constant " + values[i] + " does not fit " + FileTensor.typeName(type),
                        "export the model again");
            }
        }
        return new Constant(name, dims, type, own);
    }

    /** Cast to a number of another type. */
    static Constant cast(OnnxOperator op) {
        op.attributes().ignore("saturate", "round_mode");
        int type = op.attributes().integer("to", 0);
        Constant from = op.constant(0);
        boolean known = LIMITS.containsKey(type) || type == DataType.FLOAT_VALUE || type == DataType.DOUBLE_VALUE;
        if (!known) {
            throw op.refused("the type " + FileTensor.typeName(type), "use floats or integers of 8 to 64 bits");
        }
        return typed(op, from.name(), from.dims(), type, from.values());
    }

    /** Clip with limits that are inputs or attributes. */
    static Constant clip(OnnxOperator op) {
        double lo = limit(op, 1, "min", Double.NEGATIVE_INFINITY);
        double hi = limit(op, 2, "max", Double.POSITIVE_INFINITY);
        Constant from = op.constant(0);
        double[] values = from.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(Math.max(values[i], lo), hi);
        }
        return new Constant(from.name(), from.dims(), from.type(), values);
    }

    private static double limit(OnnxOperator op, int input, String attribute, double otherwise) {
        double stated = op.attributes().has(attribute) ? op.attributes().real(attribute, 0) : otherwise;
        return op.has(input) ? op.constant(input).scalar() : stated;
    }
}
