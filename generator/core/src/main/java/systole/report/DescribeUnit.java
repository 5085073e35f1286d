package systole.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import systole.network.Window.Placed;
import systole.plan.unit.ArgmaxUnit;
import systole.plan.unit.ClampUnit;
import systole.plan.unit.ConcatUnit;
import systole.plan.unit.ExtremumUnit;
import systole.plan.unit.FifoUnit;
import systole.plan.unit.ForkUnit;
import systole.plan.unit.LookupUnit;
import systole.plan.unit.LstmShape;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.MacArray;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MaxPoolUnit;
import systole.plan.unit.Memory;
import systole.plan.unit.PadUnit;
import systole.plan.unit.PairUnit;
import systole.plan.unit.Pairing;
import systole.plan.unit.RepeatUnit;
import systole.plan.unit.ReverseUnit;
import systole.plan.unit.SoftmaxUnit;
import systole.plan.unit.Unit;
import systole.plan.unit.UnitVisitor;
import systole.plan.unit.WeightMemory;
import systole.plan.unit.WidthUnit;
import systole.plan.unit.WindowedEngine;

/** Says of each kind of unit what it is and what it stores. */
final class DescribeUnit implements UnitVisitor<UnitFacts> {
    @Override
    public UnitFacts mac(MacUnit unit) {
        boolean pixel = unit.window().inH() == 1 && unit.window().inW() == 1;
        String kind = unit.weights().isEmpty() ? "average pool" : unit.shared() ? "conv" : "depthwise";
        List<MemoryUse> memories = new ArrayList<>(weights(unit.array()));
        memories.addAll(streams(unit));
        return new UnitFacts(
                kind.equals("conv") && pixel ? "dense" : kind + " " + kernel(unit.window()),
                shapes(unit.window(), unit.channels(), unit.outChannels())
                        + unit.weights().map(w -> ", weights " + w.type()).orElse(""),
                multiplier(unit.array()),
                memories);
    }

    @Override
    public UnitFacts lstm(LstmUnit unit) {
        LstmShape shape = unit.shape();
        List<MemoryUse> memories = new ArrayList<>(weights(unit.array()));
        memories.add(new MemoryUse("x of two steps", 1, unit.xMemory()));
        memories.add(new MemoryUse("h of two steps", 1, unit.hMemory()));
        memories.add(new MemoryUse("kernel sums", 1, unit.waiting()));
        memories.add(new MemoryUse("cell states", 1, unit.states()));
        memories.add(new MemoryUse("output FIFO", 1, unit.outFifo()));
        return new UnitFacts(
                "LSTM",
                shape.steps() + " steps, " + shape.features() + " to " + shape.units() + ", weights " + unit.weight(),
                multiplier(unit.array()),
                memories);
    }

    private static String multiplier(MacArray array) {
        return switch (array.multiplier()) {
            case NONE -> "";
            case DSP -> "DSP";
            case PACKED -> "packed DSP";
            case FABRIC -> "LUT";
        };
    }

    private static List<MemoryUse> weights(MacArray array) {
        if (array.weight().isEmpty()) {
            return List.of();
        }
        WeightMemory column = array.weightMemory();
        Map<Integer, Integer> tiles = new LinkedHashMap<>();
        for (int tile = 0; tile < column.tiles(); tile++) {
            tiles.merge(column.rowsOf(tile), array.columns(), Integer::sum);
        }
        return tiles.entrySet().stream()
                .map(t -> new MemoryUse(
                        "weights",
                        t.getValue(),
                        new Memory(t.getKey() * column.width(), column.depth(), column.block())))
                .toList();
    }

    private static List<MemoryUse> streams(WindowedEngine unit) {
        MemoryUse fifo = new MemoryUse("output FIFO", 1, unit.fifoMemory());
        return unit.passes().direct() ? List.of(fifo) : List.of(new MemoryUse("line ring", 1, unit.ringMemory()), fifo);
    }

