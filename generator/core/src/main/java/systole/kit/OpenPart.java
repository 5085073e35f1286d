package systole.kit;

import java.util.List;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;

/**
 * The open flow for Artix, which is a Makefile around Yosys and nextpnr-xilinx. Boards with a processor have no such
 * flow.
 */
public final class OpenPart implements KitPart {
    /**
     * The values that the template of the Makefile needs.
     *
     * @param part the part's name in Project X-Ray, which has no temperature grade and no low-power mark
     * @param chip the same without speed grade, which names the databases of nextpnr
     * @param loader the board's name in openFPGALoader
     */
    public record View(
            String design, String board, String top, String list, String part, String chip, String loader, String mhz) {
        static View of(KitDesign design) {
            String part = openName(design.board().part());
            return new View(
                    design.name(),
                    design.board().name(),
                    design.top(),
                    design.list(),
                    part,
                    part.substring(0, part.indexOf('-')),
                    design.board().io().loaders().get(0),
                    Decimals.of(design.mhz()));
        }
    }

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(KitDesign design) {
        return design.board().hasProcessor()
                ? List.of()
                : List.of(new GeneratedFile("open/Makefile", templates.render("open/Makefile.ftl", View.of(design))));
    }

    /** {@code xc7a35ticsg324-1L} is the same silicon as {@code xc7a35tcsg324-1}. */
    static String openName(String part) {
        return part.replaceFirst("ti(?=[a-z])", "t").replaceFirst("L$", "");
    }
}
