package systole.integration;

import java.util.List;
import systole.rtl.GeneratedFile;

/** Makes the files with which one other flow takes a module. */
@FunctionalInterface
interface IntegrationPart {
    /** The files, with paths relative to the design's folder. The same module always gives the same bytes. */
    List<GeneratedFile> files(HardwareModule module);
}
