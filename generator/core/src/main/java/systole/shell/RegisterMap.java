package systole.shell;

import static systole.shell.Access.CONSTANT;
import static systole.shell.Access.READ_ONLY;
import static systole.shell.Access.READ_WRITE;
import static systole.shell.Access.SELF_CLEARING;
import static systole.shell.Access.WRITE_ONE_CLEARS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The registers of a shell. Hardware, drivers, documents and tests are all made from this map. The same register has
 * the same offset in every design. Registers and fields that a design does not need are absent.
 *
 * @param registers by rising offset
 */
public record RegisterMap(List<Register> registers) {
    /** The major version of the map. Software refuses any other one. */
    public static final int MAJOR_VERSION = 1;

    /** The minor version of the map. Software requires at least the one that it was made for. */
    public static final int MINOR_VERSION = 1;

    /** The letters {@code SYST}, with the first one in the lowest byte. */
    public static final long ID = 0x5453_5953;

    /** The width of a byte address. */
    public static final int ADDRESS_BITS = 12;

    private static final int CONTROL = 0x040;

    public RegisterMap {
        registers = List.copyOf(registers);
        int next = 0;
        Set<String> names = new HashSet<>();
        for (Register register : registers) {
            if (register.offset() < next || register.offset() >= 1 << ADDRESS_BITS) {
                throw new IllegalArgumentException(register.name() + " is out of order or out of range");
            }
            if (!names.add(register.name())) {
                throw new IllegalArgumentException("two registers are called " + register.name());
            }
            next = register.offset() + 4;
        }
    }

    /** The registers of a shell. */
    public static RegisterMap of(ShellSpec spec) {
        List<Register> all = new ArrayList<>(identity(spec));
        all.addAll(frames(0x010, "IN", spec.input()));
        all.addAll(frames(0x024, "OUT", spec.output()));
        all.add(constant("CLOCK_HZ", 0x038, spec.clockHz(), "The frequency that the shell's clock should have, in Hz"));
        all.add(depths(spec.link()));
        all.add(control(spec));
        boolean uart = spec.link() instanceof ShellLink.Uart;
        all.add(new Register(
                "STATUS",
                CONTROL + 0x04,
                status(uart),
                "The state of the shell, and the errors since they were cleared"));
        all.add(new Register(
                "IRQ_ENABLE",
                CONTROL + 0x08,
                events(uart, READ_WRITE, "Raise the interrupt for this event: "),
                "The events that raise the interrupt"));
        all.add(new Register(
                "IRQ_STATUS",
                CONTROL + 0x0C,
                events(uart, WRITE_ONE_CLEARS, ""),
                "The events since they were cleared; the interrupt is high while an enabled event is set"));
        all.addAll(counters());
        if (!uart) {
            all.add(Register.whole(
                    "STALL_LIMIT",
                    0x074,
                    READ_WRITE,
                    1 << 20,
                    "The cycles that a stream may keep the shell waiting before STALLED is set; 0 means no limit"));
            all.add(new Register(
                    "TRANSFER_FRAMES",
                    0x078,
                    List.of(
                            new Field(
                                    "FRAMES",
                                    0,
                                    16,
                                    READ_WRITE,
                                    1,
                                    "The frames that a transfer has, of which only the last one ends with TLAST; 0 counts as 1")),
                    "The size of transfers; it may be changed only while IDLE is 1"));
        }
        all.add(Register.whole("SCRATCH", 0x07C, READ_WRITE, 0, "A register that software may use freely"));
        return new RegisterMap(all);
    }

    private static Register constant(String name, int offset, long value, String doc) {
        return Register.whole(name, offset, CONSTANT, value, doc);
    }

    private static List<Register> identity(ShellSpec spec) {
        return List.of(
                constant("ID", 0x000, ID, "The letters SYST, with the first one in the lowest byte"),
                new Register(
                        "VERSION",
                        0x004,
                        List.of(
                                new Field(
                                        "MINOR", 0, 16, CONSTANT, MINOR_VERSION, "Increases when registers are added"),
                                new Field(
                                        "MAJOR",
                                        16,
                                        16,
                                        CONSTANT,
                                        MAJOR_VERSION,
                                        "Increases when existing registers change")),
                        "The version of this register map"),
                constant(
                        "NETWORK_HASH_LO",
                        0x008,
                        spec.networkHash() & 0xFFFF_FFFFL,
                        "The low half of the design's hash"),
                constant("NETWORK_HASH_HI", 0x00C, spec.networkHash() >>> 32, "The high half of the design's hash"));
    }

    private static List<Register> frames(int base, String side, ShellStream stream) {
        String of = side.equals("IN") ? "an input frame" : "an output frame";
        return List.of(
                constant(side + "_HEIGHT", base, stream.height(), "The rows of " + of),
                constant(side + "_WIDTH", base + 0x04, stream.width(), "The columns of " + of),
                constant(side + "_CHANNELS", base + 0x08, stream.channels(), "The channels of " + of),
                new Register(
                        side + "_FORMAT",
                        base + 0x0C,
                        List.of(
                                new Field("BITS", 0, 5, CONSTANT, stream.type().bits(), "The bits of an element"),
                                new Field(
                                        "SIGNED",
                                        7,
                                        1,
                                        CONSTANT,
                                        stream.type().signed() ? 1 : 0,
                                        "1 if elements are signed, in two's complement"),
                                new Field(
                                        "BYTES",
                                        8,
                                        2,
                                        CONSTANT,
                                        stream.elementBytes(),
                                        "The bytes that an element fills"),
                                new Field("LANES", 16, 16, CONSTANT, stream.lanes(), "The elements of a beat")),
                        "The layout of the elements of " + of + " in a beat"),
                constant(side + "_FRAME_BEATS", base + 0x10, stream.beats(), "The beats of " + of));
    }

