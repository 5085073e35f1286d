package systole.frontend.tflite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.lite.schema.BuiltinOperator;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * Finds the variables that keep rows from frame to frame: each is read once, put in front of new rows by a CONCATENATION,
 * and assigned the last rows of the result. The CONCATENATION then reads only the new rows, and what else there is of the
 * variable is taken out of the model.
 */
final class Variables {
    private static final String PATTERN = "a variable may keep the last rows of a CONCATENATION that puts what was read"
            + " from it in front of new rows, as the streaming layers of Keras do";

    /** The most variables, and the most elements of all together. A damaged file may name the same ones many times. */
    private static final int MAX_VARIABLES = 1000;

    private static final long MAX_VALUES = 1L << 24;

    private final FileModel model;
    private final Map<Integer, String> handles;
    private final Map<Integer, KeptRows> rows = new HashMap<>();
    private final Map<Integer, Diagnostic> refused = new HashMap<>();
    private final Map<Integer, FileOperator> joins = new HashMap<>();
    private final Set<FileOperator> gone = new HashSet<>();
    private long values;

    private Variables(FileModel model) {
        this.model = model;
        this.handles = InitialValues.handles(model);
    }

    /** The same model without the operators of these variables. */
    static FileModel resolved(FileModel model) {
        boolean any = model.operators().stream().anyMatch(o -> o.code() == BuiltinOperator.READ_VARIABLE);
        return any ? new Variables(model).resolved() : model;
    }

    private FileModel resolved() {
        new TreeSet<>(handles.values()).stream().limit(MAX_VARIABLES).forEach(this::find);
        model.operators().stream()
                .filter(o -> o.code() == BuiltinOperator.READ_VARIABLE && !gone.contains(o))
                .forEach(o -> refused.computeIfAbsent(o.index(), i -> notLookedAt(o)));
        Set<String> others = new HashSet<>(handles.values());
        rows.values().forEach(kept -> others.remove(kept.variable()));
        if (others.isEmpty()) {
            model.operators().stream()
                    .filter(o -> o.code() == BuiltinOperator.CALL_ONCE)
                    .forEach(gone::add);
        }
        List<FileOperator> operators = model.operators().stream()
                .filter(o -> !gone.contains(o))
                .map(o -> joins.getOrDefault(o.index(), o))
                .toList();
        return model.with(operators, new Kept(rows, refused));
    }

    private Diagnostic notLookedAt(FileOperator read) {
        String reason = variable(read).isEmpty()
                ? "its variable comes from no VAR_HANDLE"
                : "there are more than " + MAX_VARIABLES + " variables";
        return new Diagnostic(SourceRef.NONE, reason, PATTERN);
    }

    private Optional<String> variable(FileOperator operator) {
        return operator.inputs().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(handles.get(operator.inputs().get(0)));
    }

    private List<FileOperator> uses(int code, String variable) {
        return model.operators().stream()
                .filter(o -> o.code() == code && variable(o).equals(Optional.of(variable)))
                .toList();
    }

    private void find(String variable) {
        List<FileOperator> reads = uses(BuiltinOperator.READ_VARIABLE, variable);
        try {
            if (!reads.isEmpty()) {
                keep(variable, reads);
            }
        } catch (RefusedException e) {
            Diagnostic told = e.diagnostics().get(0);
            Diagnostic reason = new Diagnostic(
                    SourceRef.NONE,
                    "variable '" + variable + "': " + told.message(),
                    told.hint().isEmpty() ? PATTERN : told.hint());
            reads.forEach(read -> refused.put(read.index(), reason));
        }
    }

    private void keep(String variable, List<FileOperator> reads) {
        List<FileOperator> assigns = uses(BuiltinOperator.ASSIGN_VARIABLE, variable);
        if (reads.size() != 1 || assigns.size() != 1) {
            throw refused("it is read " + reads.size() + " and assigned " + assigns.size() + " times, not once");
        }
        FileOperator read = reads.get(0);
        FileOperator assign = assigns.get(0);
        if (assign.index() < read.index()) {
            throw refused("it is assigned before it is read");
        }
        List<FileOperator> calls = model.operators().stream()
                .filter(o -> o.code() == BuiltinOperator.CALL_ONCE && o.index() < read.index())
                .toList();
        InitialValue initial = new InitialValues(model, calls)
                .of(variable)
                .orElseThrow(() -> RefusedException.of(
                        SourceRef.NONE,
                        "nothing assigns it an initial value",
                        "convert the model with the initial values of its variables, which a CALL_ONCE assigns"));
        RowsMatch match = new RowsMatch(model, read, assign);
        values += match.elements();
        if (values > MAX_VALUES) {
            throw refused("the variables hold more than " + MAX_VALUES + " elements");
        }
        rows.put(match.join().index(), match.rows(variable, initial));
        joins.put(match.join().index(), match.join().withInputs(List.of(match.fresh())));
        gone.addAll(List.of(read, assign));
        gone.addAll(makers(variable));
        gone.addAll(match.slices());
    }

    /** The operators that make handles of a variable. */
    private List<FileOperator> makers(String variable) {
        return model.operators().stream()
                .filter(o -> o.outputs().size() == 1
                        && variable.equals(handles.get(o.outputs().get(0))))
                .toList();
    }

    private static RefusedException refused(String message) {
        return RefusedException.of(SourceRef.NONE, message, PATTERN);
    }
}
