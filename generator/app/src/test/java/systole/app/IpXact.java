package systole.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A component that IP-XACT describes, read for tests. */
record IpXact(Element root) {
    /**
     * The elements that IEEE 1685-2009 allows in each element that Systole writes, in its order; those with a question mark
     * may be missing. {@code make soak} validates with the standard's own schema.
     */
    private static final Map<String, String> ORDER = Map.ofEntries(
            Map.entry(
                    "component",
                    "vendor library name version busInterfaces memoryMaps? model fileSets description? parameters?"
                            + " vendorExtensions?"),
            Map.entry(
                    "busInterface",
                    "name description? busType abstractionType? master? slave? connectionRequired? portMaps? parameters?"),
            Map.entry("portMap", "logicalPort physicalPort"),
            Map.entry("parameter", "name description? value"),
            Map.entry("memoryMap", "name description? addressBlock addressUnitBits?"),
            Map.entry("addressBlock", "name description? baseAddress range width usage? volatile? access? register"),
            Map.entry("register", "name description? addressOffset size volatile? access? reset? field"),
            Map.entry("reset", "value mask?"),
            Map.entry(
                    "field", "name description? bitOffset bitWidth volatile? access? modifiedWriteValue? readAction?"),
            Map.entry("model", "views ports modelParameters?"),
            Map.entry("view", "name envIdentifier language? modelName? fileSetRef"),
            Map.entry("port", "name description? wire"),
            Map.entry("wire", "direction vector?"),
            Map.entry("vector", "left right"),
            Map.entry("fileSet", "name file"),
            Map.entry("file", "name fileType? userFileType?"));

    static IpXact read(Path design, String module) throws IOException {
        return of(Files.readString(design.resolve("ip/" + module + "/component.xml")));
    }

    static IpXact of(String text) {
        try {
            return new IpXact(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All elements of this name. */
    List<Element> all(String name) {
        var found = root.getElementsByTagName("spirit:" + name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    /** The text of an element's only child of this name. */
    static String text(Element element, String child) {
        List<Element> found = children(element).stream()
                .filter(c -> c.getTagName().equals("spirit:" + child))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " " + child + " in " + element.getTextContent());
        }
        return found.get(0).getTextContent();
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The ports, each with direction and width. */
    Map<String, String> ports() {
        Map<String, String> ports = new TreeMap<>();
        for (Element port : all("port")) {
            Element wire = children(port).get(1);
            int width = children(wire).size() < 2
                    ? 1
                    : 1 + Integer.parseInt(text(children(wire).get(1), "left"));
            ports.put(text(port, "name"), text(wire, "direction") + " " + width);
        }
        return ports;
    }

    /** Elements that are missing, out of order, or not allowed where they are. */
    List<String> disorder() {
        List<String> wrong = new ArrayList<>();
        check(root, wrong);
        return wrong;
    }

    private static void check(Element element, List<String> wrong) {
        String name = element.getTagName().replace("spirit:", "");
        List<Element> children = children(element);
        String order = ORDER.get(name);
        if (order != null) {
            StringBuilder names = new StringBuilder();
            children.forEach(
                    c -> names.append(c.getTagName().replace("spirit:", "")).append(' '));
            StringBuilder pattern = new StringBuilder();
            for (String child : order.split(" ")) {
                boolean many = List.of("register", "field", "file").contains(child);
                boolean optional = child.endsWith("?");
                pattern.append("(")
                        .append(child.replace("?", ""))
                        .append(" )")
                        .append(optional ? "?" : many ? "+" : "");
            }
            if (!names.toString().matches(pattern.toString())) {
                wrong.add(name + ": " + names);
            }
        }
        if (!name.equals("vendorExtensions")) {
            children.forEach(child -> check(child, wrong));
        }
    }
}