    private static String kernel(Placed p) {
        return p.window().kernelH() + "×" + p.window().kernelW();
    }

    private static String shapes(Placed p, int in, int out) {
        String stride = p.window().strideH() * p.window().strideW() == 1
                ? ""
                : ", stride " + p.window().strideH() + "×" + p.window().strideW();
        return p.inH() + "×" + p.inW() + "×" + in + " to " + p.outH() + "×" + p.outW() + "×" + out + stride;
    }

    @Override
    public UnitFacts maxPool(MaxPoolUnit unit) {
        return UnitFacts.storing(
                "max pool " + kernel(unit.window()),
                shapes(unit.window(), unit.channels(), unit.channels()),
                streams(unit));
    }

    @Override
    public UnitFacts pair(PairUnit unit) {
        boolean subtract = unit.pairing() instanceof Pairing.Elements e && e.subtract();
        String kind = unit.pairing() instanceof Pairing.Product ? "multiply" : subtract ? "subtract" : "add";
        MemoryUse fifo =
                new MemoryUse("output FIFO", 1, Memory.ram(unit.output().width(), unit.fifo()));
        return UnitFacts.storing(kind, pixels(unit.elements(), unit.channels()), List.of(fifo));
    }

    private static String pixels(int elements, int channels) {
        return Figures.count(elements / channels) + " × " + channels + " elements";
    }

    @Override
    public UnitFacts extremum(ExtremumUnit unit) {
        return UnitFacts.plain(unit.greatest() ? "maximum" : "minimum", pixels(unit.elements(), unit.channels()));
    }

    @Override
    public UnitFacts concat(ConcatUnit unit) {
        return UnitFacts.plain("concat", unit.inputs().size() + " streams");
    }

    @Override
    public UnitFacts pad(PadUnit unit) {
        return UnitFacts.plain(
                "pad",
                unit.shape().height() + "×" + unit.shape().width() + " to " + unit.outHeight() + "×" + unit.outWidth()
                        + " pixels");
    }

    @Override
    public UnitFacts repeat(RepeatUnit unit) {
        return UnitFacts.storing(
                "repeat ×" + unit.times(),
                Figures.count(unit.block()) + " elements a block",
                List.of(new MemoryUse("block", 1, unit.memory())));
    }

    @Override
    public UnitFacts reverse(ReverseUnit unit) {
        return UnitFacts.storing(
                "reverse", unit.positions() + " positions", List.of(new MemoryUse("two frames", 1, unit.memory())));
    }

    @Override
    public UnitFacts clamp(ClampUnit unit) {
        return UnitFacts.plain("clamp", unit.lo() + " to " + unit.hi());
    }

    @Override
    public UnitFacts lookup(LookupUnit unit) {
        Memory table = new Memory(unit.out().bits(), unit.table().size(), false);
        return UnitFacts.storing(
                "lookup",
                pixels(unit.elements(), unit.channels()),
                List.of(new MemoryUse("table", unit.fold().pe(), table)));
    }

    @Override
    public UnitFacts softmax(SoftmaxUnit unit) {
        return UnitFacts.plain("softmax", pixels(unit.input().elements(), unit.channels()));
    }

    @Override
    public UnitFacts argmax(ArgmaxUnit unit) {
        return UnitFacts.plain("argmax", pixels(unit.input().elements(), unit.channels()));
    }

    @Override
    public UnitFacts fork(ForkUnit unit) {
        return UnitFacts.plain("fork", unit.count() + " readers");
    }

    @Override
    public UnitFacts width(WidthUnit unit) {
        return UnitFacts.plain("width", unit.in().lanes() + " to " + unit.outLanes() + " lanes");
    }

    @Override
    public UnitFacts fifo(FifoUnit unit) {
        return UnitFacts.storing(
                "FIFO", Figures.count(unit.capacity()) + " beats", List.of(new MemoryUse("beats", 1, unit.memory())));
    }

    static UnitFacts of(Unit unit) {
        return unit.accept(new DescribeUnit());
    }
}
