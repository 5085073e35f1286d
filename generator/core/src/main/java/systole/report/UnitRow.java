package systole.report;

import java.util.List;

/**
 * A unit as a row of the page's tables, every figure as text.
 *
 * @param folding PE x SIMD; empty if the unit cannot be folded
 * @param busy the busy share of the interval
 * @param predicted DSP, LUT, RAMB18
 * @param synthesized DSP, LUT, RAMB18, FF; empty if the design was not synthesized
 * @param bottleneck whether it sets the interval
 */
public record UnitRow(
        String name,
        String kind,
        String detail,
        String folding,
        String multiplier,
        String multipliers,
        String macs,
        String cycles,
        String busy,
        List<String> memories,
        List<String> predicted,
        List<String> synthesized,
        boolean bottleneck) {
    public UnitRow {
        memories = List.copyOf(memories);
        predicted = List.copyOf(predicted);
        synthesized = List.copyOf(synthesized);
    }
}
