package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.fuzz.AcceptedNetwork;
import systole.network.Network;
import systole.style.streaming.Plan;
import systole.style.streaming.TinyNetworks;
import systole.style.streaming.emit.Emitter;
import systole.target.board.Boards;

class DesignNamesTest {
    @ParameterizedTest
    @CsvSource({
        "residual, residual",
        "class, class_1",
        "entity, entity_1",
        "tb, tb_1",
        "bufg, bufg_1",
        "system, system_1",
        "example, example_1",
        "selftest, selftest_1",
        "con, con_1",
        "systole, my_systole",
        "systole_fifo, my_systole_fifo",
        "systolic, systolic"
    })
    void theTopIsCalledLikeTheNetworkIfNothingSpeaksAgainstIt(String network, String top) {
        assertEquals(top, DesignNames.of(network).top());
    }

    @Test
    void modulesAreCalledLikeLayersIfNothingSpeaksAgainstIt() {
        DesignNames names = DesignNames.of("net");
        assertEquals("net_stem", names.module("stem"));
        assertEquals("net_class", names.module("class"));
        assertEquals("net_axi_1", names.module("axi"));
        assertEquals("net_uart_1", names.module("uart"));
        assertEquals("net_top_1", names.module("top"));
    }

    @Test
    void libraryModulesGetThePrefixOfTheDesign() {
        DesignNames names = DesignNames.of("net");
        String fifo = names.module("fifo");
        assertEquals(
                List.of(
                        new GeneratedFile("rtl/net_fifo_1.v", "// systole_fifo\nmodule net_fifo_1;"),
                        new GeneratedFile("rtl/net_fifo.v", "module net_fifo; net_fifo_1 u(.f(\"m.mem\"));")),
                names.prefixed(List.of(
                        new GeneratedFile("rtl/systole_fifo.v", "// systole_fifo\nmodule systole_fifo;"),
                        new GeneratedFile("rtl/" + fifo + ".v", "module net_fifo; systole_fifo u(.f(\"m.mem\"));"))));
    }

    @Test
    void theFolderOfMemoriesHasAMacroOfTheDesign() {
        assertEquals("MY_NET_2_MEM_DIR", DesignNames.folderMacro("my_Net_2"));
        assertEquals(
                List.of(new GeneratedFile("rtl/net_rom.v", "`ifdef NET_MEM_DIR\n{`NET_MEM_DIR, FILE}`endif")),
                DesignNames.of("net")
                        .prefixed(List.of(new GeneratedFile(
                                "rtl/systole_rom.v", "`ifdef SYSTOLE_MEM_DIR\n{`SYSTOLE_MEM_DIR, FILE}`endif"))));
    }

    @Test
    void moreModulesGetOtherNamesThanThoseThatAreThere() {
        DesignNames names = DesignNames.beside("net", List.of(new GeneratedFile("rtl/net_shell_axi.v", "")));
        assertEquals(
                List.of("rtl/net_shell_axi_1.v"),
                names
                        .prefixed(List.of(new GeneratedFile("rtl/systole_shell_axi.v", "module systole_shell_axi;")))
                        .stream()
                        .map(GeneratedFile::path)
                        .toList());
    }

    /** The reproduction of a silent fault: a table that overwrites the weights of another layer. */
    @Test
    void aTableCalledLikeWeightsDoesNotOverwriteThem() {
        same("n", Map.of("block", "c", "sum", "c_w0", "stem", "c_q0", "pool", "c_a"));
    }

    @Test
    void layersMayBeCalledLikeModulesOfTheLibraryAndOfTheShell() {
        same("systole", Map.of("stem", "array", "block", "fifo", "sum", "weights", "logits", "systole_fifo"));
        same("d", Map.of("stem", "axi", "block", "uart", "sum", "top"));
    }

    @Test
    void layersMayBeCalledLikeWiresOfOthers() {
        same("class", Map.of("stem", "u_a", "block", "a_data", "sum", "a_valid", "pool", "a", "image", "guard"));
    }

    @Test
    void layersMayBeCalledLikeWhatJoinsOthers() {
        same("module", Map.of("image", "stem_fork", "block", "stem_tap0", "sum", "stem_tap1_fifo", "pool", "sum_x1"));
    }

    /** Whatever tensors are called, the hardware is that of innocent names, and no two of its things share a name. */
    @Property
    void namesChangeNothingButNames(@ForAll long seed) {
        Network network = RandomNetworks.of(Math.floorMod(seed, 100_000L));
        Network hostile = HostileNames.of(network, seed);
        compare(network, hostile);
        AcceptedNetwork.check(hostile);
    }

    private static void same(String name, Map<String, String> names) {
        Network network = TinyNetworks.residual();
        Set<String> tensors = network.types().keySet();
        assertEquals(
                Set.of(),
                names.keySet().stream().filter(n -> !tensors.contains(n)).collect(Collectors.toSet()));
        compare(network, HostileNames.renamed(network, name, names));
    }

    private static void compare(Network network, Network hostile) {
        SameHardware.check(
                DesignNames.of(network.name()).top(),
                files(network),
                DesignNames.of(hostile.name()).top(),
                files(hostile));
    }

    private static List<GeneratedFile> files(Network network) {
        Plan plan = RtlDesign.plan(network, Boards.find("arty-a7-100t").orElseThrow());
        return new Emitter().emit(plan, network.outputType().shape());
    }
}
