package systole.layer.lstm;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.layer.mac.Mac;
import systole.network.Fold;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantizer;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.curve.CurvePlanner;
import systole.plan.requant.MultiplyShift;
import systole.plan.requant.RequantForm;
import systole.plan.requant.RequantPlanner;
import systole.plan.requant.RequantProof;
import systole.plan.requant.RequantTask;
import systole.plan.unit.Engine;
import systole.plan.unit.LstmCell;
import systole.plan.unit.LstmShape;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.Multiplier;
import systole.plan.unit.Requantized;
import systole.plan.unit.Weights;

/**
 * Chooses the hardware of an {@link Lstm}: one array for both matrices, whose rows are ordered unit by unit. The array
 * sums {@code w * x} over raw elements. The requantizers add a bias that includes the part of the zero points.
 */
public final class LstmLowering implements Lowering<Lstm> {
    /** The widest element. */
    private static final int MAX_BITS = 16;

    @Override
    public List<Engine> lower(String name, Lstm layer, List<TensorType> inputs, TensorType output) {
        Quantized x = inputs.get(0).element();
        requireCommonElement(x.type(), layer.output().type());
        Rows kernel = Rows.of(layer.kernelMac(), x);
        Rows recurrent = Rows.of(layer.recurrentMac(), layer.output());
        LstmShape shape = new LstmShape(
                layer.kernel().columns(),
                layer.units(),
                inputs.get(0).shape().width(),
                layer.sequence(),
                layer.stateful());
        LstmUnit unit = new LstmUnit(
                name,
                shape,
                x.type(),
                layer.output(),
                kernel.weights(),
                recurrent.weights(),
                layer.weightType(),
                accBits(layer.weightType().signedBits(), kernel, recurrent),
                levels(layer.cell().arithmetic().recurrentSpan(), kernel, recurrent),
                cell(layer),
                Multiplier.DSP,
                new Fold(1, 1));
        // The least folding.
        return List.of(unit.withFold(unit.folds().get(0)));
    }

    /** Refuses vectors without a common type of element, because one array multiplies both. */
    private static void requireCommonElement(IntType x, IntType h) {
        if (x.signed() != h.signed() && Math.max(x.signedBits(), h.signedBits()) > MAX_BITS) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    "the input is " + x + " and the output " + h + ", which take signed numbers of 17 bits",
                    "make both signed or both unsigned, or the unsigned one of at most 15 bits");
        }
    }

    /** A matrix with its rows in the order of the hardware, {@code 4 * unit + gate}. */
    private record Rows(
            Mac mac, Quantized vector, IntTensor weights, List<Long> bias, List<Range> reachable, Requantizer levels) {
        static Rows of(Mac mac, Quantized vector) {
            int[] w = mac.weights().toArray();
            int columns = mac.taps();
            int[] ordered = new int[w.length];
            for (int row = 0; row < mac.channels(); row++) {
                System.arraycopy(w, source(row, mac) * columns, ordered, row * columns, columns);
            }
            List<Long> bias = mac.rawBiases(vector.zero());
            List<Range> reachable = mac.reachable(vector);
            return new Rows(
                    mac,
                    vector,
                    new IntTensor(List.of(mac.channels(), columns), ordered),
                    IntStream.range(0, mac.channels())
                            .mapToObj(row -> bias.get(source(row, mac)))
                            .toList(),
                    IntStream.range(0, mac.channels())
                            .mapToObj(row -> reachable.get(source(row, mac)))
                            .toList(),
                    mac.requantizer(vector));
        }

        /**
         * The index in the layer of a row of the hardware. The layer has the gates i, f, g and o one after the other.
         */
        private static int source(int row, Mac mac) {
            int units = mac.channels() / GateMatrix.GATES;
            return row % GateMatrix.GATES * units + row / GateMatrix.GATES;
        }

        long level(int row, long accumulator) {
            return levels.apply(source(row, mac), accumulator);
        }

        /** Bits of any sum of raw products. */
        int bits() {
            Weights all = new Weights(weights.reshaped(List.of(mac.channels(), 1, mac.taps())), mac.weightType());
            return IntStream.range(0, mac.channels())
                    .map(row -> all.reach(row, vector.type()).signedBits())
                    .max()
                    .orElseThrow();
        }
    }

    /** The width of a sum: enough for every sum that the weights can reach, and at least the width of a product. */
    private static int accBits(int weightBits, Rows kernel, Rows recurrent) {
        int vector = Math.max(
                kernel.vector().type().signedBits(), recurrent.vector().type().signedBits());
        return Math.max(weightBits + vector, Math.max(kernel.bits(), recurrent.bits()));
    }

    /**
     * The requantizers of both matrices, beginning with the kernel's rows. Kernel levels are clamped again behind them.
     */
    private static Requantized levels(Range span, Rows kernel, Rows recurrent) {
        int rows = kernel.bias().size();
        Requantizer both = (c, acc) -> c < rows ? kernel.level(c, acc) : recurrent.level(c - rows, acc);
        List<Range> reachable = concat(kernel.reachable(), recurrent.reachable());
        RequantForm form = RequantPlanner.choose(new RequantTask(both, reachable, 0, (int) span.lo(), (int) span.hi()));
        return new Requantized(form, concat(kernel.bias(), recurrent.bias()), false);
    }

    private static <T> List<T> concat(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static LstmCell cell(Lstm layer) {
        CellArithmetic arithmetic = layer.cell().arithmetic();
        Quantized output = layer.output();
        RequantTask hidden = new RequantTask(
                layer.hiddenRequantizer(),
                List.of(CellArithmetic.PRODUCTS),
                output.zero(),
                output.type().min(),
                output.type().max());
        return new LstmCell(
                CurvePlanner.choose(arithmetic::sigmoid),
                CurvePlanner.choose(arithmetic::tanh),
                CurvePlanner.choose(arithmetic::cellTanh),
                division(arithmetic.kept()),
                division(arithmetic.added()),
                arithmetic.cellSpan(),
                new Requantized(unsaturated(hidden, RequantPlanner.choose(hidden)), List.of(0L), false));
    }

    private static MultiplyShift division(Requantizer f) {
        RequantTask task = new RequantTask(f, List.of(CellArithmetic.PRODUCTS), 0, Short.MIN_VALUE, Short.MAX_VALUE);
        return (MultiplyShift) RequantPlanner.choose(task);
    }

    /** The same form without the saturation of products, if this makes no difference. */
    private static RequantForm unsaturated(RequantTask task, RequantForm form) {
        if (!(form instanceof MultiplyShift m) || m.multBits() > 1) {
            return form;
        }
        try {
            MultiplyShift wide = new MultiplyShift(
                    LstmCell.PRODUCT_BITS,
                    m.multBits(),
                    m.shift(),
                    m.mult(),
                    m.addPositive(),
                    m.addNegative(),
                    m.tiesToEven(),
                    m.zero(),
                    m.lo(),
                    m.hi());
            RequantProof.of(task, wide);
            return wide;
        } catch (IllegalStateException differs) {
            return form;
        }
    }
}
