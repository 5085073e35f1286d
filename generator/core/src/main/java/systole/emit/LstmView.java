package systole.emit;

import java.util.ArrayList;
import java.util.List;
import systole.plan.requant.MultiplyShift;
import systole.plan.unit.LstmCell;
import systole.plan.unit.LstmShape;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.Memory;

/** An {@link LstmUnit} as its template needs it. */
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
    /** A division by a power of two; all but the shift are Verilog literals. */
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
    static LstmView of(String module, String title, LstmUnit unit, List<GeneratedFile> files) {
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
                title,
                Titles.folding(unit),
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
                Literals.flag(unit.xMemory().block()),
                unit.hMemory().depth(),
                Literals.flag(unit.hMemory().block()),
                ArrayView.of(
                        unit.array(),
                        unit.fold().simd(),
                        unit.accBits(),
                        unit.canary(),
                        WeightView.of(module, unit.array(), unit.weightOrder(), files)),
                LstmUnit.GATE_BITS,
                RequantView.of(
                        module,
                        unit.requantized(),
                        unit.accBits(),
                        LstmUnit.GATE_BITS,
                        new Share(
                                chains,
                                2 * shape.rows() / chains,
                                1,
                                k -> (chains - 1 - k) * q,
                                Memory.WORTH,
                                (k, w) -> w * chains + k),
                        files),
                unit.gates(),
                unit.waiting().depth(),
                Literals.flag(unit.waiting().block()),
                unit.burst(),
                curves,
                zeros,
                cell.gateLatency(),
                Literals.flag(unit.states().block()),
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
                LstmUnit.CREDITS,
                unit.outFifo().depth(),
                Literals.flag(unit.outFifo().block()));
    }

    /** The requantizer of h; its files are of use only where it is more than a division. */
    private static RequantView hidden(String module, LstmUnit unit, List<GeneratedFile> files) {
        List<GeneratedFile> own = unit.cell().shift().isPresent() ? new ArrayList<>() : files;
        return RequantView.of(
                module + ".hidden",
                unit.cell().hidden(),
                LstmCell.PRODUCT_BITS,
                unit.h().type().bits(),
                new Share(1, 1, 1, k -> 0, Memory.WORTH, (k, w) -> 0),
                own);
    }

    /** Lane 0 has a gate g where gates come one or two at once, lane 2 where they come all at once. */
    private static void gates(
            String module, LstmUnit unit, List<CurveView> curves, List<String> zeros, List<GeneratedFile> files) {
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
