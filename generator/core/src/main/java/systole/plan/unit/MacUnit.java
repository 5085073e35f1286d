package systole.plan.unit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.network.Fold;
import systole.network.IntType;

/**
 * The systolic array with its window generator and requantizers: convolution, depthwise convolution, dense, and
 * (without weights) average pooling. It is output-stationary, which means that a sum stays in its column for a pass.
 *
 * @param name identifier
 * @param shape geometry and folding
 * @param x type of an input element
 * @param padValue the element that stands for padding
 * @param weights the weights; empty if all are 1
 * @param requantized turns sums into elements
 * @param out type of an output element
 * @param multiplier the way in which the array multiplies
 * @param ramb18Worth LUTs that a RAMB18 has to save so that a memory is put into block RAM
 * @param ring pixels that the ring holds
 */
public record MacUnit(
        String name,
        MacShape shape,
        IntType x,
        int padValue,
        Optional<Weights> weights,
        Requantized requantized,
        IntType out,
        Multiplier multiplier,
        int ramb18Worth,
        int ring)
        implements WindowedEngine {
    public MacUnit {
        if (weights.isEmpty() != (multiplier == Multiplier.NONE)) {
            throw new IllegalArgumentException("weights are what is multiplied with");
        }
    }

    /** The unit with the least ring and a DSP slice for each product. */
    public MacUnit(
            String name,
            MacShape shape,
            IntType x,
            int padValue,
            Optional<Weights> weights,
            Requantized requantized,
            IntType out) {
        this(
                name,
                shape,
                x,
                padValue,
                weights,
                requantized,
                out,
                weights.isEmpty() ? Multiplier.NONE : Multiplier.DSP,
                Memory.WORTH,
                1);
    }

    @Override
    public Fold fold() {
        return shape.fold();
    }

    /** Output beats of a pixel. */
    public int keptBeats() {
        return shape.outChannels() / chains();
    }

    /** Beats of a pixel that are computed beyond those and dropped. */
    public int droppedBeats() {
        return shape.computedChannels() / chains() - keptBeats();
    }

    /** True if the folding does not divide the channels. */
    @Override
    public boolean isPadded() {
        return shape.isPadded();
    }

    /** Columns of the array. */
    public int columns() {
        return fold().pe() / multiplier.lanes();
    }

    /** The array. */
    public MacArray array() {
        return new MacArray(
                shape.shared(),
                x,
                weights.map(Weights::type),
                multiplier,
                fold(),
                chains(),
                shape.weightPasses() * shape.length(),
                ramb18Worth);
    }

    /**
     * The number of drain chains, which is also the number of requantizers: the least that keeps up with the passes and
     * divides the channels.
     */
    public int chains() {
        return possibleChains().orElseThrow();
    }

    /** The same; empty if there is none. */
    Optional<Integer> possibleChains() {
        int length = shape.length();
        return Divisors.of(Divisors.common(columns(), shape.outChannels())).stream()
                .filter(r -> fold().pe() / r <= length)
                .findFirst();
    }

    /** The output channel that a column's lane computes in a pass over a pixel. */
    public int channel(int pass, int column, int lane) {
        return pass * fold().pe() + array().place(column, lane);
    }

    /** The weights in the order in which the array reads them. */
    public WeightOrder weightOrder() {
        return shape.order(weights.orElseThrow());
    }

    @Override
    public Passes passes() {
        int latency = array().latency() + requantized.latency();
        int outBeats = fold().pe() / chains();
        return new Passes(
                shape.window(), shape.windowBeats(), shape.passGroups(), shape.repeat(), outBeats, latency, ring);
    }

    /** The number of canary bits beside a packed cascade; see {@link DspPacking}. */
    public int canary() {
        return multiplier == Multiplier.PACKED
                ? DspPacking.canary(array(), accBits(), weightOrder()).orElseThrow()
                : 0;
    }

    /** The width of a sum: enough for every sum that the weights can reach, and at least the width of a product. */
    public int accBits() {
        int product = x.signedBits() + weights.map(w -> w.type().signedBits()).orElse(0);
        int reach = weights.map(w -> IntStream.range(0, shape.outChannels())
                        .map(m -> w.reach(m, x).signedBits())
                        .max()
                        .orElseThrow())
                .orElseGet(() -> x.signedBits()
                        + 32
                        - Integer.numberOfLeadingZeros(shape.window().taps()));
        return Math.max(product, reach);
    }

    /**
     * The cycles of computing a frame, of writing it into the ring, or of packing it into beats of the window,
     * whichever takes longest.
     */
    @Override
    public long cycles() {
        return Math.max(passes().cycles(), input().beats());
    }

    @Override
    public Stream windowInput() {
        return new Stream(shape.windowLanes(), x, shape.window().inPixels() * shape.windowChannels());
    }

    @Override
    public List<Stream> inputs() {
        return List.of(new Stream(shape.inLanes(), x, shape.window().inPixels() * shape.channels()));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(chains(), out, shape.window().outPixels() * shape.outChannels()));
    }

    @Override
    public List<Fold> folds() {
        return MacFoldings.dividing(this);
    }

    @Override
    public List<Fold> paddedFolds() {
        return MacFoldings.padding(this);
    }

    /** The unit in another folding with the kind of multiplier that suits any folding. */
    @Override
    public MacUnit withFold(Fold other) {
        return with(weights.isEmpty() ? Multiplier.NONE : Multiplier.DSP, ramb18Worth, other, ring);
    }

    @Override
    public List<MacUnit> variants() {
        return MacVariants.of(this);
    }

    @Override
    public MacUnit withRing(int pixels) {
        return with(multiplier, ramb18Worth, fold(), pixels);
    }

    MacUnit withWorth(int worth) {
        return with(multiplier, worth, fold(), ring);
    }

    MacUnit withMultiplier(Multiplier other) {
        return with(other, ramb18Worth, fold(), ring);
    }

    private MacUnit with(Multiplier otherMultiplier, int otherWorth, Fold otherFold, int otherRing) {
        return new MacUnit(
                name,
                shape.withFold(otherFold),
                x,
                padValue,
                weights,
                requantized,
                out,
                otherMultiplier,
                otherWorth,
                otherRing);
    }

    @Override
    public int multipliers() {
        return array().multipliers();
    }

    @Override
    public long macs() {
        return weights.isPresent() ? shape.products() : 0;
    }

    @Override
    public List<MemoryUse> memories() {
        return MacMemories.of(this);
    }

    @Override
    public Cost cost() {
        Cost requantizers =
                requantized.cost(MacMemories.words(this), ramb18Worth).times(chains());
        return MacCost.of(array(), accBits(), canary())
                .plus(requantizers)
                .plus(streamCost())
                .plus(PaddingCost.of(this));
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.mac(this);
    }
}
