package systole.app;

import picocli.CommandLine.IVersionProvider;
import systole.emit.Origin;

/** The version of the program, as its designs say it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"systole " + Origin.systole()};
    }
}
