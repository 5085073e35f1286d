package systole.report;

import java.util.List;

/**
 * The units and streams with their places on the page, in pixels.
 *
 * @param boxes units, and the two ends
 * @param wires streams
 */
public record GraphView(int width, int height, List<Box> boxes, List<Wire> wires) {
    public GraphView {
        boxes = List.copyOf(boxes);
        wires = List.copyOf(wires);
    }

    /**
     * A unit.
     *
     * @param style class of the style sheet: end, plumbing, or engine with the kind of multiplier
     * @param lines beneath the name
     * @param busy width of the bar that shows how busy it is
     * @param tip the whole description in words
     */
    public record Box(
            int x,
            int y,
            int width,
            int height,
            String style,
            String name,
            List<String> lines,
            boolean engine,
            int busy,
            String tip) {
        public Box {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A stream.
     *
     * @param path the data of an SVG path
     * @param thick width of the line
     * @param label lanes and type
     */
    public record Wire(String path, String thick, String label, int labelX, int labelY, String tip) {}
}
