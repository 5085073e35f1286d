package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.network.Quantized;
import systole.rim.Step;
import systole.rim.Steps;
import systole.rim.Tail;

/** Reads the operators behind the last DequantizeLinear. */
final class TailReader {
    private final Wire output;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private List<Integer> dims;
    private Optional<Quantized> last = Optional.empty();

    TailReader(Wire output) {
        this.output = output;
        this.dims = output.dims();
    }

    /** The tensor that the next operator reads. */
    Value running() {
        return new Value.Results(dims);
    }

    /** Adds an operator. */
    Value add(OnnxOperator op) {
        names.add(op.node().toString());
        int running = IntStream.range(0, op.values().size())
                .filter(i -> op.values().get(i) instanceof Value.Results)
                .findFirst()
                .orElseThrow(() -> op.refused("it reads a constant only", "leave it out"));
        if (List.of("QuantizeLinear", "DequantizeLinear").contains(op.node().operator())) {
            op.attributes().ignore("axis", "saturate", "block_size", "output_dtype");
            Quantized element = op.element(1, 2);
            boolean integers = op.node().operator().equals("DequantizeLinear")
                    && last.filter(element::equals).isEmpty();
            op.require(!integers, "it dequantizes what nothing quantized before", "use one scale for both");
            last = Optional.of(element);
            steps.add(Steps.rounded(element));
        } else {
            last = RimSteps.moves(op.node()) ? last : Optional.empty();
            RimSteps.Placed placed = RimSteps.read(op, running, dims);
            steps.add(placed.step());
            dims = placed.dims();
        }
        op.problems().throwIfAny();
        return running();
    }

    /** The dimensions of the results. */
    List<Integer> dims() {
        return dims;
    }

    Tail tail() {
        return new Tail(
                output.dims(),
                steps,
                names,
                output.element(),
                output.layout(),
                last.map(q -> (double) (float) q.scale()).orElse(0.0));
    }
}
