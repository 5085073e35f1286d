package systole.onnx;

/**
 * A kind of operator that can be read.
 *
 * @param operator its type in the file
 * @param name begins the names of its layers
 * @param reader translates it
 */
record OperatorKind(String operator, String name, OperatorReader reader) {}
