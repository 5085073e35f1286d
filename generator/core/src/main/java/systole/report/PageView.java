package systole.report;

import java.util.List;

/**
 * Everything that the page shows.
 *
 * @param subtitle board, part, clock
 * @param verdict whether the hardware was proved right, in a sentence
 * @param verdictStyle good, bad or open
 * @param notes further remarks for the reader
 * @param tiles the most important figures
 * @param engines units that compute
 * @param plumbing units between them
 * @param chip the share of the chip that the whole design takes
 * @param shared the resources that the design takes, by name
 * @param shares where cycles and these resources go
 * @param predicted interval and latency, in a sentence
 * @param synthesized whether there are synthesized resources
 * @param timing the longest paths; empty if the design was not synthesized
 * @param data what the charts show, as JSON
 * @param style sheet of the page
 * @param script of the page
 * @param library the chart library
 */
public record PageView(
        String title,
        String subtitle,
        String verdict,
        String verdictStyle,
        List<String> notes,
        List<Tile> tiles,
        GraphView graph,
        List<UnitRow> engines,
        List<UnitRow> plumbing,
        List<MemoryRow> memories,
        List<ChipRow> chip,
        List<String> shared,
        List<ShareRow> shares,
        List<RunRow> runs,
        String predicted,
        boolean synthesized,
        List<TimingView> timing,
        String data,
        String style,
        String script,
        String library) {
    public PageView {
        notes = List.copyOf(notes);
        tiles = List.copyOf(tiles);
        engines = List.copyOf(engines);
        plumbing = List.copyOf(plumbing);
        memories = List.copyOf(memories);
        chip = List.copyOf(chip);
        shared = List.copyOf(shared);
        shares = List.copyOf(shares);
        runs = List.copyOf(runs);
        timing = List.copyOf(timing);
    }

    /** A figure with its name and a note beneath it. */
    public record Tile(String label, String value, String note) {}

    /** A memory of a unit. */
    public record MemoryRow(
            String unit,
            String what,
            String count,
            String depth,
            String width,
            String bits,
            String place,
            String ramb18,
            String wasted) {}

    /** One resource of the chip. */
    public record ChipRow(String name, String predicted, String synthesized, String available, String used) {}

    /** What a unit takes of the cycles and of each resource of the design. */
    public record ShareRow(String unit, String kind, List<Share> shares) {
        public ShareRow {
            shares = List.copyOf(shares);
        }
    }

    /**
     * A part of a whole.
     *
     * @param bar its share as a width of the style sheet
     */
    public record Share(String value, String percent, String bar) {}

    /** A simulation. */
    public record RunRow(
            String simulator,
            String stall,
            String seed,
            String result,
            String style,
            String frames,
            String beats,
            String mismatches,
            String interval,
            String latency,
            String remark) {}
}
