package systole.shell;

import java.util.List;

/**
 * A register of 32 bits.
 *
 * @param name upper case, unique within the map
 * @param offset bytes from the base, a multiple of 4
 * @param fields from the lowest bit up, without overlap
 * @param doc one sentence, without its full stop
 */
public record Register(String name, int offset, List<Field> fields, String doc) {
    public Register {
        fields = List.copyOf(fields);
        if (!name.matches("[A-Z][A-Z0-9_]*") || doc.isBlank()) {
            throw new IllegalArgumentException("a register needs a name and a description, not '" + name + "'");
        }
        if (offset < 0 || offset % 4 != 0) {
            throw new IllegalArgumentException(name + " does not lie on a word: " + offset);
        }
        int next = 0;
        for (Field field : fields) {
            if (field.lsb() < next) {
                throw new IllegalArgumentException(field.name() + " of " + name + " overlaps another field");
            }
            next = field.msb() + 1;
        }
    }

    /** A register that is one field, {@code VALUE}. */
    public static Register whole(String name, int offset, Access access, long reset, String doc) {
        return new Register(name, offset, List.of(new Field("VALUE", 0, 32, access, reset, doc)), doc);
    }

    /** Whether a write is answered with OKAY. Otherwise it is answered with SLVERR. */
    public boolean writable() {
        return fields.stream().anyMatch(f -> f.access().writable());
    }

    /** The value after reset, unsigned. */
    public long reset() {
        return fields.stream().mapToLong(f -> f.reset() << f.lsb()).sum();
    }

    /** The bits of all fields with this access. */
    public long mask(Access access) {
        return fields.stream()
                .filter(f -> f.access() == access)
                .mapToLong(Field::mask)
                .sum();
    }

    /** The field of this name. */
    public Field field(String wanted) {
        return fields.stream()
                .filter(f -> f.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + wanted));
    }

    /** Whether there is a field of this name. */
    public boolean has(String wanted) {
        return fields.stream().anyMatch(f -> f.name().equals(wanted));
    }
}
