package systole.kit;

import java.util.List;
import systole.rtl.GeneratedFile;
import systole.rtl.Templates;
import systole.target.board.Configuration;

/**
 * Writes the constraints. On a board without processor, they include the pins. Beside a processor, they cover only the
 * clock crossings of the shell.
 */
public final class ConstraintsPart implements KitPart {
    /** The values that the templates need of pins, clock and bitstream. {@code clock} is the port of the clock. */
    public record View(
            String design,
            String board,
            List<PinRow> pins,
            String clock,
            String inPeriod,
            String outMhz,
            String cfgbvs,
            String volts,
            int spiWidth) {
        public View {
            pins = List.copyOf(pins);
        }

        static View of(KitDesign design) {
            Configuration configuration = design.board().io().configurations().get(0);
            return new View(
                    design.name(),
                    design.board().name(),
                    PinRow.of(design.board().io()),
                    PinRow.clock(design.board().io()).get(0).port(),
                    design.mmcm().orElseThrow().inPeriod(),
                    Decimals.of(design.mhz()),
                    configuration.cfgbvs(),
                    Decimals.of(configuration.volts()),
                    configuration.spiWidth());
        }
    }

    private final Templates templates = new Templates();

    @Override
    public List<GeneratedFile> files(KitDesign design) {
        String path = "constraints/" + design.top();
        if (!design.board().hasProcessor()) {
            View view = View.of(design);
            return List.of(
                    new GeneratedFile(path + ".xdc", templates.render("xdc/top.xdc.ftl", view)),
                    new GeneratedFile(path + "_open.xdc", templates.render("xdc/open.xdc.ftl", view)));
        }
        if (design.shell().ownCoreClock()) {
            return List.of(new GeneratedFile(
                    path + ".xdc", templates.render("xdc/crossings.xdc.ftl", CrossingsView.of(design))));
        }
        return List.of();
    }
}
