package systole.engine.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.LaneEngine;
import systole.engine.MemoryUse;
import systole.engine.Storage;
import systole.engine.Words;
import systole.engine.requant.Requantized;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.FixedPoint.FixedScale;
import systole.network.IntType;
import systole.network.Range;
import systole.op.Op;
import systole.op.PairOp;
import systole.op.Pairing;
import systole.rtl.GeneratedFile;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Makes one element from two: {@code requantized(pairing(a, b))}.
 *
 * @param a type of the first input's elements
 * @param b type of the second input's elements
 * @param pairing makes the accumulators
 * @param sum the range of the accumulators before the bias is added
 * @param requantized turns accumulators into elements, with a single index or one for each channel
 * @param channels of a pixel
 * @param elements of a frame
 */
public record PairEngine(
        String name,
        IntType a,
        IntType b,
        Pairing pairing,
        Range sum,
        Requantized requantized,
        IntType out,
        int channels,
        int elements,
        Fold fold)
        implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("pair", PairEngine::claim);

    /** A product of at least this width takes a DSP slice. */
    private static final int DSP_BITS = 9;

    /** The LUTs of an addition in a term. */
    private static final int TERM_LUTS = 33;

    /** What the requantizer of rescaled sums takes more than others, because its products are twice as wide. */
    private static final int WIDE_LUTS = 120;

    public PairEngine {
        if (requantized.form().channels() != 1 && requantized.form().channels() != channels) {
            throw new IllegalArgumentException("there is one requantizer, or one for each channel");
        }
    }

    /** Cycles from the entry of a beat until its result enters the output FIFO. */
    public int latency() {
        return pairing.latency() + requantized.latency(requantizerWords(), Storage.USUAL);
    }

    /** The number of indices that each requantizer serves. */
    int requantizerWords() {
        return Math.max(1, requantized.form().channels() / fold.pe());
    }

    /** The most beats that are under way or in the output FIFO. */
    public int fifo() {
        return latency() + 7;
    }

    /** Bits of an accumulator in hardware. */
    public int sumBits() {
        return pairing instanceof Pairing.Product
                ? a.bits() + b.bits() + 2
                : Math.max(sum.signedBits(), 2 + Math.max(a.bits(), b.bits()));
    }

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), a, elements), new BeatStream(fold.pe(), b, elements));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(fold.pe(), out, elements));
    }

    @Override
    public PairEngine withFold(Fold other) {
        return new PairEngine(name, a, b, pairing, sum, requantized, out, channels, elements, other);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("output FIFO", 1, Storage.USUAL.ram(output().width(), fifo())));
    }

    @Override
    public ResourceVector cost() {
        return requantized
                .cost(1, Storage.USUAL)
                .plus(pairingCost())
                .times(fold.pe())
                .plus(Storage.USUAL.ram(output().width(), fifo()).ramCost());
    }

    private ResourceVector pairingCost() {
        if (pairing instanceof Pairing.Product) {
            return sumBits() < DSP_BITS
                    ? ResourceVector.luts(a.bits() * b.bits())
                    : ResourceVector.dsps(1).plus(ResourceVector.luts(a.bits() + b.bits()));
        }
        if (pairing instanceof Pairing.Rescaled r) {
            return termCost(r.a()).plus(termCost(r.b())).plus(ResourceVector.luts(sum.signedBits() + WIDE_LUTS));
        }
        // Usually one of the two scales is a power of two, so that its table takes almost nothing.
        int tables = pairing instanceof Pairing.Tables ? sum.signedBits() * (1 << Math.max(0, a.bits() - 6)) : 0;
        return ResourceVector.luts(tables + sum.signedBits());
    }

    /** Two products and their roundings, or wires if the factor is a power of two and nothing is rounded. */
    private static ResourceVector termCost(FixedScale scale) {
        boolean shifts = Integer.bitCount(Math.abs(scale.mantissa())) == 1;
        return (shifts ? ResourceVector.NONE : ResourceVector.dsps(2).plus(ResourceVector.luts(2 * TERM_LUTS)))
                .plus(ResourceVector.luts(scale.exponent() == 0 ? 0 : TERM_LUTS));
    }

    private static List<PairEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof PairOp o && o.combination() instanceof PairOp.Scaled scaled
                ? List.of(new PairEngine(
                        name,
                        o.a(),
                        o.b(),
                        scaled.pairing(),
                        scaled.sum(),
                        Requantized.of(scaled.scaling(), hardBlocks.dsp()),
                        o.out(),
                        o.channels(),
                        o.elements(),
                        new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.pipeline(in, latency() + Part.FIFO_LATENCY, fifo());
    }

    @Override
    public Rtl rtl(Place place) {
        List<GeneratedFile> memories = new ArrayList<>();
        PairView view = PairView.of(place.module(), this, memories);
        return place.own("unit_pair.v.ftl", view, memories, place.twoInAndOut());
    }

    @Override
    public Description description() {
        return Description.of(pairing.verb(), Words.pixels(elements, channels));
    }

    @Override
    public Map<String, Integer> requantizers() {
        return Map.of(requantized.kind(), fold.pe());
    }
}
