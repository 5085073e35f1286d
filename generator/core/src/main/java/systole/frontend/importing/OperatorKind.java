package systole.frontend.importing;

import systole.layer.Support;

/**
 * A kind of operator that can be read.
 *
 * @param <R> readers of the file format
 * @param operator its type in the file
 * @param name the start of the names of its layers
 * @param reader translates it
 * @param support its line in the documentation
 */
public record OperatorKind<R>(String operator, String name, R reader, Support support) {
    public OperatorKind(String operator, String name, R reader, String operation, String limits) {
        this(operator, name, reader, new Support(operation, operator, limits));
    }
}
