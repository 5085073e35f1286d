package systole.onnx;

import systole.layer.Support;

/**
 * A kind of operator that can be read.
 *
 * @param operator its type in the file
 * @param name the start of the names of its layers
 * @param reader translates it
 * @param support its line in the documentation
 */
record OperatorKind(String operator, String name, OperatorReader reader, Support support) {
    OperatorKind(String operator, String name, OperatorReader reader, String operation, String limits) {
        this(operator, name, reader, new Support(operation, operator, limits));
    }
}
