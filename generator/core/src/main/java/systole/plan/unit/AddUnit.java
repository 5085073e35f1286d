package systole.plan.unit;

import java.util.List;
import java.util.Optional;
import systole.network.Fold;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Range;

/**
 * Element-wise addition: {@code requantized(termA(a) + termB(b))}.
 *
 * @param a type of the first input's elements
 * @param b type of the second input's elements
 * @param terms tables of the two terms, indexed by the element's bits; none means the elements themselves
 * @param sum what the terms' sum can be, before the bias
 * @param requantized with a single index, or one for each channel
 * @param channels of a pixel
 * @param elements of a frame
 */
public record AddUnit(
        String name,
        IntType a,
        IntType b,
        Optional<List<IntTensor>> terms,
        Range sum,
        Requantized requantized,
        IntType out,
        int channels,
        int elements,
        Fold fold)
        implements LaneEngine {
    public AddUnit {
        terms = terms.map(List::copyOf);
        if (requantized.form().channels() != 1 && requantized.form().channels() != channels) {
            throw new IllegalArgumentException("an addition has one requantizer, or one for each channel");
        }
    }

    /** Cycles from a beat's entry to its result entering the output FIFO. */
    public int latency() {
        return 2 + requantized.latency();
    }

    /** Beats under way and in the output FIFO. */
    public int fifo() {
        return latency() + 6;
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
    public AddUnit withFold(Fold other) {
        return new AddUnit(name, a, b, terms, sum, requantized, out, channels, elements, other);
    }

    @Override
    public Cost cost() {
        int tables = terms.isPresent() ? 2 * sum.signedBits() * (1 << Math.max(0, a.bits() - 5)) / 2 : 0;
        return requantized
                .cost(1)
                .plus(new Cost(0, tables + sum.signedBits(), 0))
                .times(fold.pe())
                .plus(Memory.ram(output().width(), fifo()).ramCost());
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.add(this);
    }
}
