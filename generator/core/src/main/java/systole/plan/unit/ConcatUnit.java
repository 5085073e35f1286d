package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntType;

/**
 * Concatenation: {@code chunks[i]} elements of input i, for each input in turn.
 *
 * @param chunks elements of a round, for each input
 * @param rounds rounds of a frame
 */
public record ConcatUnit(String name, List<Integer> chunks, IntType type, int rounds, Fold fold) implements LaneEngine {
    public ConcatUnit {
        chunks = List.copyOf(chunks);
    }

    @Override
    public int lanesLimit() {
        return chunks.stream().reduce(Divisors::common).orElseThrow();
    }

    @Override
    public List<Stream> inputs() {
        return chunks.stream().map(c -> new Stream(fold.pe(), type, c * rounds)).toList();
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(
                fold.pe(), type, rounds * chunks.stream().mapToInt(c -> c).sum()));
    }

    @Override
    public ConcatUnit withFold(Fold other) {
        return new ConcatUnit(name, chunks, type, rounds, other);
    }

    @Override
    public Cost cost() {
        return new Cost(0, 20 + output().width() * chunks.size() / 2, 0);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.concat(this);
    }
}
