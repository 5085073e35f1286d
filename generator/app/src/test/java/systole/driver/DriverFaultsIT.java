package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.shell.ShellLink;

/** Mistakes in the driver and in what it sees of the hardware are caught by running it: each is put into what is right. */
class DriverFaultsIT {
    @TempDir
    private static Path folder;

    private static BoardSimulation simulation;

    @BeforeAll
    static void build() {
        simulation = BoardSimulation.tiny(folder);
        simulation.harness("bench");
    }

    private static int runs() {
        simulation.driver();
        return simulation.run("all", 30).exitStatus();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD) // in the folder of the next
    void withoutAMistakeAllIsWell() {
        assertEquals(0, runs());
    }

    static List<Mistake> software() {
        String device = "tiny.c";
        String data = "tiny_data.c";
        String dma = "tiny_dma.c";
        return List.of(
                new Mistake("tiny_regs.h", "TINY_REG_IRQ_STATUS 0x04Cu", "TINY_REG_IRQ_STATUS 0x048u"),
                new Mistake(
                        "tiny_regs.h", "TINY_STATUS_SHORT_FRAME 0x00000100u", "TINY_STATUS_SHORT_FRAME 0x00000400u"),
                new Mistake("tiny.h", "TINY_IN_ZERO (130)", "TINY_IN_ZERO (129)"),
                new Mistake(
                        device,
                        "(uint64_t)get(device, TINY_REG_CYCLES_HI)",
                        "(uint64_t)get(device, TINY_REG_CYCLES_LO)"),
                new Mistake(
                        device,
                        "TINY_REG_NETWORK_HASH_HI) != TINY_NETWORK_HASH_HI_VALUE",
                        "TINY_REG_ID) != TINY_ID_VALUE"),
                new Mistake(device, "port->flush(port->context, in, (size_t)frames * TINY_IN_BYTES);", ""),
                new Mistake(
                        device,
                        "port->invalidate(port->context, device->out, (size_t)device->frames * TINY_OUT_BYTES);",
                        "(void)port;"),
                new Mistake(device, "if (errors != 0) set(device, TINY_REG_STATUS, errors);", ""),
                new Mistake(device, "if (error == TINY_OK) error = soft_reset(device);", "(void)soft_reset;"),
                new Mistake(device, "set(device, TINY_REG_IRQ_STATUS, TINY_IRQ_STATUS_FRAME_OUT);", ""),
                new Mistake(device, "if (device->out != NULL) return TINY_ERROR_BUSY;", ""),
                new Mistake(data, "(int32_t)quotient", "(int32_t)(quotient + 0.5)"),
                new Mistake(data, "(rest >= 0.5)", "(rest > 0.5)"),
                new Mistake(data, "return (tiny_in)(whole + TINY_IN_ZERO)", "return (tiny_in)whole"),
                new Mistake(data, "* TINY_IN_BEAT_BYTES", "* TINY_IN_LANES"),
                new Mistake(data, "buffer[offset + i] << 8 * i", "buffer[offset + i] << 4 * i"),
                new Mistake(data, "in_axes[] = {{3, 1}, {8, 3}}", "in_axes[] = {{8, 3}, {3, 1}}"),
                new Mistake(dma, "port->dma_write(port->context, RECEIVE + CONTROL, CONTROL_RUN);", ""),
                new Mistake(dma, "(STATUS_ERRORS | STATUS_HALTED)", "0u"),
                new Mistake(dma, "(sent & received & STATUS_IDLE)", "(sent & STATUS_IDLE)"),
                new Mistake(dma, "out, frames * TINY_OUT_BYTES", "out, frames * TINY_OUT_ELEMENTS"),
                new Mistake(dma, "in, frames * TINY_IN_BYTES", "in, TINY_IN_BYTES"),
                new Mistake(device, "set(device, TINY_REG_TRANSFER_FRAMES, frames);", ""));
    }

    @ParameterizedTest
    @MethodSource("software")
    @Execution(ExecutionMode.SAME_THREAD)
    void aMistakeInTheDriverIsCaught(Mistake mistake) {
        String before = mistake.inject(folder.resolve("driver"));
        try {
            assertNotEquals(0, runs());
        } finally {
            mistake.mend(folder.resolve("driver"), before);
        }
    }

    static List<Mistake> hardware() {
        String shell = "tiny_shell_axi.v";
        return List.of(
                new Mistake(shell, "assign cycles_hi = shell_cyclesHigh;", "assign cycles_hi = shell_cycles[31 : 0];"),
                new Mistake(shell, "assign irq = pending_regNext;", "assign irq = 1'b0 & pending_regNext;"),
                new Mistake(
                        shell, "assign beats_out = shell_count_beats_out;", "assign beats_out = shell_count_beats_in;"),
                new Mistake(
                        shell, "assign status_long_frame_event = longFrame", "assign status_long_frame_event = 1'b0"),
                new Mistake(
                        shell,
                        "source_payload_data = s_axis_tdata[23:0]",
                        "source_payload_data = {s_axis_tdata[15:0], s_axis_tdata[23:16]}"));
    }

    @ParameterizedTest
    @MethodSource("hardware")
    void aMistakeInTheShellIsCaught(Mistake mistake, @TempDir Path elsewhere) {
        DriverDesigns design = DriverDesigns.tiny(elsewhere);
        design.writeHardware(design.spec(ShellLink.Axi.DEFAULT), elsewhere);
        mistake.inject(elsewhere.resolve("rtl"));
        BoardSimulation faulty = BoardSimulation.of(design, elsewhere);
        faulty.harness("bench");
        faulty.driver();
        assertNotEquals(0, faulty.run("all", 30).exitStatus());
    }
}
