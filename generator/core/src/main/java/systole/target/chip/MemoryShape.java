package systole.target.chip;

/**
 * What a block of memory can be.
 *
 * @param depth words
 * @param width bits of a word
 */
public record MemoryShape(int depth, int width) {}
