package systole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.style.streaming.TinyNetworks;

class GraphLayoutTest {
    private static final Pattern ENDS = Pattern.compile("^M([-\\d.]+),([-\\d.]+).*?L([-\\d.]+),([-\\d.]+)$");

    private static final Design DESIGN = TinyNetworks.design(TinyNetworks.residual());

    private static GraphView chain(int length) {
        List<GraphView.Box> boxes = IntStream.range(0, length)
                .mapToObj(i -> new GraphView.Box(0, 0, 132, 62, "", "unit" + i, List.of(), false, 0, ""))
                .toList();
        List<GraphLayout.Link> links = IntStream.range(1, length)
                .mapToObj(i -> new GraphLayout.Link("unit" + (i - 1), "unit" + i, "8×int8", 1, ""))
                .toList();
        return GraphLayout.of(boxes, links);
    }

    private static void requireApart(GraphView graph) {
        for (GraphView.Box a : graph.boxes()) {
            assertTrue(a.x() >= 0 && a.x() + a.width() <= graph.width(), a.name());
            assertTrue(a.y() >= 0 && a.y() + a.height() <= graph.height(), a.name());
            for (GraphView.Box b : graph.boxes()) {
                boolean apart = a.x() + a.width() <= b.x()
                        || b.x() + b.width() <= a.x()
                        || a.y() + a.height() <= b.y()
                        || b.y() + b.height() <= a.y();
                assertTrue(apart || a.name().equals(b.name()), a.name() + " lies on " + b.name());
            }
        }
    }

    private static boolean touches(GraphView.Box box, String x, String y) {
        double dx = Double.parseDouble(x) - box.x();
        double dy = Double.parseDouble(y) - box.y();
        return dx >= -1 && dx <= box.width() + 1 && dy >= -1 && dy <= box.height() + 1;
    }

    @Test
    void boxesLieApartAndOnThePage() {
        requireApart(DataflowGraph.of(DESIGN));
        requireApart(chain(60));
    }

    /** The page scrolls down, not sideways. */
    @Test
    void aLongChainIsBrokenIntoRows() {
        for (int length : new int[] {1, 2, 9, 30, 100}) {
            assertTrue(chain(length).width() <= 1180, length + " units");
        }
        assertTrue(chain(30).height() > 3 * 62);
    }

    @Test
    void everyStreamRunsFromItsWriterToItsReader() {
        GraphView graph = DataflowGraph.of(DESIGN);
        int streams = DESIGN.units().stream().mapToInt(s -> s.sources().size()).sum() + 1;
        assertEquals(streams, graph.wires().size());
        int wire = 0;
        for (DesignUnit unit : DESIGN.units()) {
            GraphView.Box reader = graph.boxes().stream()
                    .filter(b -> b.name().equals(unit.name()))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < unit.sources().size(); i++) {
                Matcher ends = ENDS.matcher(graph.wires().get(wire++).path());
                assertTrue(ends.matches());
                assertTrue(touches(reader, ends.group(3), ends.group(4)), unit.name());
                assertFalse(touches(reader, ends.group(1), ends.group(2)), unit.name());
            }
        }
    }

    @Test
    void oneEngineIsTheBottleneck() {
        List<String> found = DataflowGraph.of(DESIGN).boxes().stream()
                .filter(b -> b.style().contains("bottleneck"))
                .map(GraphView.Box::name)
                .toList();
        assertEquals(List.of(DESIGN.bottleneck().name()), found);
    }
}
