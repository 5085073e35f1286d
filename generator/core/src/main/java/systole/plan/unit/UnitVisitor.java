package systole.plan.unit;

/** One method for each kind of unit. */
public interface UnitVisitor<R> {
    R mac(MacUnit unit);

    R lstm(LstmUnit unit);

    R maxPool(MaxPoolUnit unit);

    R pair(PairUnit unit);

    R extremum(ExtremumUnit unit);

    R concat(ConcatUnit unit);

    R pad(PadUnit unit);

    R repeat(RepeatUnit unit);

    R reverse(ReverseUnit unit);

    R clamp(ClampUnit unit);

    R lookup(LookupUnit unit);

    R softmax(SoftmaxUnit unit);

    R argmax(ArgmaxUnit unit);

    R fork(ForkUnit unit);

    R width(WidthUnit unit);

    R fifo(FifoUnit unit);
}
