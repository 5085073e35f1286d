package systole.plan.unit;

import java.util.Collections;
import java.util.List;

/** Gives each beat to several receivers. */
public record ForkUnit(String name, Stream stream, int count) implements Unit {
    @Override
    public List<Stream> inputs() {
        return List.of(stream);
    }

    @Override
    public List<Stream> outputs() {
        return Collections.nCopies(count, stream);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.fork(this);
    }
}
