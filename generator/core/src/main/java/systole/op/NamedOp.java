package systole.op;

/**
 * An operation with a name of its own, which the engine that computes it will have too.
 *
 * @param name the name, unique in a network
 * @param op the operation
 */
public record NamedOp(String name, Op op) {}
