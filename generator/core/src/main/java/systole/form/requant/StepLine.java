package systole.form.requant;

/**
 * A bound on the add that a multiplier m needs: {@code target - x * m}. The line of a step that accumulator {@code x}
 * must have taken, where {@code target} is the product the step lies at.
 */
record StepLine(long x, long target) {
    long at(long multiplier) {
        return target - x * multiplier;
    }
}
