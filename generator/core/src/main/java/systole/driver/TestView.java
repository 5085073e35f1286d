package systole.driver;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a self-test as C writes them.
 *
 * @param count of frames
 * @param inputs the lines of each frame that goes in
 * @param outputs the lines of each frame that comes out
 */
public record TestView(int count, List<List<String>> inputs, List<List<String>> outputs) {
    private static final int WIDTH = 110;

    static TestView of(TestFrames frames) {
        return new TestView(frames.count(), lines(frames.inputs()), lines(frames.outputs()));
    }

    private static List<List<String>> lines(List<int[]> frames) {
        return frames.stream().map(TestView::lines).toList();
    }

    private static List<String> lines(int[] frame) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < frame.length; i++) {
            String element = frame[i] + (i + 1 < frame.length ? "," : "");
            if (line.length() + 1 + element.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(element);
        }
        lines.add(line.toString());
        return lines;
    }
}
