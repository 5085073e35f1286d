package systole.plan.unit;

import java.util.List;
import systole.network.Fold;
import systole.network.IntTensor;
import systole.network.IntType;

/**
 * Replaces each element by its entry in a table.
 *
 * @param table 2^bits entries, indexed by the element's bits
 */
public record LookupUnit(String name, IntType in, IntType out, IntTensor table, int channels, int elements, Fold fold)
        implements LaneEngine {
    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("table", fold.pe(), new Memory(out.bits(), table.size(), false)));
    }

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<Stream> inputs() {
        return List.of(new Stream(fold.pe(), in, elements));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(fold.pe(), out, elements));
    }

    @Override
    public LookupUnit withFold(Fold other) {
        return new LookupUnit(name, in, out, table, channels, elements, other);
    }

    @Override
    public Cost cost() {
        return new Cost(0, fold.pe() * out.bits() * Math.max(1, table.size() / 64), 0);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.lookup(this);
    }
}
