package systole.frontend.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The shortest decimal that reads back as the same number. */
final class Decimal {
    private static final int MAX_DIGITS = 17;

    private Decimal() {}

    /** @param value finite */
    static String of(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= MAX_DIGITS; digits++) {
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (value == 0) {
            return Double.compare(value, 0.0) == 0 ? "0" : "-0.0";
        }
        return exponent >= -6 && exponent < MAX_DIGITS
                ? shortest.toPlainString()
                : shortest.toString().replace("E+", "e").replace("E", "e");
    }
}
