package systole.plan.unit;

import java.util.List;

/** Joins beats into wider ones, or splits them into narrower ones. One number of lanes divides the other. */
public record WidthUnit(String name, Stream in, int outLanes) implements Unit {
    public WidthUnit {
        if (in.lanes() == outLanes || (in.lanes() % outLanes != 0 && outLanes % in.lanes() != 0)) {
            throw new IllegalArgumentException("no whole ratio between " + in.lanes() + " and " + outLanes + " lanes");
        }
    }

    /** True if beats are joined. */
    public boolean widens() {
        return outLanes > in.lanes();
    }

    /** The number of narrow beats in a wide one. */
    public int ratio() {
        return widens() ? outLanes / in.lanes() : in.lanes() / outLanes;
    }

    @Override
    public List<Stream> inputs() {
        return List.of(in);
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(outLanes, in.type(), in.elements()));
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.width(this);
    }
}
