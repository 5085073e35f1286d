package systole.form.requant;

/** Searches among numbers in ascending order. */
final class Ascending {
    private Ascending() {}

    /** How many of the ascending numbers are at most {@code value}. */
    static int countUpTo(long[] ascending, long value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
