package systole.op;

import java.util.function.IntUnaryOperator;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Range;

/**
 * A long short-term memory. In each step, row r of the gates' inputs is {@code level(kernel[r] * x) + level(recurrent[r] *
 * h)}; rows are in the order {@code 4 * unit + gate}.
 *
 * @param shape what goes through
 * @param x type of an input element
 * @param h type and zero point of an output element
 * @param kernel [4 * units][features]
 * @param recurrent [4 * units][units]
 * @param weight type of a weight of either
 * @param levels from sums of raw products to levels: the kernel's rows, then the recurrent ones
 * @param cell what is made of the gates' inputs
 */
public record RecurrenceOp(
        LstmShape shape,
        IntType x,
        Quantized h,
        IntTensor kernel,
        IntTensor recurrent,
        IntType weight,
        Scaling levels,
        Cell cell)
        implements Op {
    /**
     * A unit's step: {@code c = span(kept(f * c) + added(i * g)), h = hidden(o * cellTanh(c))}.
     *
     * @param sigmoid of the inputs of i, f and o; int16 to int16
     * @param tanh of the input of g
     * @param cellTanh of a cell state
     * @param kept rounds a product by a power of two
     * @param added rounds a product by a power of two
     * @param span the limits of a cell state, within int16
     * @param hidden from a product to an element of h
     */
    public record Cell(
            IntUnaryOperator sigmoid,
            IntUnaryOperator tanh,
            IntUnaryOperator cellTanh,
            RequantTask kept,
            RequantTask added,
            Range span,
            RequantTask hidden) {}
}
