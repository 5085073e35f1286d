package systole.shell;

/**
 * Some bits of a register.
 *
 * @param name upper case, unique within the register
 * @param lsb position of the lowest bit, 0 to 31
 * @param width bits
 * @param access what software may do
 * @param reset value after reset, unsigned; for a constant, its value
 * @param doc one sentence, without its full stop
 */
public record Field(String name, int lsb, int width, Access access, long reset, String doc) {
    public Field {
        if (!name.matches("[A-Z][A-Z0-9_]*") || doc.isBlank()) {
            throw new IllegalArgumentException("a field needs a name and a description, not '" + name + "'");
        }
        if (lsb < 0 || width < 1 || lsb + width > 32) {
            throw new IllegalArgumentException(name + " does not lie within 32 bits");
        }
        if (reset < 0 || reset >>> width != 0) {
            throw new IllegalArgumentException(name + " of " + width + " bits cannot hold " + reset);
        }
    }

    /** The field's bits in the register. */
    public long mask() {
        return ((1L << width) - 1) << lsb;
    }

    /** The position of the highest bit. */
    public int msb() {
        return lsb + width - 1;
    }
}
