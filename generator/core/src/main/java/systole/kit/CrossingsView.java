package systole.kit;

import java.util.List;
import java.util.stream.Stream;

/**
 * The crossings in the shell between the bus clock and the core's own clock. Frequencies are in MHz.
 *
 * @param module the module that the constraints are for; paths start from it
 * @param period the period of the quicker clock, in nanoseconds
 * @param bits registers at the input of a synchronizer, each with the first flip-flop of the synchronizer
 * @param reads the registers behind the memories of the FIFOs, each with the port of the clock that writes them
 */
public record CrossingsView(
        String design, String module, String busMhz, String coreMhz, String period, List<Path> bits, List<Path> reads) {
    /** A path from a register, or from the port of a clock, to a register. */
    public record Path(String from, String to) {}

    /** The FIFOs for frames in and frames out. The bus writes the first and reads the second. */
    private static final List<String> FIFOS = List.of("shell/fifo_in", "shell/fifo_out");

    private static final List<String> CLOCKS = List.of("s_axi_aclk", "core_clk");

    public CrossingsView {
        bits = List.copyOf(bits);
        reads = List.copyOf(reads);
    }

    static CrossingsView of(KitDesign design) {
        return new CrossingsView(
                design.name(),
                design.top(),
                Decimals.of(design.busMhz()),
                Decimals.of(design.mhz()),
                Mmcm.periodNs(1e6 * Math.max(design.busMhz(), design.mhz())),
                Stream.concat(FIFOS.stream().flatMap(CrossingsView::pointers), resets())
                        .toList(),
                List.of(read(0), read(1)));
    }

    private static Stream<Path> pointers(String fifo) {
        return Stream.of(
                new Path(fifo + "/pushCC_pushPtrGray_reg[*]", fifo + "/pushToPopGray_buffercc/buffers_0_reg[*]"),
                new Path(fifo + "/popCC_ptrToPush_reg[*]", fifo + "/popToPushGray_buffercc/buffers_0_reg[*]"));
    }

    private static Stream<Path> resets() {
        return Stream.of(
                new Path("shell/reset_busSide_asking_reg", "shell/reset_request_buffercc/buffers_0_reg"),
                new Path("shell/reset_coreSide_answer_reg", "shell/reset_acknowledge_buffercc/buffers_0_reg"));
    }

    private static Path read(int fifo) {
        return new Path(CLOCKS.get(fifo), FIFOS.get(fifo) + "/ram_spinal_port1_reg[*]");
    }
}
