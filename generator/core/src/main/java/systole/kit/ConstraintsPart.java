package systole.kit;

import java.util.List;
import systole.emit.GeneratedFile;
import systole.emit.Templates;
import systole.target.board.Configuration;

/** Constraints: with pins for a board without processor, of the shell's crossings only for an IP beside one. */
public final class ConstraintsPart implements KitPart {
    /** Pins, clock and bitstream as the templates need them; {@code clock} is the port that it comes in at. */
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
