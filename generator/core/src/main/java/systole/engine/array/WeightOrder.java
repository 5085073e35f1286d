package systole.engine.array;

import systole.network.Range;

/**
 * The weights of an array in the order in which it reads them: pass after pass, beat after beat. After the last pass,
 * it starts again.
 */
public interface WeightOrder {
    /** Passes until the weights repeat. */
    int passes();

    /** Beats of a pass. */
    int beats(int pass);

    /**
     * The weight that an element is multiplied by.
     *
     * @param row the row of the array, which is the element's place in a beat
     * @param place the logical place of a column's lane, see {@link SystolicArray#place}
     */
    int get(int pass, int beat, int row, int place);

    /** A range that has all weights and 0. Where it is close, fewer weights have to be looked at. */
    Range range();

    /** The number of words in a column's memory. */
    default int words() {
        int words = 0;
        for (int pass = 0; pass < passes(); pass++) {
            words += beats(pass);
        }
        return words;
    }
}
