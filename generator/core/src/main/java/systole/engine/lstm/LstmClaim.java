package systole.engine.lstm;

import java.util.List;
import java.util.stream.IntStream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.engine.Fold;
import systole.engine.array.Multipliers;
import systole.engine.requant.Requantized;
import systole.form.curve.CurvePlanner;
import systole.form.requant.MultiplyShift;
import systole.form.requant.RequantForm;
import systole.form.requant.RequantPlanner;
import systole.form.requant.RequantProof;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.op.RecurrenceOp;
import systole.op.RequantTask;
import systole.op.Weights;
import systole.target.chip.DspSlice;

/** Makes the {@link LstmEngine} that computes an operation. */
final class LstmClaim {
    /** The widest element. */
    private static final int MAX_BITS = 16;

    private LstmClaim() {}

    /** The engine in its least folding. */
    static LstmEngine of(String name, RecurrenceOp op, DspSlice dsp) {
        requireCommonElement(op.x(), op.h().type());
        LstmEngine engine = new LstmEngine(
                name,
                op.shape(),
                op.x(),
                op.h(),
                op.kernel(),
                op.recurrent(),
                op.weight(),
                accBits(op),
                Requantized.of(op.levels(), dsp),
                cell(op.cell(), dsp),
                Multipliers.plain(),
                dsp,
                new Fold(1, 1));
        return engine.foldings().get(0);
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

    /** The width of a sum: enough for every sum that the weights can reach, and at least the width of a product. */
    private static int accBits(RecurrenceOp op) {
        int vector = Math.max(op.x().signedBits(), op.h().type().signedBits());
        int product = op.weight().signedBits() + vector;
        int sums = Math.max(
                sumBits(op.kernel(), op.weight(), op.x()),
                sumBits(op.recurrent(), op.weight(), op.h().type()));
        return Math.max(product, sums);
    }

    /** Bits of any sum of raw products. */
    private static int sumBits(IntTensor matrix, IntType weight, IntType vector) {
        Weights all = new Weights(matrix.reshaped(List.of(matrix.dim(0), 1, matrix.dim(1))), weight);
        return IntStream.range(0, matrix.dim(0))
                .map(row -> all.reach(row, vector).signedBits())
                .max()
                .orElseThrow();
    }

    private static LstmCell cell(RecurrenceOp.Cell cell, DspSlice dsp) {
        return new LstmCell(
                CurvePlanner.choose(cell.sigmoid()),
                CurvePlanner.choose(cell.tanh()),
                CurvePlanner.choose(cell.cellTanh()),
                (MultiplyShift) RequantPlanner.choose(cell.kept(), dsp),
                (MultiplyShift) RequantPlanner.choose(cell.added(), dsp),
                cell.span(),
                new Requantized(
                        unsaturated(cell.hidden(), RequantPlanner.choose(cell.hidden(), dsp)), List.of(0L), dsp));
    }

    /** The same form without the saturation of products, if this makes no difference. */
    private static RequantForm unsaturated(RequantTask task, RequantForm form) {
        if (!(form instanceof MultiplyShift m) || m.multBits() > 1) {
            return form;
        }
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
        return RequantProof.of(task, wide).holds() ? wide : form;
    }
}
