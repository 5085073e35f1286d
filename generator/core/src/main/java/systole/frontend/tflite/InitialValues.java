package systole.frontend.tflite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.CallOnceOptions;
import org.tensorflow.lite.schema.VarHandleOptions;

/** The values that variables have before the first frame: those that the subgraphs of CALL_ONCE assign. */
final class InitialValues {
    /** The most bytes of a name that count. Variables whose names differ behind them are taken for one and refused. */
    private static final int MAX_NAME = 200;

    private final Map<String, InitialValue> values = new HashMap<>();

    /** @param calls the operators CALL_ONCE, in the order of execution */
    InitialValues(FileModel model, List<FileOperator> calls) {
        for (FileOperator call : calls) {
            subgraph(call)
                    .flatMap(index -> Optional.ofNullable(model.called().get(index)))
                    .ifPresent(this::assigned);
        }
    }

    /** The subgraph that an operator calls before the first frame; empty if it is no CALL_ONCE. */
    static Optional<Integer> subgraph(FileOperator operator) {
        return operator.code() == BuiltinOperator.CALL_ONCE
                ? operator.options(BuiltinOptions.CallOnceOptions, new CallOnceOptions())
                        .map(CallOnceOptions::initSubgraphIndex)
                : Optional.empty();
    }

    /** For each tensor that is a handle, the name of its variable. */
    static Map<Integer, String> handles(FileModel model) {
        Map<Integer, String> names = new HashMap<>();
        for (FileOperator operator : model.operators()) {
            if (operator.code() == BuiltinOperator.VAR_HANDLE
                    && operator.outputs().size() == 1) {
                VarHandleOptions none = new VarHandleOptions();
                names.put(
                        operator.outputs().get(0),
                        operator.options(BuiltinOptions.VarHandleOptions, none)
                                .map(o -> name(o.containerAsByteBuffer()) + name(o.sharedNameAsByteBuffer()))
                                .orElse(""));
            }
        }
        return names;
    }

    /** Whatever the bytes are: a damaged file may hold any. */
    private static String name(ByteBuffer bytes) {
        return Optional.ofNullable(bytes)
                .map(b -> b.slice(b.position(), Math.min(MAX_NAME, b.remaining())))
                .map(b -> StandardCharsets.UTF_8.decode(b).toString().replaceAll("\\p{Cntrl}", " "))
                .orElse("");
    }

    private void assigned(FileModel graph) {
        Map<Integer, String> handles = handles(graph);
        for (FileOperator operator : graph.operators()) {
            if (operator.code() == BuiltinOperator.ASSIGN_VARIABLE
                    && operator.inputs().size() == 2
                    && operator.inputs().get(1) >= 0
                    && handles.containsKey(operator.inputs().get(0))) {
                values.put(
                        handles.get(operator.inputs().get(0)),
                        value(operator.inputs().get(1), graph));
            }
        }
    }

    private static InitialValue value(int tensor, FileModel graph) {
        Optional<FileTensor> reals = graph.operators().stream()
                .filter(o -> o.code() == BuiltinOperator.QUANTIZE
                        && o.outputs().equals(List.of(tensor))
                        && o.inputs().size() == 1
                        && o.inputs().get(0) >= 0)
                .map(o -> graph.tensor(o.inputs().get(0)))
                .findFirst();
        return new InitialValue(graph.tensor(tensor), reals);
    }

    /** What is assigned to a variable. */
    Optional<InitialValue> of(String variable) {
        return Optional.ofNullable(values.get(variable));
    }
}
