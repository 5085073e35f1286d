package systole.frontend.tflite;

import java.util.Map;
import systole.diagnostic.Diagnostic;

/**
 * What the variables of a model are.
 *
 * @param rows by index of the CONCATENATION, the rows that a variable keeps
 * @param refused by index of the READ_VARIABLE, why a variable is not supported
 */
record Kept(Map<Integer, KeptRows> rows, Map<Integer, Diagnostic> refused) {
    static final Kept NOTHING = new Kept(Map.of(), Map.of());

    Kept {
        rows = Map.copyOf(rows);
        refused = Map.copyOf(refused);
    }
}
