package systole.app;

import picocli.CommandLine.IVersionProvider;
import systole.rtl.Origin;

/** The version of the program, in the form in which designs name it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    /** The version as a text, such as {@code systole 1.0}. */
    static String text() {
        return "systole " + Origin.systole();
    }
}
