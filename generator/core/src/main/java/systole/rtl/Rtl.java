package systole.rtl;

import java.util.List;

/**
 * A unit in Verilog.
 *
 * @param files its module if it has one of its own, and its memories
 * @param instance its instance in the top level
 */
public record Rtl(List<GeneratedFile> files, Instance instance) {
    public Rtl {
        files = List.copyOf(files);
    }

    /** A unit that is a module of the library, without files of its own. */
    public static Rtl of(Instance instance) {
        return new Rtl(List.of(), instance);
    }
}
