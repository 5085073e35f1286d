package systole.engine;

import java.util.List;
import systole.op.Op;

/**
 * One kind of engine; the catalog is a list of these.
 *
 * @param name how a build request and {@code plan.json} call it
 * @param claiming which operations it computes
 */
public record EngineKind(String name, Claiming claiming) {
    /** See {@link EngineKind#claim}. */
    @FunctionalInterface
    public interface Claiming {
        /** The ways to compute an operation. */
        List<? extends Engine> claim(String name, Op op);
    }

    /**
     * The ways in which an engine of this kind would compute an operation, each in its least folding; none if it cannot.
     *
     * @param unit the engine's name
     * @throws systole.diagnostic.RefusedException if it computes such operations, but not this one
     */
    public List<? extends Engine> claim(String unit, Op op) {
        return claiming.claim(unit, op);
    }
}
