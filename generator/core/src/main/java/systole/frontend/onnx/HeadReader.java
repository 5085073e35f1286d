package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import systole.network.Layout;

/**
 * Reads the operators in front of the first quantizer. Those that only move elements are moved behind it, so that frames
 * keep the dimensions of the file. Those that compute are left to the frames.
 */
final class HeadReader {
    private HeadReader() {}

    /** The value of an operator that reads the input or what steps make of it; otherwise empty. */
    static Optional<Value> read(OnnxOperator op) {
        Optional<Integer> running = IntStream.range(0, op.values().size())
                .filter(i -> op.values().get(i) instanceof Value.Frames)
                .boxed()
                .findFirst();
        return running.map(input -> {
            Value.Frames frames = (Value.Frames) op.values().get(input);
            if (op.node().operator().equals("QuantizeLinear")) {
                op.attributes().ignore("axis", "saturate", "block_size", "output_dtype");
                return new Value.Integers(frames.start().quantized(op.node(), op.element(1, 2), frames));
            }
            return led(op, input, frames);
        });
    }

    private static Value led(OnnxOperator op, int input, Value.Frames frames) {
        RimSteps.Placed placed = RimSteps.read(op, input, frames.dims());
        List<UnaryOperator<Wire>> moves = new ArrayList<>(frames.moves());
        if (placed.moves()) {
            moves.add(flow -> moved(op, flow, placed));
        }
        return new Value.Frames(
                frames.start(),
                placed.dims(),
                placed.moves() ? frames.scaled() : op.node().outputs().get(0),
                with(frames.steps(), placed.step()),
                with(frames.names(), op.node().toString()),
                moves);
    }

    /** The same stream behind a step that moves elements. */
    private static Wire moved(OnnxOperator op, Wire flow, RimSteps.Placed placed) {
        if (!op.node().operator().equals("Transpose")) {
            return flow.with(placed.dims(), flow.layout());
        }
        Layout layout = flow.layout()
                .transposed(flow.dims(), Dims.order(op, flow.dims()))
                .orElseThrow(() -> op.refused(
                        "elements of " + flow.dims() + " would have to be put in another order in front of the first"
                                + " quantizer",
                        "quantize in front of it"));
        return flow.with(placed.dims(), layout);
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
