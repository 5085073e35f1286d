package systole.kit;

import java.util.List;
import systole.rtl.GeneratedFile;

/** Makes some of the files that bring a design onto a board. */
@FunctionalInterface
public interface KitPart {
    /** The files, with paths relative to the design's folder. The same design always gives the same bytes. */
    List<GeneratedFile> files(KitDesign design);
}
