package systole.kit;

import java.util.ArrayList;
import java.util.List;
import systole.rtl.GeneratedFile;

/** All parts of a design's folder that belong to the board. */
public final class Kit {
    private final List<KitPart> parts;

    /** @param parts the parts, each of which makes files of its own */
    public Kit(List<KitPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The parts that every board gets. */
    public static List<KitPart> standard() {
        return List.of(new TopPart(), new ConstraintsPart(), new TclPart(), new OpenPart());
    }

    /**
     * Every part's files.
     *
     * @throws systole.diagnostic.RefusedException if a part cannot be made for this board, or at this clock
     */
    public List<GeneratedFile> files(KitDesign design) {
        List<GeneratedFile> files = new ArrayList<>();
        parts.forEach(part -> files.addAll(part.files(design)));
        return files;
    }
}
