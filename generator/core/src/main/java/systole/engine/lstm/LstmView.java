package systole.engine.lstm;

import java.util.ArrayList;
import java.util.List;
import systole.engine.Storage;
import systole.engine.array.ArrayView;
import systole.engine.array.WeightView;
import systole.engine.function.CurveView;
import systole.engine.requant.RequantView;
import systole.engine.requant.Share;
import systole.form.requant.MultiplyShift;
import systole.op.LstmShape;
import systole.rtl.GeneratedFile;
import systole.rtl.Literals;

/** The values that the template of an {@link LstmEngine} needs. */
public record LstmView(
        String module,
        String title,
        String folding,
        int interval,
        int beats,
        boolean stateful,
        String flagData,
        String flagValid,
        int inMsb,
        int outMsb,
        int inWidth,
        int inLanes,
        int inRatio,
        int inBeats,
        int xBits,
        int xSigned,
        int hBits,
        int hSigned,
        int hZero,
        int units,
        int steps,
        int sequence,
        int passes,
        int xBeats,
        int hBeats,
        int xDepth,
        int xBlock,
        int hDepth,
        int hBlock,
        ArrayView array,
        int gateBits,
        RequantView requant,
        int gates,
        int waitDepth,
        int waitBlock,
        int burst,
        List<CurveView> gateCurves,
        List<String> zeros,
        int gateLatency,
        int statesBlock,
        String cellLow,
        String cellHigh,
        Rounding kept,
        Rounding added,
        CurveView cellCurve,
        boolean rounds,
        Rounding hidden,
        RequantView hiddenRequant,
        int hLatency,
        int productLatency,
        int credits,
        int fifoDepth,
        int fifoBlock) {
    /** A division by a power of two. All values but the shift are Verilog literals. */
    public record Rounding(int shift, String addPositive, String addNegative, String zero, String low, String high) {
        private static Rounding of(MultiplyShift form) {
            return new Rounding(
                    form.shift(),
                    Literals.signed(form.addPositive()[0], 48),
                    Literals.signed(form.addNegative()[0], 48),
                    Literals.signed18(form.zero()),
                    Literals.signed18(form.lo()),
                    Literals.signed18(form.hi()));
        }
    }

    /** Makes the view and the memory files, which are appended to {@code files}. */
    public static LstmView of(String module, LstmEngine unit, List<GeneratedFile> files) {
        LstmShape shape = unit.shape();
        LstmCell cell = unit.cell();
        int chains = unit.chains();
        int q = unit.array().columns() / chains;
        List<CurveView> curves = new ArrayList<>();
        List<String> zeros = new ArrayList<>();
        gates(module, unit, curves, zeros, files);
        CurveView.Place last = new CurveView.Place("cell_tanh", "state", "tanh_state", 0);
        int productLatency = cell.cellTanh().latency() + 1;
        return new LstmView(
                module,
                title(unit),
                unit.array().title("rows"),
                unit.timing().interval(),
                unit.array().words(),
                shape.stateful(),
                shape.stateful() ? "flag_data" : "1'b0",
                shape.stateful() ? "flag_valid" : "1'b0",
                unit.input().width() - 1,
                unit.output().width() - 1,
                unit.input().width(),
                unit.inLanes(),
                unit.fold().simd() / unit.inLanes(),
                shape.features() / unit.inLanes(),
                unit.x().bits(),
                Literals.flag(unit.x().signed()),
                unit.h().type().bits(),
                Literals.flag(unit.h().type().signed()),
                unit.h().zero(),
                shape.units(),
                shape.steps(),
                Literals.flag(shape.sequence()),
                unit.passes(),
                unit.xBeats(),
                unit.hBeats(),
                unit.xMemory().depth(),
                unit.xMemory().parameter(),
                unit.hMemory().depth(),
                unit.hMemory().parameter(),
                ArrayView.of(
                        unit.array(),
                        unit.fold().simd(),
                        unit.accBits(),
                        unit.canary(),
                        WeightView.of(module, unit.array(), unit.weightOrder(), files)),
                LstmEngine.GATE_BITS,
                RequantView.of(
                        module,
                        unit.requantized(),
                        unit.accBits(),
                        LstmEngine.GATE_BITS,
                        new Share(
                                chains,
                                2 * shape.rows() / chains,
                                1,
                                k -> (chains - 1 - k) * q,
                                Storage.USUAL,
                                (k, w) -> w * chains + k),
                        files),
                unit.gates(),
                unit.waiting().depth(),
                unit.waiting().parameter(),
                unit.burst(),
                curves,
                zeros,
                cell.gateLatency(),
                unit.states().parameter(),
                Literals.signed18((int) cell.span().lo()),
                Literals.signed18((int) cell.span().hi()),
                Rounding.of(cell.kept()),
                Rounding.of(cell.added()),
                CurveView.of(last, cell.cellTanh(), module + ".cell_tanh", files),
                cell.shift().isPresent(),
                Rounding.of(cell.shift().orElse(cell.kept())),
                hidden(module, unit, files),
                productLatency + 2,
                productLatency,
                LstmEngine.CREDITS,
                unit.outFifo().depth(),
                unit.outFifo().parameter());
    }

    private static String title(LstmEngine unit) {
        LstmShape shape = unit.shape();
        return "LSTM, " + shape.steps() + " steps of " + shape.features() + " to "
                + (shape.sequence() ? shape.steps() + " of " : "") + shape.units() + ", " + unit.x() + " to "
                + unit.h().type() + ", weights " + unit.weight() + (shape.stateful() ? ", stateful" : "") + ".";
    }

    /** The requantizer of h. Its files are only used if it is more than a division. */
    private static RequantView hidden(String module, LstmEngine unit, List<GeneratedFile> files) {
        List<GeneratedFile> own = unit.cell().shift().isPresent() ? new ArrayList<>() : files;
        return RequantView.of(
                module + ".hidden",
                unit.cell().hidden(),
                LstmCell.PRODUCT_BITS,
                unit.h().type().bits(),
                new Share(1, 1, 1, k -> 0, Storage.USUAL, (k, w) -> 0),
                own);
    }

    /**
     * Adds the gate functions. Lane 0 computes gate g if one or two gates come at once, and lane 2 does if all four
     * come at once.
     */
    private static void gates(
            String module, LstmEngine unit, List<CurveView> curves, List<String> zeros, List<GeneratedFile> files) {
        LstmCell cell = unit.cell();
        boolean all = unit.gates() == LstmShape.GATES;
        for (int lane = 0; lane < unit.gates(); lane++) {
            String slice = "[" + (16 * lane + 15) + ":" + 16 * lane + "]";
            boolean tanh = all ? lane == 2 : lane == 0;
            if (all && tanh) {
                zeros.add("sigmoid" + slice);
            } else {
                CurveView.Place place = new CurveView.Place(
                        "sigmoid_" + lane,
                        "gate_in" + slice,
                        "sigmoid" + slice,
                        cell.gateLatency() - cell.sigmoid().latency());
                curves.add(CurveView.of(place, cell.sigmoid(), module + ".sigmoid", files));
            }
            if (tanh) {
                CurveView.Place place = new CurveView.Place(
                        "tanh_" + lane,
                        "gate_in" + slice,
                        "tanh" + slice,
                        cell.gateLatency() - cell.tanh().latency());
                curves.add(CurveView.of(place, cell.tanh(), module + ".tanh", files));
            } else {
                zeros.add("tanh" + slice);
            }
        }
    }
}
