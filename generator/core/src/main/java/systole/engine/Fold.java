package systole.engine;

/**
 * The way in which the work of an operation is divided over hardware.
 *
 * @param pe output channels computed at once (columns of the array, or lanes), at least 1
 * @param simd input elements consumed at once per column (rows of the array), at least 1
 */
public record Fold(int pe, int simd) {
    public Fold {
        if (pe < 1 || simd < 1) {
            throw new IllegalArgumentException("folding factors are at least 1, not pe = " + pe + " simd = " + simd);
        }
    }
}
