package systole.shell;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import systole.rtl.GeneratedFile;

/**
 * Makes a shell's Verilog. {@link ServiceLoader} finds the implementation, so that it is loaded only if a shell is
 * wanted.
 */
public interface ShellElaborator {
    /**
     * Makes the module {@link ShellSpec#shellModule} and the modules below it, one in each file. The same specification
     * always gives the same bytes.
     *
     * @return files in {@code rtl/}, sorted by path
     */
    List<GeneratedFile> elaborate(ShellSpec spec);

    /** The implementation in this program; empty if systole-shell is not on the class path. */
    static Optional<ShellElaborator> find() {
        return ServiceLoader.load(ShellElaborator.class, ShellElaborator.class.getClassLoader())
                .findFirst();
    }

    /** The implementation that must be in this program. */
    static ShellElaborator load() {
        return find().orElseThrow(() -> new IllegalStateException("systole-shell is not on the class path"));
    }
}
