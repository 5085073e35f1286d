package systole.frontend.tflite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tensorflow.lite.schema.BuiltinOperator;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * The part of a model that becomes a network. It reaches from the first tensor of integers to the last one and contains
 * only operators on which the output depends. Shape computations for a RESHAPE, for instance, are not part of it.
 *
 * @param inputs indices of the tensors that hold frames, in the order of the model's inputs
 * @param outputs indices of the tensors that hold results, in the order of the model's outputs
 * @param operators in the order of execution
 */
record DataFlow(List<Integer> inputs, List<Integer> outputs, List<FileOperator> operators) {
    DataFlow {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = List.copyOf(operators);
    }

    /** Finds this part. A tensor that two operators compute is refused. */
    static DataFlow of(FileModel model, SourceRef where) {
        Map<Integer, FileOperator> producers = new HashMap<>();
        for (FileOperator operator : model.operators()) {
            for (int tensor : operator.outputs()) {
                Optional<FileOperator> other = Optional.ofNullable(producers.put(tensor, operator));
                if (other.isPresent()) {
                    throw RefusedException.of(
                            where,
                            model.tensor(tensor) + " is computed by " + other.get() + " and by " + operator,
                            "convert the model again");
                }
            }
        }
        List<Integer> inputs = model.inputs().stream()
                .map(input -> behindQuantize(input, model))
                .toList();
        List<Integer> outputs = model.outputs().stream()
                .map(output -> beforeDequantize(output, producers))
                .toList();
        inputs.forEach(producers::remove);
        return new DataFlow(inputs, outputs, neededFor(outputs, model, producers));
    }

    private static int beforeDequantize(int output, Map<Integer, FileOperator> producers) {
        return Optional.ofNullable(producers.get(output))
                .filter(o ->
                        o.code() == BuiltinOperator.DEQUANTIZE && !o.inputs().isEmpty())
                .map(o -> o.inputs().get(0))
                .filter(tensor -> tensor >= 0)
                .orElse(output);
    }

    private static int behindQuantize(int input, FileModel model) {
        List<FileOperator> readers = model.operators().stream()
                .filter(o -> o.inputs().contains(input))
                .toList();
        boolean quantized = model.tensor(input).isFloat()
                && readers.size() == 1
                && readers.get(0).code() == BuiltinOperator.QUANTIZE
                && readers.get(0).outputs().size() == 1;
        return quantized ? readers.get(0).outputs().get(0) : input;
    }

    private static List<FileOperator> neededFor(
            List<Integer> outputs, FileModel model, Map<Integer, FileOperator> producers) {
        Map<Integer, FileOperator> needed = new TreeMap<>();
        Deque<Integer> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            Optional<FileOperator> producer = Optional.ofNullable(producers.get(open.pop()));
            if (producer.isPresent() && needed.put(producer.get().index(), producer.get()) == null) {
                open.addAll(reads(producer.get(), model));
            }
        }
        return List.copyOf(needed.values());
    }

    private static List<Integer> reads(FileOperator operator, FileModel model) {
        if (operator.code() == BuiltinOperator.READ_VARIABLE) {
            return List.of();
        }
        return OperatorKinds.find(operator)
                .map(kind -> kind.reader().reads(operator, model))
                .orElse(operator.inputs())
                .stream()
                .filter(i -> i >= 0 && model.tensor(i).computed())
                .toList();
    }
}
