package systole.network;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import systole.network.Requantization.Shift;

/** {@code (x * mul + add + 2^(log2 - 1)) >> log2}: integer ONNX. */
record ShiftRequantizer(Shift shift) implements Requantizer {
    @Override
    public long apply(int channel, long accumulator) {
        return FixedPoint.halfUp(accumulator * at(shift.mul(), channel) + at(shift.add(), channel), shift.log2());
    }

    @Override
    public Optional<String> refuse(int channel, Range reachable) {
        return isLong(channel, reachable.lo()) && isLong(channel, reachable.hi())
                ? Optional.empty()
                : Optional.of("the accumulator " + reachable + " times 'mul' plus 'add' exceeds 63 bits");
    }

    private boolean isLong(int channel, long accumulator) {
        return BigInteger.valueOf(accumulator)
                        .multiply(BigInteger.valueOf(at(shift.mul(), channel)))
                        .add(BigInteger.valueOf(at(shift.add(), channel)))
                        .bitLength()
                < 63;
    }

    private static long at(List<Long> values, int channel) {
        return values.get(values.size() == 1 ? 0 : channel);
    }
}
