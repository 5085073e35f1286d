package systole.shell;

import java.util.Locale;
import java.util.function.Function;
import systole.network.IntType;

/** The register map as tables for people. */
public final class RegisterMarkdown {
    private static final String HEAD =
            "| Offset | Register | Bits | Field | Access | Reset | |\n|---|---|---|---|---|---|---|\n";

    private RegisterMarkdown() {}

    /** The registers of one design: a line for each field. */
    public static String table(RegisterMap map) {
        StringBuilder out = new StringBuilder(HEAD);
        map.registers().forEach(r -> lines(r, f -> hex(f.reset()), out));
        return out.toString();
    }

    /** The page for all designs, {@code docs/registers.md}. */
    static String page() {
        ShellStream frames = new ShellStream(1, 1, 1, IntType.INT8, 1);
        StringBuilder axi = new StringBuilder(HEAD);
        RegisterMap.of(new ShellSpec("d", frames, frames, 0, 1, true, ShellLink.Axi.DEFAULT))
                .registers()
                .forEach(r -> lines(r, f -> reset(r, f), axi));
        return """
                # Registers

                What software sees of a design: registers of 32 bits, the same in every design, behind AXI4-Lite or, on boards
                without a processor, behind [a serial line](uart.md). This page is made from `systole.shell.RegisterMap`, as the
                hardware and the drivers are.

                %s
                Access: *constant* is fixed for a design (where no value is shown, the design's); *RO* is set by hardware; *RW* holds
                what was written; *W1C* is set by hardware and cleared by writing 1, and an event at that very moment wins; *SC*
                starts something and reads 1 until it is done. Bits outside the fields read 0 and take no writes.

                - Byte strobes are honoured. Addresses without a register, and writes to registers that take none, answer SLVERR (over a
                  serial line: the error ADDRESS) and change nothing. The lowest two bits of an address do not count.
                - With a serial line, `STATUS`, `IRQ_ENABLE` and `IRQ_STATUS` have `LINK_ERROR` at bit 12 in place of `STALLED`, and
                  there is no `STALL_LIMIT`. `FRESH` is there in designs that carry a state from frame to frame.
                - **Enable** acts between frames: while it is 0, no frame begins, and one that has begun goes on to its end.
                - **Soft reset** drops every frame that is under way, in the FIFOs and in the core, and clears the counters, the cycle
                  counter among them; if there was such a frame, `ABORTED` is set. The other registers keep their values. The streams go
                  through a reset, too: a beat that was on offer may vanish, so software stops its DMA first. The next beat that comes in
                  is the first of a frame.
                - **Loop** runs the core by itself, for measuring: once the frames under way are through, `LOOPING` is 1, the shell sends
                  frames of pseudo-random data as quickly as the core takes them, and drops what comes out. Its beats and frames
                  count. When `LOOP` is cleared, the frame that has begun goes on to its end, and once all are through, the streams
                  open again.
                - **Counters** count at the bus, in bus clocks, modulo 2^32. A frame counts when its last beat has passed. One frame at a
                  time is measured for `LAST_LATENCY`: those that begin meanwhile are not.
                - **STALLED** says that a stream waited for `STALL_LIMIT` cycles on end for its other side: a result that nobody
                  takes, or an input frame that does not go on. Nothing is lost by it.
                """
                .formatted(axi);
    }

    private static String reset(Register register, Field field) {
        boolean design = field.access() == Access.CONSTANT
                && !register.name().equals("ID")
                && !register.name().equals("VERSION");
        return design ? "" : hex(field.reset());
    }

    private static void lines(Register register, Function<Field, String> reset, StringBuilder out) {
        boolean whole = register.fields().size() == 1;
        String offset = String.format(Locale.ROOT, "0x%03X", register.offset());
        String name = "`" + register.name() + "`";
        if (!whole) {
            line(out, offset, name, "", "", "", "", register.doc());
        }
        for (Field f : register.fields()) {
            String field = whole ? "" : "`" + f.name() + "`";
            String access = f.access().label();
            line(out, whole ? offset : "", whole ? name : "", bits(f), field, access, reset.apply(f), f.doc());
        }
    }

    private static void line(StringBuilder out, String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String bits(Field field) {
        return field.width() == 1 ? "" + field.lsb() : field.msb() + ":" + field.lsb();
    }

    private static String hex(long value) {
        return String.format(Locale.ROOT, "0x%X", value);
    }
}
