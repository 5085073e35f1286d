package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntType;
import systole.network.Range;

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
public record PairUnit(
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
    /** A product of at least this width takes a DSP slice. */
    private static final int DSP_BITS = 9;

    public PairUnit {
        if (requantized.form().channels() != 1 && requantized.form().channels() != channels) {
            throw new IllegalArgumentException("there is one requantizer, or one for each channel");
        }
    }

    /** Cycles from the entry of a beat until its result enters the output FIFO. */
    public int latency() {
        return pairing.latency() + requantized.latency();
    }

    /** The most beats that are under way or in the output FIFO. */
    public int fifo() {
        return latency() + 6;
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
    public List<Stream> inputs() {
        return List.of(new Stream(fold.pe(), a, elements), new Stream(fold.pe(), b, elements));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(fold.pe(), out, elements));
    }

    @Override
    public PairUnit withFold(Fold other) {
        return new PairUnit(name, a, b, pairing, sum, requantized, out, channels, elements, other);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("output FIFO", 1, Memory.ram(output().width(), fifo())));
    }

    @Override
    public Cost cost() {
        return requantized
                .cost(1, Memory.WORTH)
                .plus(pairingCost())
                .times(fold.pe())
                .plus(Memory.ram(output().width(), fifo()).ramCost());
    }

    private Cost pairingCost() {
        if (pairing instanceof Pairing.Product) {
            return sumBits() < DSP_BITS ? new Cost(0, a.bits() * b.bits(), 0) : new Cost(1, a.bits() + b.bits(), 0);
        }
        // Usually one of the two scales is a power of two, so that its table takes almost nothing.
        int tables = pairing instanceof Pairing.Tables ? sum.signedBits() * (1 << Math.max(0, a.bits() - 6)) : 0;
        return new Cost(0, tables + sum.signedBits(), 0);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.pair(this);
    }
}
