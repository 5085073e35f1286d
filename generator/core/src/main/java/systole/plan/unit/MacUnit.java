package systole.plan.unit;

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
        Fold fold,
        int ring)
        implements WindowedEngine {
    public MacUnit {
        if (!shared && groups != channels) {
            throw new IllegalArgumentException("lanes of their own need a group for each channel");
        }
    }

    /** The least folding and the least ring. */
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
                new Fold(1, 1),
                1);
    }

    /** Output channels for each input channel of a group. */
    private int multiplier() {
        return outChannels / groups;
    }

    /** Elements of an input beat. */
    public int inLanes() {
        return shared ? fold.simd() : Math.max(1, fold.pe() / multiplier());
    }

    /** Drain chains, which is requantizers: the least number that keeps up with the passes. */
    public int chains() {
        int length = length();
        return Divisors.of(fold.pe()).stream()
                .filter(r -> fold.pe() / r <= length)
                .findFirst()
                .orElseThrow();
    }

    private int length() {
        return shared ? window.taps() * channels / groups / fold.simd() : window.taps();
    }

    @Override
    public Passes passes() {
        int beats = channels / inLanes();
        int passGroups = shared ? groups : beats;
        int repeat = shared ? multiplier() / fold.pe() : Math.max(1, multiplier() / fold.pe());
        int latency = sumLatency() + 1 + fold.pe() + requantized.latency();
        return new Passes(window, beats, passGroups, repeat, fold.pe() / chains(), latency, ring);
    }

    /** Cycles from a beat to its sum, before the accumulator. */
    private int sumLatency() {
        return fold.simd() == 1 ? 3 : fold.simd() + 3;
    }

    /** Words of a column's weight memory. */
    public int weightWords() {
        Passes p = passes();
        return p.groups() * p.repeat() * p.length();
    }

    public Memory weightMemory() {
        int bits = fold.simd() * weights.map(w -> w.type().bits()).orElse(2);
        return Memory.rom(bits, weightWords());
    }

    /** Bits of a signed operand. */
    private static int signedBits(IntType type) {
        return type.bits() + (type.signed() ? 0 : 1);
    }

    /** Bits of a sum: those that the weights can reach, at least those of a product. */
    public int accBits() {
        int product = signedBits(x) + weights.map(w -> signedBits(w.type())).orElse(2);
        int reach = weights.map(w -> IntStream.range(0, outChannels)
                        .map(m -> w.reach(m, x).signedBits())
                        .max()
                        .orElseThrow())
                .orElseGet(() -> signedBits(x) + 32 - Integer.numberOfLeadingZeros(window.taps()));
        return Math.max(product, reach);
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
        if (!shared) {
            return Divisors.of(outChannels).stream()
                    .filter(p -> p % multiplier() == 0 || multiplier() % p == 0)
                    .map(p -> new Fold(p, 1))
                    .toList();
        }
        return Divisors.of(outChannels / groups).stream()
                .flatMap(p -> Divisors.of(channels / groups).stream().map(s -> new Fold(p, s)))
                .toList();
    }

    @Override
    public MacUnit withFold(Fold other) {
        return with(other, ring);
    }

    @Override
    public MacUnit withRing(int pixels) {
        return with(fold, pixels);
    }

    private MacUnit with(Fold otherFold, int otherRing) {
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
                otherFold,
                otherRing);
    }

    @Override
    public int multipliers() {
        return weights.isPresent() ? fold.pe() * fold.simd() : 0;
    }

    @Override
    public long macs() {
        return weights.isPresent() ? (long) passes().count() * passes().length() * multipliers() : 0;
    }

    @Override
    public Cost cost() {
        int wBits = weights.map(w -> w.type().bits()).orElse(0);
        int columnLuts = (fold.simd() > 1 ? accBits() : 4) + accBits() + Math.max(0, fold.simd() - 2) * wBits;
        Cost memory = weights.isPresent() ? weightMemory().romCost().times(fold.pe()) : Cost.NONE;
        int skew = fold.simd() * x.bits() + (shared ? 0 : fold.pe() * x.bits());
        return new Cost(multipliers(), columnLuts * fold.pe() + skew + 80, 0)
                .plus(memory)
                .plus(requantized
                        .cost(Math.max(1, requantized.form().channels() / chains()))
                        .times(chains()))
                .plus(streamCost());
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.mac(this);
    }
}
