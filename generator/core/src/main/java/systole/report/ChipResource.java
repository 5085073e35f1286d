package systole.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import systole.design.Design;
import systole.target.chip.Chip;
import systole.target.resource.ResourceKind;

/**
 * A resource of the chip, and what a design takes of it.
 *
 * @param kind which resource it is
 * @param name as the chip's family calls it
 * @param predicted what the plan expects; empty for flip-flops, of which engines say nothing
 * @param synthesized what the synthesizer counted; empty if the design was not synthesized
 * @param available what the chip has
 */
record ChipResource(
        ResourceKind kind, String name, Optional<Integer> predicted, Optional<Integer> synthesized, int available) {
    /** The resources that a design's chip has, in the order in which they are shown. */
    static List<ChipResource> of(Design design, Optional<Synthesis> synthesis) {
        Chip chip = design.board().chip();
        return Stream.of(ResourceKind.DSP, ResourceKind.LUT, ResourceKind.RAMB18, ResourceKind.FF, ResourceKind.URAM)
                .filter(kind -> chip.resources().of(kind) > 0)
                .map(kind -> new ChipResource(
                        kind,
                        name(kind, chip),
                        kind == ResourceKind.FF
                                ? Optional.empty()
                                : Optional.of(design.cost().of(kind)),
                        synthesis.map(s -> s.total().of(kind)),
                        chip.resources().of(kind)))
                .toList();
    }

    private static String name(ResourceKind kind, Chip chip) {
        return switch (kind) {
            case DSP -> chip.family().dsp().name();
            case URAM -> "UltraRAM";
            default -> kind.name();
        };
    }
}