    private static Register depths(ShellLink link) {
        int in = link instanceof ShellLink.Axi axi ? axi.inDepth() : ShellLink.Uart.DEPTH;
        int out = link instanceof ShellLink.Axi axi ? axi.outDepth() : ShellLink.Uart.DEPTH;
        return new Register(
                "FIFO_DEPTHS",
                0x03C,
                List.of(
                        new Field("IN", 0, 16, CONSTANT, in, "The beats that the input FIFO can hold"),
                        new Field("OUT", 16, 16, CONSTANT, out, "The beats that the output FIFO can hold")),
                "The sizes of the FIFOs before and behind the core");
    }

    private static Register control(ShellSpec spec) {
        List<Field> fields = new ArrayList<>(
                List.of(
                        new Field(
                                "ENABLE",
                                0,
                                1,
                                READ_WRITE,
                                1,
                                "While it is 1, frames may begin; while it is 0, none begins, but a frame that has begun continues"),
                        new Field(
                                "SOFT_RESET",
                                1,
                                1,
                                SELF_CLEARING,
                                0,
                                "Drops all frames, empties the FIFOs and clears the counters"),
                        new Field(
                                "LOOP",
                                2,
                                1,
                                READ_WRITE,
                                0,
                                "While it is 1, the core computes frames that the shell makes, and their results are dropped")));
        if (spec.stateful()) {
            fields.add(new Field(
                    "FRESH", 3, 1, READ_WRITE, 0, "While it is 1, every frame that begins starts from a fresh state"));
        }
        return new Register("CONTROL", CONTROL, fields, "The control of the shell");
    }

    private static List<Field> status(boolean uart) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("BUSY", 0, 1, READ_ONLY, 0, "A frame is under way"),
                new Field("IDLE", 1, 1, READ_ONLY, 1, "No frame and no reset is under way"),
                new Field("LOOPING", 2, 1, READ_ONLY, 0, "The shell makes the core's frames")));
        errors(uart).forEach(e -> fields.add(new Field(e.name(), e.lsb(), 1, WRITE_ONE_CLEARS, 0, e.doc())));
        return fields;
    }

    private record Event(String name, int lsb, String doc) {}

    private static List<Event> errors(boolean uart) {
        List<Event> all = new ArrayList<>(List.of(
                new Event("SHORT_FRAME", 8, "An input frame ended early and was filled up with zeros"),
                new Event("LONG_FRAME", 9, "An input frame did not end in time and was cut off"),
                new Event("ABORTED", 10, "A soft reset dropped frames that were under way")));
        all.add(
                uart
                        ? new Event("LINK_ERROR", 12, "The serial line carried something that is not a valid message")
                        : new Event("STALLED", 11, "A stream kept the shell waiting for STALL_LIMIT cycles"));
        return all;
    }

    private static List<Field> events(boolean uart, Access access, String prefix) {
        List<Event> all = new ArrayList<>(List.of(new Event(
                "FRAME_OUT",
                0,
                uart
                        ? "The last beat of an output frame was taken"
                        : "The last beat of an output transfer was taken, which is that of a frame unless"
                                + " TRANSFER_FRAMES says otherwise")));
        all.addAll(errors(uart));
        return all.stream()
                .map(e -> new Field(e.name(), e.lsb(), 1, access, 0, prefix + e.doc()))
                .toList();
    }

    private static List<Register> counters() {
        return List.of(
                count(
                        "CYCLES_LO",
                        0x050,
                        "The low half of the cycle counter; reading it stores the high half in CYCLES_HI"),
                count("CYCLES_HI", 0x054, "The high half of the cycle counter at the last read of CYCLES_LO"),
                count("FRAMES_IN", 0x058, "The input frames that were taken completely"),
                count("FRAMES_OUT", 0x05C, "The output frames that were delivered completely"),
                count("BEATS_IN", 0x060, "The input beats that were taken"),
                count("BEATS_OUT", 0x064, "The output beats that were delivered"),
                count(
                        "LAST_LATENCY",
                        0x068,
                        "The cycles from the first beat in to the last beat out of the frame measured last"),
                count("FIFO_IN_LEVEL", 0x06C, "The beats that are now in the input FIFO"),
                count("FIFO_OUT_LEVEL", 0x070, "The beats that are now in the output FIFO"));
    }

    private static Register count(String name, int offset, String doc) {
        return Register.whole(name, offset, READ_ONLY, 0, doc);
    }

    /** The register of this name. */
    public Register register(String name) {
        return registers.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no register " + name));
    }

    /** The register at a byte offset. The lowest two bits of the offset are ignored. */
    public Optional<Register> at(int offset) {
        return registers.stream().filter(r -> r.offset() == (offset & ~3)).findFirst();
    }
}
