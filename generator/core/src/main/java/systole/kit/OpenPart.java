package systole.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.target.board.Board;

/**
 * The open flow, which is a Makefile around Yosys and nextpnr-xilinx. It exists for chips that Project X-Ray knows, on
 * boards without a processor.
 */
public final class OpenPart implements KitPart {
    /**
     * The values that the template of the Makefile needs.
     *
     * @param family the family's name in Project X-Ray
     * @param part the part's name in Project X-Ray, which has no temperature grade and no low-power mark
     * @param chip the same without speed grade, which names the databases of nextpnr
     * @param die the chip that the part is made of, whose data these databases have
     * @param chipdbVariable the variable of the environment with the folder of these databases
     * @param loaders the board's name in openFPGALoader, if it has one
     * @param mhz the frequency of the clock
     */
    public record View(
            String design,
            String board,
            String top,
            String list,
            String family,
            String part,
            String chip,
            String die,
            String chipdbVariable,
            List<String> loaders,
            String mhz) {
        public View {
            loaders = List.copyOf(loaders);
        }

        static View of(KitDesign design, String family) {
            String part = openName(design.board().part());
            return new View(
                    design.name(),
                    design.board().name(),
                    design.top(),
                    design.list(),
                    family,
                    part,
                    part.substring(0, part.indexOf('-')),
                    OpenPart.die(part),
                    family.toUpperCase(Locale.ROOT) + "_CHIPDB",
                    design.board().io().loaders().stream().limit(1).toList(),
                    Decimals.of(design.mhz()));
        }
    }

    private static final Pattern DEVICE = Pattern.compile("xc7([ak]\\d+t|s\\d+)");

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(KitDesign design) {
        return family(design.board())
                .map(family -> new GeneratedFile(
                        "open/Makefile", templates.render("open/Makefile.ftl", View.of(design, family))))
                .stream()
                .toList();
    }

    /** The database that the open flow takes for a board, if there is such a flow. */
    static Optional<String> family(Board board) {
        return board.hasProcessor() ? Optional.empty() : board.chip().family().openDatabase(board.part());
    }

    /** The name of a part without its package. An Artix-7 35T is a 50T of which less is used. */
    static String die(String part) {
        Matcher device = DEVICE.matcher(part);
        if (!device.lookingAt()) {
            throw new IllegalArgumentException("there is no open database of a " + part);
        }
        return device.group().replace("xc7a35t", "xc7a50t");
    }

    /** {@code xc7a35ticsg324-1L} is the same silicon as {@code xc7a35tcsg324-1}. */
    static String openName(String part) {
        return part.replaceFirst("ti(?=[a-z])", "t").replaceFirst("L$", "");
    }
}
