package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import systole.layer.pad.Pad;
import systole.network.Layout;
import systole.network.Padding;
import systole.network.Quantized;

/** Pad of height and width with a constant. */
final class PadReader implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        String mode = op.attributes().text("mode", "constant");
        op.require(mode.equals("constant"), "mode " + mode, "pad with a constant");
        op.require(!op.has(3), "axes", "give the padding of every dimension");
        List<Integer> sides = op.has(1)
                ? op.constant(1).integers().stream().boxed().toList()
                : op.attributes().integers("pads", List.of());
        float value = op.attributes().real("value", 0);
        if (op.has(2)) {
            value = op.value(2) instanceof Value.FixedReals r
                    ? ((int) r.constant().scalar() - r.scales().zero(0))
                            * (float) r.scales().scale()
                    : (float) op.constant(2).scalar();
        }
        Wire flow = op.image(op.flow(0));
        if (op.value(0) instanceof Value.Integers) {
            return new Value.Integers(padded(op, flow, sides, (int) value));
        }
        float real = value;
        return op.sums(false, outcome -> {
            Quantized element = outcome.element();
            Wire scaled = op.network().mapped(op.name() + "_in", flow, element, x -> x);
            return padded(op, scaled, sides, Reals.quantize(real, element));
        });
    }

    private static Wire padded(OnnxOperator op, Wire image, List<Integer> sides, int value) {
        int rank = image.dims().size();
        boolean whole = sides.size() == 2 * rank
                && sides.get(0) + sides.get(1) + sides.get(rank) + sides.get(rank + 1) == 0
                && sides.stream().allMatch(s -> s >= 0);
        if (!whole) {
            throw op.refused("pads " + sides + " of " + image.dims(), "height and width can be padded");
        }
        int last = rank - 1;
        boolean flat = rank == 3;
        Padding.Explicit padding = new Padding.Explicit(
                flat ? 0 : sides.get(2), flat ? 0 : sides.get(2 + rank), sides.get(last), sides.get(last + rank));
        List<Integer> dims = new ArrayList<>();
        for (int d = 0; d < rank; d++) {
            dims.add(image.dims().get(d) + sides.get(d) + sides.get(d + rank));
        }
        boolean usual = value == image.element().zero();
        Pad layer = new Pad(padding, usual ? OptionalInt.empty() : OptionalInt.of(value));
        return op.add(layer, List.of(image), dims, Layout.channelsLast(dims));
    }
}
