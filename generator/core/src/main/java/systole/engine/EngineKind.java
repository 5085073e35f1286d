package systole.engine;

import java.util.List;
import systole.op.Op;
import systole.target.chip.HardBlocks;

/**
 * One kind of engine. The catalog is a list of these.
 *
 * @param name the name of the kind in build requests and in {@code plan.json}
 * @param claiming finds the ways to compute an operation
 */
public record EngineKind(String name, Claiming claiming) {
    /** Finds the ways to compute an operation, see {@link EngineKind#claim}. */
    @FunctionalInterface
    public interface Claiming {
        /** The engines that would compute the operation. */
        List<? extends Engine> claim(String name, Op op, HardBlocks hardBlocks);
    }

    /**
     * The ways in which an engine of this kind would compute an operation, each in its least folding. The list is empty
     * if the kind cannot compute it.
     *
     * @param unit the name of the engine
     * @param hardBlocks what it would be made of
     * @throws systole.diagnostic.RefusedException if the kind computes such operations, but not this one
     */
    public List<? extends Engine> claim(String unit, Op op, HardBlocks hardBlocks) {
        return claiming.claim(unit, op, hardBlocks);
    }
}
