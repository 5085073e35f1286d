package systole.shell;

import java.util.List;
import java.util.ServiceLoader;
import systole.rtl.GeneratedFile;

/** Makes a shell's Verilog. Found by {@link ServiceLoader}, so that only who asks for a shell loads what makes it. */
public interface ShellElaborator {
    /**
     * The module {@link ShellSpec#shellModule} and those below it, one a file. The same specification always gives the
     * same bytes.
     *
     * @return files in {@code rtl/}, sorted by path
     */
    List<GeneratedFile> elaborate(ShellSpec spec);

    /** The one that is there. */
    static ShellElaborator load() {
        return ServiceLoader.load(ShellElaborator.class, ShellElaborator.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("systole-shell is not on the class path"));
    }
}
