package systole.op;

/**
 * An operation under a name of its own, which the engine that computes it will have.
 *
 * @param name unique in a network
 */
public record NamedOp(String name, Op op) {}
