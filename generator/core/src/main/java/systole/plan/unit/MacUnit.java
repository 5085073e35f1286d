package systole.plan.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.network.Fold;
import systole.network.IntType;
import systole.network.Window.Placed;

/**
 * The systolic array with its window generator and requantizers: convolution, depthwise convolution, dense, and (without
 * weights) average pooling. Output-stationary: a sum stays in its column for a pass.
 *
 * @param name identifier
 * @param window geometry
 * @param channels input channels
 * @param outChannels output channels
 * @param groups channel groups
 * @param shared true: {@code simd} elements of the window meet {@code pe} channels, all of which read the same elements;
 *     false, for {@code groups = channels} only: {@code pe} lanes, each with an element of its own
 * @param x type of an input element
 * @param padValue the element that stands for padding
 * @param weights none means that all are 1
 * @param requantized from sums to elements
 * @param out type of an output element
 * @param multiplier what multiplies
 * @param ramb18Worth LUTs that a RAMB18 has to save where a memory is put into block RAM
 * @param fold the folding; {@code simd} is 1 if not shared
 * @param ring pixels that the ring holds
 */
public record MacUnit(
        String name,
        Placed window,
        int channels,
        int outChannels,
        int groups,
        boolean shared,
        IntType x,
        int padValue,
        Optional<Weights> weights,
        Requantized requantized,
        IntType out,
        Multiplier multiplier,
        int ramb18Worth,
        Fold fold,
        int ring)
        implements WindowedEngine {
    /** What a RAMB18 is worth, the usual first: a quarter of that where block RAM is plenty, more where it is scarce. */
    private static final List<Integer> WORTHS = List.of(Memory.WORTH, Memory.WORTH / 4, 4 * Memory.WORTH);

    public MacUnit {
        if (!shared && groups != channels) {
            throw new IllegalArgumentException("lanes of their own need a group for each channel");
        }
        if (weights.isEmpty() != (multiplier == Multiplier.NONE)) {
            throw new IllegalArgumentException("weights are what is multiplied with");
        }
    }

    /** The least folding and the least ring, with a DSP slice for each product. */
    public MacUnit(
            String name,
            Placed window,
            int channels,
            int outChannels,
            int groups,
            IntType x,
            int padValue,
            Optional<Weights> weights,
            Requantized requantized,
            IntType out) {
        this(
                name,
                window,
                channels,
                outChannels,
                groups,
                groups != channels || channels == 1,
                x,
                padValue,
                weights,
                requantized,
                out,
                weights.isEmpty() ? Multiplier.NONE : Multiplier.DSP,
                Memory.WORTH,
                new Fold(1, 1),
                1);
    }

    /** Output channels for each input channel of a group. */
    int depthMultiplier() {
        return outChannels / groups;
    }

    /** Elements of an input beat: as many as divide both a pixel and a beat of the window. */
    public int inLanes() {
        return Divisors.common(channels, windowLanes());
    }

    /** Elements of a beat of the window; a pixel's last beat is filled up with zeros. */
    public int windowLanes() {
        return shared ? fold.simd() : Math.max(1, fold.pe() / depthMultiplier());
    }

    /** Input beats of one of the window. */
    public int packRatio() {
        return windowLanes() / inLanes();
    }

    /** Input beats of a pixel. */
    public int pixelBeats() {
        return channels / inLanes();
    }

    /** Output beats of a pixel. */
    public int keptBeats() {
        return outChannels / chains();
    }

    /** Beats of a pixel that are computed beyond those. */
    public int droppedBeats() {
        return computedChannels() / chains() - keptBeats();
    }

    /** Output channels that are computed, those that pad the last pass included. */
    public int computedChannels() {
        return weightPasses() * fold.pe();
    }

    /** Elements of a pixel in the window, those that pad its last beat included. */
    public int windowChannels() {
        return shared
                ? groups * Divisors.ceilDiv(channels / groups, fold.simd()) * fold.simd()
                : Divisors.ceilDiv(channels, windowLanes()) * windowLanes();
    }

    /** True if the folding does not divide the channels. */
    @Override
    public boolean isPadded() {
        return computedChannels() > outChannels || windowChannels() > channels;
    }

    /** Passes until the weights repeat. */
    private int weightPasses() {
        return Divisors.ceilDiv(outChannels, fold.pe());
    }

    /** Columns of the array. */
    public int columns() {
        return fold.pe() / multiplier.lanes();
    }

    /** The array. */
    public MacArray array() {
        return new MacArray(
                shared,
                x,
                weights.map(Weights::type),
                multiplier,
                fold,
                chains(),
                weightPasses() * length(),
                ramb18Worth);
    }

    /** Drain chains, which is requantizers: the least number that keeps up with the passes and divides the channels. */
    public int chains() {
        return possibleChains().orElseThrow();
    }

    /** The same; empty if there is none. */
    Optional<Integer> possibleChains() {
        int length = length();
        return Divisors.of(Divisors.common(columns(), outChannels)).stream()
                .filter(r -> fold.pe() / r <= length)
                .findFirst();
    }

    /** The output channel that a column's lane computes in a pass over a pixel. */
    public int channel(int pass, int column, int lane) {
        return pass * fold.pe() + array().place(column, lane);
    }

    /**
     * The weights as the array reads them: at each position passes over the taps, of each tap the channels of a group;
     * 0 where there are no such channels.
     */
    public WeightOrder weightOrder() {
        Weights values = weights.orElseThrow();
        int depth = channels / groups;
        int beats = Divisors.ceilDiv(depth, fold.simd());
        return new WeightOrder() {
            @Override
            public int passes() {
                return weightPasses();
            }

            @Override
            public int beats(int pass) {
                return length();
            }

            @Override
            public int get(int pass, int beat, int row, int place) {
                int channel = pass * fold.pe() + place;
                int input = beat % beats * fold.simd() + row;
                return channel < outChannels && input < depth ? values.get(channel, beat / beats, input) : 0;
            }
        };
    }

    /** Beats of a pass. */
    int length() {
        return window.taps() * (shared ? Divisors.ceilDiv(channels / groups, fold.simd()) : 1);
    }

    @Override
    public Passes passes() {
        int beats = windowChannels() / windowLanes();
        int passGroups = shared ? groups : beats;
        int repeat =
                shared ? Divisors.ceilDiv(depthMultiplier(), fold.pe()) : Math.max(1, depthMultiplier() / fold.pe());
        int latency = array().latency() + requantized.latency();
        return new Passes(window, beats, passGroups, repeat, fold.pe() / chains(), latency, ring);
    }

    /** Bits of the upper lane that are kept beside a packed cascade. */
    public int canary() {
        return multiplier == Multiplier.PACKED
                ? DspPacking.canary(array(), accBits(), weightOrder()).orElseThrow()
                : 0;
    }

    /** Bits of a sum: those that the weights can reach, at least those of a product. */
    public int accBits() {
        int product = x.signedBits() + weights.map(w -> w.type().signedBits()).orElse(0);
        int reach = weights.map(w -> IntStream.range(0, outChannels)
                        .map(m -> w.reach(m, x).signedBits())
                        .max()
                        .orElseThrow())
                .orElseGet(() -> x.signedBits() + 32 - Integer.numberOfLeadingZeros(window.taps()));
        return Math.max(product, reach);
    }

    /** Takes the longest of computing a frame, writing it into the ring, and packing it into beats of the window. */
    @Override
    public long cycles() {
        return Math.max(passes().cycles(), input().beats());
    }

    @Override
    public Stream windowInput() {
        return new Stream(windowLanes(), x, window.inH() * window.inW() * windowChannels());
    }

    @Override
    public List<Stream> inputs() {
        return List.of(new Stream(inLanes(), x, window.inH() * window.inW() * channels));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(chains(), out, window.outH() * window.outW() * outChannels));
    }

    @Override
    public List<Fold> folds() {
        return MacFoldings.dividing(this);
    }

    @Override
    public List<Fold> paddedFolds() {
        return MacFoldings.padding(this);
    }

    /** The least of the multipliers, whose folding may be any. */
    @Override
    public MacUnit withFold(Fold other) {
        return with(weights.isEmpty() ? Multiplier.NONE : Multiplier.DSP, other, ring);
    }

    @Override
    public List<MacUnit> variants() {
        return multiplying().stream()
                .flatMap(unit -> WORTHS.stream().map(unit::withWorth))
                .toList();
    }

    private List<MacUnit> multiplying() {
        if (weights.isEmpty()) {
            return List.of(this);
        }
        List<MacUnit> variants = new ArrayList<>(List.of(this));
        MacUnit packed = with(Multiplier.PACKED, fold, ring);
        if (fold.pe() % 2 == 0
                && packed.possibleChains().isPresent()
                && length() > 1
                && DspPacking.canary(packed.array(), accBits(), weightOrder()).isPresent()) {
            variants.add(packed);
        }
        if (array().suitsFabric()) {
            variants.add(with(Multiplier.FABRIC, fold, ring));
        }
        return variants;
    }

    @Override
    public MacUnit withRing(int pixels) {
        return with(multiplier, fold, pixels);
    }

    private MacUnit withWorth(int worth) {
        return with(multiplier, worth, fold, ring);
    }

    private MacUnit with(Multiplier otherMultiplier, Fold otherFold, int otherRing) {
        return with(otherMultiplier, ramb18Worth, otherFold, otherRing);
    }

    private MacUnit with(Multiplier otherMultiplier, int otherWorth, Fold otherFold, int otherRing) {
        return new MacUnit(
                name,
                window,
                channels,
                outChannels,
                groups,
                shared,
                x,
                padValue,
                weights,
                requantized,
                out,
                otherMultiplier,
                otherWorth,
                otherFold,
                otherRing);
    }

    @Override
    public int multipliers() {
        return array().multipliers();
    }

    @Override
    public long macs() {
        long products = (long) window.taps() * channels / groups;
        return weights.isPresent() ? products * window.outH() * window.outW() * outChannels : 0;
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
