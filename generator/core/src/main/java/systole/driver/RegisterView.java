package systole.driver;

import java.util.List;
import java.util.Locale;
import systole.shell.Access;
import systole.shell.Field;
import systole.shell.Register;

/**
 * A register, as software shows it. Numbers are hexadecimal, without a prefix.
 *
 * @param name upper case
 * @param offset bytes from the base, three digits
 * @param constant whether it always reads the same value
 * @param reset value after reset, eight digits
 * @param fields from the lowest bit up, none if the register is one number
 * @param doc one sentence, without its full stop
 */
public record RegisterView(
        String name, String offset, boolean constant, String reset, List<FieldView> fields, String doc) {
    /**
     * Some bits of a register.
     *
     * @param mask eight digits
     */
    public record FieldView(String name, String mask) {
        static FieldView of(Field field) {
            return new FieldView(field.name(), hex(field.mask()));
        }
    }

    public RegisterView {
        fields = List.copyOf(fields);
    }

    static RegisterView of(Register register) {
        List<Field> fields = register.fields();
        boolean whole = fields.size() == 1 && fields.get(0).width() == 32;
        return new RegisterView(
                register.name(),
                String.format(Locale.ROOT, "%03X", register.offset()),
                fields.stream().allMatch(f -> f.access() == Access.CONSTANT),
                hex(register.reset()),
                whole ? List.of() : fields.stream().map(FieldView::of).toList(),
                register.doc());
    }

    private static String hex(long value) {
        return String.format(Locale.ROOT, "%08X", value);
    }
}
