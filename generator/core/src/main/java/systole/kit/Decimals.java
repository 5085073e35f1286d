package systole.kit;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Decimals {
    private Decimals() {}

    /** The number with only the needed decimals: {@code 100}, {@code 33.333333}. */
    static String of(double x) {
        return BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
    }
}
