package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import systole.BoardOptions;
import systole.DesignOptions;
import systole.Systole;
import systole.design.Design;
import systole.rtl.GeneratedFile;

/** The files for other flows name what is in the design's folder, and say of it what others say. */
class IntegrationFilesTest {
    private static final Pattern REGISTER = Pattern.compile("#define MOTION_REG_(\\w+) (0x\\w+)u");
    private static final Pattern LISTED = Pattern.compile("(?m)^      - ([\\w./]+)(?:: \\{.*})?$");

    private static Design design;
    private static Set<String> paths;

    @BeforeAll
    static void build() {
        Systole systole = Systole.standard();
        design = systole.designForBoard(
                systole.read(Shell.example("motion")),
                DesignOptions.on("zedboard"),
                BoardOptions.DEFAULT.withBusClock(50));
        paths = design.files().stream().map(GeneratedFile::path).collect(Collectors.toSet());
    }

    private static IpXact component(String module) {
        return IpXact.of(design.file("ip/" + module + "/component.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"motion", "motion_axi"})
    void theElementsAreInTheOrderOfTheStandard(String module) {
        assertEquals(List.of(), component(module).disorder());
        String text = design.file("ip/" + module + "/component.xml");
        String moved = text.replaceFirst("( *<spirit:vendor>.*\n)(.*\n)", "$2$1");
        assertEquals(1, IpXact.of(moved).disorder().size());
        String lost = text.replaceFirst(" *<spirit:physicalPort>\n.*\n.*\n", "");
        assertEquals(1, IpXact.of(lost).disorder().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"motion", "motion_axi"})
    void theFilesThatAreNamedAreThere(String module) {
        Set<String> named = component(module).all("file").stream()
                .map(file -> Path.of("ip", module, IpXact.text(file, "name")).normalize())
                .map(Path::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), minus(named, paths));
        String list = module.equals("motion") ? "files.f" : "files_axi.f";
        Set<String> needed =
                design.file("rtl/" + list).lines().map(f -> "rtl/" + f).collect(Collectors.toSet());
        paths.stream().filter(f -> f.endsWith(".mem")).forEach(needed::add);
        assertEquals(Set.of(), minus(needed, named));
        Set<String> listed = LISTED.matcher(design.file(module + ".core"))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), minus(listed, paths));
        assertEquals(Set.of(), minus(needed, listed));
        assertEquals(module.equals("motion_axi"), named.contains("constraints/motion_axi.xdc"));
        assertTrue(named.contains("ip/" + module + "/" + module + "_ooc.xdc"));
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    @Test
    void theRegistersAreThoseOfTheDriver() {
        Map<String, String> described = new TreeMap<>();
        IpXact axi = component("motion_axi");
        axi.all("register").forEach(r -> described.put(IpXact.text(r, "name"), IpXact.text(r, "addressOffset")));
        Map<String, String> driver = new TreeMap<>();
        REGISTER.matcher(design.file("driver/motion_regs.h"))
                .results()
                .forEach(m -> driver.put(m.group(1), m.group(2)));
        assertEquals(driver, described);
        assertEquals(0, component("motion").all("register").size());
        Element stalled = axi.all("field").stream()
                .filter(f -> IpXact.text(f, "name").equals("STALLED"))
                .findFirst()
                .orElseThrow();
        assertEquals("11", IpXact.text(stalled, "bitOffset"));
        assertEquals("oneToClear", IpXact.text(stalled, "modifiedWriteValue"));
    }

    @ParameterizedTest
    @CsvSource({
        "motion, aclk, ASSOCIATED_BUSIF, s_axis:m_axis",
        "motion, aclk, ASSOCIATED_RESET, aresetn",
        "motion, aresetn, POLARITY, ACTIVE_LOW",
        "motion, s_axis, TDATA_NUM_BYTES, 4",
        "motion_axi, s_axi, PROTOCOL, AXI4LITE",
        "motion_axi, s_axi_aclk, ASSOCIATED_BUSIF, s_axi:s_axis:m_axis",
        "motion_axi, s_axi_aclk, ASSOCIATED_RESET, s_axi_aresetn",
        "motion_axi, irq, SENSITIVITY, LEVEL_HIGH",
    })
    void theBusesHaveTheirClockAndReset(String module, String bus, String parameter, String value) {
        Element found = component(module).all("busInterface").stream()
                .filter(b -> IpXact.text(b, "name").equals(bus))
                .findFirst()
                .orElseThrow();
        List<String> values = new IpXact(found)
                .all("parameter").stream()
                        .filter(p -> IpXact.text(p, "name").equals(parameter))
                        .map(p -> IpXact.text(p, "value"))
                        .toList();
        assertEquals(List.of(value), values);
    }

    /** Every port belongs to one bus, but for the status of the core and the second clock. */
    @ParameterizedTest
    @CsvSource({"motion, '[status_long, status_short]'", "motion_axi, []"})
    void thePortsBelongToBuses(String module, String others) {
        IpXact component = component(module);
        List<String> mapped = component.all("physicalPort").stream()
                .map(port -> IpXact.text(port, "name"))
                .toList();
        assertEquals(mapped.size(), Set.copyOf(mapped).size());
        Set<String> rest = minus(component.ports().keySet(), Set.copyOf(mapped));
        assertEquals(others, rest.toString());
    }
}
