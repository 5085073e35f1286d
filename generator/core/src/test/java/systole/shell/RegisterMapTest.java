package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import systole.Repository;
import systole.diagnostic.RefusedException;
import systole.network.IntType;

class RegisterMapTest {
    private static final ShellStream IN = new ShellStream(1, 64, 4, IntType.INT8, 4);
    private static final ShellStream OUT = new ShellStream(1, 1, 3, new IntType(12, false), 3);
    private static final Path PAGE = Repository.root().resolve("docs/registers.md");

    private static ShellSpec spec(boolean stateful, ShellLink link) {
        return new ShellSpec("motion", IN, OUT, 0xFEDC_BA98_7654_3210L, 100_000_000, stateful, link);
    }

    private static final RegisterMap AXI = RegisterMap.of(spec(false, ShellLink.Axi.DEFAULT));
    private static final RegisterMap UART = RegisterMap.of(spec(true, ShellLink.Uart.DEFAULT));

    @Test
    void constantsTellTheDesign() {
        Map<String, Long> resets = AXI.registers().stream().collect(Collectors.toMap(Register::name, Register::reset));
        assertEquals(0x5453_5953L, resets.get("ID"));
        assertEquals(0x7654_3210L, resets.get("NETWORK_HASH_LO"));
        assertEquals(0xFEDC_BA98L, resets.get("NETWORK_HASH_HI"));
        assertEquals(64, resets.get("IN_WIDTH"));
        assertEquals(0x0004_0188, resets.get("IN_FORMAT"));
        assertEquals(0x0003_020C, resets.get("OUT_FORMAT"));
        assertEquals(64, resets.get("IN_FRAME_BEATS"));
        assertEquals(1, resets.get("OUT_FRAME_BEATS"));
        assertEquals(1, resets.get("CONTROL"));
        assertEquals(2, resets.get("STATUS"));
    }

    /** The same name has the same place in every design. */
    @Test
    void placesAreTheSameForAllLinks() {
        for (Register register : UART.registers()) {
            Optional<Register> other = AXI.at(register.offset());
            other.ifPresent(r -> assertEquals(register.name(), r.name()));
        }
        assertEquals(0x040, UART.register("CONTROL").offset());
        assertTrue(UART.register("CONTROL").has("FRESH"));
        assertFalse(AXI.register("CONTROL").has("FRESH"));
        assertTrue(UART.register("STATUS").has("LINK_ERROR"));
        assertEquals(
                AXI.register("STATUS").mask(Access.WRITE_ONE_CLEARS),
                AXI.register("IRQ_STATUS").mask(Access.WRITE_ONE_CLEARS) & ~1L);
        assertEquals(
                AXI.register("IRQ_STATUS").field("STALLED").lsb(),
                AXI.register("STATUS").field("STALLED").lsb());
    }

    @Test
    void refusesAMapThatContradictsItself() {
        Register a = Register.whole("A", 4, Access.READ_WRITE, 0, "a");
        assertThrows(IllegalArgumentException.class, () -> new RegisterMap(List.of(a, a)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RegisterMap(List.of(a, Register.whole("A", 8, Access.READ_WRITE, 0, "a"))));
        Field low = new Field("LOW", 0, 4, Access.READ_WRITE, 15, "low");
        Field across = new Field("ACROSS", 3, 2, Access.READ_ONLY, 0, "across");
        assertThrows(IllegalArgumentException.class, () -> new Register("B", 0, List.of(low, across), "b"));
        assertThrows(IllegalArgumentException.class, () -> new Field("F", 0, 4, Access.READ_WRITE, 16, "f"));
        assertThrows(IllegalArgumentException.class, () -> new Field("F", 31, 2, Access.READ_WRITE, 0, "f"));
        assertThrows(IllegalArgumentException.class, () -> AXI.register("NOTHING"));
        assertEquals(Optional.empty(), AXI.at(0x100));
        assertEquals("ID", AXI.at(3).orElseThrow().name());
    }

    @Test
    void beatsAreWidenedToPowersOfTwo() {
        assertEquals(6, OUT.coreBytes());
        assertEquals(8, OUT.busBytes());
        assertEquals(1, new ShellStream(1, 1, 1, IntType.INT8, 1).busBytes());
        assertEquals(4, IN.busBytes());
        assertEquals(6, OUT.frameBytes());
    }

    @Test
    void refusesWhatTheLinkCannotCarry() {
        ShellStream wide = new ShellStream(1, 1, 256, IntType.INT8, 256);
        RefusedException bus = assertThrows(
                RefusedException.class,
                () -> new ShellSpec("wide", wide, OUT, 0, 100_000_000, false, ShellLink.Axi.DEFAULT));
        assertTrue(bus.getMessage().contains("256 bytes"), bus.getMessage());
        ShellLink fast = new ShellLink.Uart(12_000_000, 100, 2000);
        RefusedException slow = assertThrows(
                RefusedException.class,
                () -> new ShellSpec("slow", IN, OUT, 0, 12_000_000, false, ShellLink.Uart.at(150)));
        assertTrue(slow.getMessage().contains("150 baud are too slow"), slow.getMessage());
        int longest = 1036 * 10_000 / 9_600; // ms
        assertTrue(ShellLink.Uart.at(9_600).frameTimeoutMs() > 3 * longest);
        RefusedException baud =
                assertThrows(RefusedException.class, () -> new ShellSpec("fast", IN, OUT, 0, 12_000_000, false, fast));
        assertTrue(baud.diagnostics().get(0).hint().contains("1500000 baud"), baud.diagnostics() + "");
    }

    /** The page holds the table as it is now; to renew it: {@code -Dsystole.accept=true}. */
    @Test
    void thePageShowsTheTable() throws IOException {
        String page = RegisterMarkdown.page();
        if (Boolean.getBoolean("systole.accept")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE));
    }
}
