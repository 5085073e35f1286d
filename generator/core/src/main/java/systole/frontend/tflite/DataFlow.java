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
 * @param input index of the tensor that holds frames
 * @param output index of the tensor that holds results
 * @param operators in the order of execution
 */
record DataFlow(int input, int output, List<FileOperator> operators) {
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
        int input = behindQuantize(model);
        int output = beforeDequantize(model.output(), producers);
        producers.remove(input);
        return new DataFlow(input, output, neededFor(output, model, producers));
    }

    private static int beforeDequantize(int output, Map<Integer, FileOperator> producers) {
        return Optional.ofNullable(producers.get(output))
                .filter(o ->
                        o.code() == BuiltinOperator.DEQUANTIZE && !o.inputs().isEmpty())
                .map(o -> o.inputs().get(0))
                .filter(tensor -> tensor >= 0)
                .orElse(output);
    }

    private static int behindQuantize(FileModel model) {
        List<FileOperator> readers = model.operators().stream()
                .filter(o -> o.inputs().contains(model.input()))
                .toList();
        boolean quantized = model.tensor(model.input()).isFloat()
                && readers.size() == 1
                && readers.get(0).code() == BuiltinOperator.QUANTIZE
                && readers.get(0).outputs().size() == 1;
        return quantized ? readers.get(0).outputs().get(0) : model.input();
    }

    private static List<FileOperator> neededFor(int output, FileModel model, Map<Integer, FileOperator> producers) {
        Map<Integer, FileOperator> needed = new TreeMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(output));
        while (!open.isEmpty()) {
            Optional<FileOperator> producer = Optional.ofNullable(producers.get(open.pop()));
            if (producer.isPresent() && needed.put(producer.get().index(), producer.get()) == null) {
                open.addAll(reads(producer.get(), model));
            }
        }
        return List.copyOf(needed.values());
    }

    private static List<Integer> reads(FileOperator operator, FileModel model) {
        return OperatorKinds.find(operator)
                .map(kind -> kind.reader().reads(operator, model))
                .orElse(operator.inputs())
                .stream()
                .filter(i -> i >= 0 && model.tensor(i).computed())
                .toList();
    }
}
