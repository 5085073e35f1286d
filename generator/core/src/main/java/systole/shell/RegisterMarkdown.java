package systole.shell;

import java.util.Locale;
import java.util.function.Function;
import systole.network.IntType;

/** Writes the register map as tables for people. */
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

                Software sees a design as registers of 32 bits. They are the same in every design. Software reaches them through
                AXI4-Lite or, on boards without a processor, through [a serial line](uart.md). This page, the hardware and the
                drivers are all made from `systole.shell.RegisterMap`.

                %s
                The column *Access* means:

                - *constant*: the field has a fixed value. If the table shows none, the value depends on the design.
                - *RO*: hardware sets the field, and software can only read it.
                - *RW*: the field holds the value that software wrote.
                - *W1C*: hardware sets the field, and software clears it by writing 1. If an event comes at the same moment, the
                  field stays set.
                - *SC*: writing 1 starts an action, and the field reads 1 until the action is done.

                Bits outside the fields read 0 and ignore writes.

                - **Accesses**: Byte strobes are respected. An access to an address without a register, or a write to a register that
                  cannot be written, is answered with SLVERR (over a serial line: with the error ADDRESS) and changes nothing. The
                  lowest two bits of an address are ignored.
                - **Variants**: With a serial line, `STATUS`, `IRQ_ENABLE` and `IRQ_STATUS` have `LINK_ERROR` at bit 12 in place of
                  `STALLED`, and there is no `STALL_LIMIT` and no `TRANSFER_FRAMES`. Only designs that carry a state from frame to
                  frame have `FRESH`.
                - **Transfers**: With `TRANSFER_FRAMES` above 1, the shell cuts the input into frames by counting beats, and
                  expects TLAST only at the end of so many frames. It sets TLAST of the output likewise, so that a DMA moves a
                  batch in one transfer in each direction. If TLAST comes at the end of an earlier frame, `SHORT_FRAME` is set,
                  and the transfer of the results does not end before more frames come or a soft reset.
                - **Enable** acts between frames. While it is 0, no frame begins, but a frame that has begun continues to its end.
                - **Soft reset** drops every frame that is under way, in the FIFOs and in the core. It clears all counters, also the
                  cycle counter. If a frame was under way, `ABORTED` is set. The other registers keep their values. The streams are
                  reset as well, and a beat that was offered may vanish. Software must therefore stop its DMA first. The next input
                  beat is the first beat of a frame.
                - **Loop** runs the core without data from outside, for measurements. When the frames under way are done, `LOOPING`
                  becomes 1. Then the shell sends frames of pseudo-random data as quickly as the core takes them, and it drops the
                  results. These beats and frames are counted. When `LOOP` is cleared, the frame that has begun continues to its
                  end. When all frames are done, the streams open again.
                - **Counters** count at the bus, in bus clocks, modulo 2^32. A frame is counted when its last beat has passed. Only one
                  frame at a time is measured for `LAST_LATENCY`. Frames that begin during a measurement are not measured.
                - **STALLED** is set when a stream has waited for its other side for `STALL_LIMIT` cycles without a break. Either nobody
                  takes a result, or an input frame does not continue. No data is lost.
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
