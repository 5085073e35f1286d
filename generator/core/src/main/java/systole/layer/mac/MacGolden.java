package systole.layer.mac;

import java.util.List;
import systole.golden.Golden;
import systole.network.FixedPoint;
import systole.network.TensorType;

/**
 * Computes a multiply-accumulate layer, with 32-bit accumulators if they are wide enough, otherwise with 64-bit ones.
 */
public final class MacGolden<L extends MacLayer> implements Golden<L> {
    @Override
    public Kernel prepare(L layer, List<TensorType> inputs, TensorType output) {
        TensorType input = inputs.get(0);
        Mac mac = layer.mac(input.shape());
        boolean narrow = mac.reachable(input.element()).stream().allMatch(FixedPoint::isInt32);
        return narrow ? new NarrowMacKernel(mac, input) : new WideMacKernel(mac, input);
    }
}
