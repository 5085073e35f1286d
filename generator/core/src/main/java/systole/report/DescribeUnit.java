package systole.report;

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
import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MaxPoolUnit;
import systole.plan.unit.PadUnit;
import systole.plan.unit.PairUnit;
import systole.plan.unit.Pairing;
import systole.plan.unit.RepeatUnit;
import systole.plan.unit.ReverseUnit;
import systole.plan.unit.SoftmaxUnit;
import systole.plan.unit.Unit;
import systole.plan.unit.UnitVisitor;
import systole.plan.unit.WidthUnit;

/** Describes each kind of unit in words. */
final class DescribeUnit implements UnitVisitor<UnitFacts> {
    @Override
    public UnitFacts mac(MacUnit unit) {
        MacShape shape = unit.shape();
        boolean pixel = shape.window().inH() == 1 && shape.window().inW() == 1;
        String kind = unit.weights().isEmpty() ? "average pool" : shape.shared() ? "conv" : "depthwise";
        return new UnitFacts(
                kind.equals("conv") && pixel ? "dense" : kind + " " + kernel(shape.window()),
                shapes(shape.window(), shape.channels(), shape.outChannels())
                        + unit.weights().map(w -> ", weights " + w.type()).orElse(""),
                multiplier(unit.array()));
    }

    @Override
    public UnitFacts lstm(LstmUnit unit) {
        LstmShape shape = unit.shape();
        return new UnitFacts(
                "LSTM",
                shape.steps() + " steps, " + shape.features() + " to " + shape.units() + ", weights " + unit.weight(),
                multiplier(unit.array()));
    }

    private static String multiplier(MacArray array) {
        return switch (array.multiplier()) {
            case NONE -> "";
            case DSP -> "DSP";
            case PACKED -> "packed DSP";
            case FABRIC -> "LUT";
        };
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
        return UnitFacts.plain(
                "max pool " + kernel(unit.window()), shapes(unit.window(), unit.channels(), unit.channels()));
    }

    @Override
    public UnitFacts pair(PairUnit unit) {
        boolean subtract = unit.pairing() instanceof Pairing.Elements e && e.subtract();
        String kind = unit.pairing() instanceof Pairing.Product ? "multiply" : subtract ? "subtract" : "add";
        return UnitFacts.plain(kind, pixels(unit.elements(), unit.channels()));
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
        return UnitFacts.plain("repeat ×" + unit.times(), Figures.count(unit.block()) + " elements a block");
    }

    @Override
    public UnitFacts reverse(ReverseUnit unit) {
        return UnitFacts.plain("reverse", unit.positions() + " positions");
    }

    @Override
    public UnitFacts clamp(ClampUnit unit) {
        return UnitFacts.plain("clamp", unit.lo() + " to " + unit.hi());
    }

    @Override
    public UnitFacts lookup(LookupUnit unit) {
        return UnitFacts.plain("lookup", pixels(unit.elements(), unit.channels()));
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
        return UnitFacts.plain("FIFO", Figures.count(unit.capacity()) + " beats");
    }

    static UnitFacts of(Unit unit) {
        return unit.accept(new DescribeUnit());
    }
}
