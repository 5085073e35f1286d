package systole.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places boxes and wires from left to right, in as many rows as the width of the page requires. */
final class GraphLayout {
    /** The width in pixels that a page on a laptop has for the graph. */
    private static final double PAGE_WIDTH = 1180;

    /** The ratios of width to height that are tried, the flattest first. */
    private static final List<Double> RATIOS =
            List.of(8.0, 6.0, 5.0, 4.0, 3.2, 2.6, 2.1, 1.7, 1.4, 1.1, 0.9, 0.7, 0.5, 0.3, 0.2);

    private static final double LABEL_HEIGHT = 14;
    private static final double LETTER = 6;
    private static final double CORNER = 6;

    /** A stream between two boxes, by their names. */
    record Link(String from, String to, String label, double thick, String tip) {}

    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new TreeMap<>();
    private final List<ElkEdge> edges = new ArrayList<>();
    private final List<GraphView.Box> boxes;
    private final List<Link> links;

    private GraphLayout(List<GraphView.Box> boxes, List<Link> links) {
        this.boxes = boxes;
        this.links = links;
    }

    /** Makes the picture. The boxes already have their sizes. */
    static GraphView of(List<GraphView.Box> boxes, List<Link> links) {
        GraphLayout layout = new GraphLayout(boxes, links);
        layout.build();
        layout.place();
        return layout.view();
    }

    private void build() {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(8));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 22.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 20.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
        graph.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
        graph.setProperty(LayeredOptions.WRAPPING_ADDITIONAL_EDGE_SPACING, 12.0);
        for (GraphView.Box box : boxes) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(box.width(), box.height());
            nodes.put(box.name(), node);
        }
        for (Link link : links) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(link.from()), nodes.get(link.to()));
            if (!link.label().isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(link.label(), edge);
                label.setDimensions(link.label().length() * LETTER, LABEL_HEIGHT);
            }
            edges.add(edge);
        }
    }

    /** Finds the flattest picture that is not wider than the page. */
    private void place() {
        for (double ratio : RATIOS) {
            graph.setProperty(CoreOptions.ASPECT_RATIO, ratio);
            new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
            if (graph.getWidth() <= PAGE_WIDTH) {
                return;
            }
        }
    }

    private GraphView view() {
        List<GraphView.Box> placed = boxes.stream()
                .map(b -> {
                    ElkNode at = nodes.get(b.name());
                    return new GraphView.Box(
                            round(at.getX()),
                            round(at.getY()),
                            b.width(),
                            b.height(),
                            b.style(),
                            b.name(),
                            b.lines(),
                            b.engine(),
                            b.busy(),
                            b.tip());
                })
                .toList();
        List<GraphView.Wire> wires = IntStream.range(0, links.size())
                .mapToObj(i -> wire(edges.get(i), links.get(i)))
                .toList();
        return new GraphView(round(graph.getWidth()), round(graph.getHeight()), placed, wires);
    }

    private static GraphView.Wire wire(ElkEdge edge, Link link) {
        double x = edge.getLabels().stream()
                .mapToDouble(l -> l.getX() + l.getWidth() / 2)
                .findFirst()
                .orElse(0);
        double y = edge.getLabels().stream()
                .mapToDouble(l -> l.getY() + LABEL_HEIGHT / 2)
                .findFirst()
                .orElse(0);
        return new GraphView.Wire(path(edge), number(link.thick()), link.label(), round(x), round(y), link.tip());
    }

    private static String path(ElkEdge edge) {
        StringBuilder path = new StringBuilder();
        edge.getSections().forEach(section -> {
            List<double[]> points = new ArrayList<>();
            points.add(new double[] {section.getStartX(), section.getStartY()});
            section.getBendPoints().forEach(b -> points.add(new double[] {b.getX(), b.getY()}));
            points.add(new double[] {section.getEndX(), section.getEndY()});
            path.append("M").append(point(points.get(0)));
            for (int i = 1; i < points.size() - 1; i++) {
                double[] corner = points.get(i);
                path.append("L").append(point(towards(corner, points.get(i - 1))));
                path.append("Q").append(point(corner)).append(' ').append(point(towards(corner, points.get(i + 1))));
            }
            path.append("L").append(point(points.get(points.size() - 1)));
        });
        return path.toString();
    }

    /** The point where a round corner ends. */
    private static double[] towards(double[] corner, double[] other) {
        double dx = other[0] - corner[0];
        double dy = other[1] - corner[1];
        double length = Math.hypot(dx, dy);
        double part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
        return new double[] {corner[0] + dx * part, corner[1] + dy * part};
    }

    private static String point(double[] at) {
        return number(at[0]) + "," + number(at[1]);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static int round(double value) {
        return (int) Math.round(value);
    }
}
