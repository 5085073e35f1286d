package systole.plan.unit;

/** One method for each kind of unit. */
public interface UnitVisitor<R> {
    R mac(MacUnit unit);

    R maxPool(MaxPoolUnit unit);

    R add(AddUnit unit);

    R concat(ConcatUnit unit);

    R pad(PadUnit unit);

    R clamp(ClampUnit unit);

    R lookup(LookupUnit unit);

    R softmax(SoftmaxUnit unit);

    R argmax(ArgmaxUnit unit);

    R fork(ForkUnit unit);

    R width(WidthUnit unit);

    R fifo(FifoUnit unit);
}
