package systole.op;

import java.util.function.IntUnaryOperator;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Range;

/**
 * A long short-term memory. In each step, row r of the gates' inputs is {@code level(kernel[r] * x) +
 * level(recurrent[r] * h)}. The rows are in the order {@code 4 * unit + gate}.
 *
 * @param shape the shape of the sequence and of the state
 * @param x type of an input element
 * @param h type and zero point of an output element
 * @param kernel [4 * units][features]
 * @param recurrent [4 * units][units]
 * @param weight type of a weight of both matrices
 * @param levels turns sums of raw products into levels, first for the kernel's rows and then for the recurrent ones
 * @param cell turns the gates' inputs into the state and the output
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
     * The step of a unit: {@code c = span(kept(f * c) + added(i * g)), h = hidden(o * cellTanh(c))}.
     *
     * @param sigmoid the function of the inputs of i, f and o, from int16 to int16
     * @param tanh the function of the input of g
     * @param cellTanh the function of a cell state
     * @param kept rounds a product by a power of two
     * @param added rounds a product by a power of two
     * @param span the limits of a cell state, within int16
     * @param hidden turns a product into an element of h
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
