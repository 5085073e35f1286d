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
 * The registers of a shell. Hardware, drivers, documents and tests are all made from it. The same register has the same
 * offset in every design; registers and fields that a design has no use for are absent.
 *
 * @param registers by rising offset
 */
public record RegisterMap(List<Register> registers) {
    /** Of the map: software refuses another one. */
    public static final int MAJOR_VERSION = 1;

    /** Of the map: software asks for at least the one it was made for. */
    public static final int MINOR_VERSION = 0;

    /** {@code SYST}, the first letter in the lowest byte. */
    public static final long ID = 0x5453_5953;

    /** Bits of a byte address. */
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

    /** The registers of this shell. */
    public static RegisterMap of(ShellSpec spec) {
        List<Register> all = new ArrayList<>(identity(spec));
        all.addAll(frames(0x010, "IN", spec.input()));
        all.addAll(frames(0x024, "OUT", spec.output()));
        all.add(constant(
                "CLOCK_HZ", 0x038, spec.clockHz(), "Frequency that the shell's clock is meant to have, in Hz"));
        all.add(depths(spec.link()));
        all.add(control(spec));
        boolean uart = spec.link() instanceof ShellLink.Uart;
        all.add(new Register(
                "STATUS", CONTROL + 0x04, status(uart), "State, and what went wrong since it was cleared"));
        all.add(new Register(
                "IRQ_ENABLE",
                CONTROL + 0x08,
                events(uart, READ_WRITE, "Interrupt on: "),
                "Which events raise the interrupt"));
        all.add(new Register(
                "IRQ_STATUS",
                CONTROL + 0x0C,
                events(uart, WRITE_ONE_CLEARS, ""),
                "Events since they were cleared; the interrupt is high while one of them is enabled"));
        all.addAll(counters());
        if (!uart) {
            all.add(Register.whole(
                    "STALL_LIMIT",
                    0x074,
                    READ_WRITE,
                    1 << 20,
                    "Cycles that a stream may keep the shell waiting before STALLED is set; 0 is for ever"));
        }
        all.add(Register.whole("SCRATCH", 0x07C, READ_WRITE, 0, "Free for software"));
        return new RegisterMap(all);
    }

    private static Register constant(String name, int offset, long value, String doc) {
        return Register.whole(name, offset, CONSTANT, value, doc);
    }

    private static List<Register> identity(ShellSpec spec) {
        return List.of(
                constant("ID", 0x000, ID, "The letters SYST, the first in the lowest byte"),
                new Register(
                        "VERSION",
                        0x004,
                        List.of(
                                new Field("MINOR", 0, 16, CONSTANT, MINOR_VERSION, "Rises when registers are added"),
                                new Field("MAJOR", 16, 16, CONSTANT, MAJOR_VERSION, "Rises when registers change")),
                        "Of this map"),
                constant("NETWORK_HASH_LO", 0x008, spec.networkHash() & 0xFFFF_FFFFL, "Low half of the design's hash"),
                constant("NETWORK_HASH_HI", 0x00C, spec.networkHash() >>> 32, "High half of the design's hash"));
    }

    private static List<Register> frames(int base, String side, ShellStream stream) {
        String of = side.equals("IN") ? "an input frame" : "an output frame";
        return List.of(
                constant(side + "_HEIGHT", base, stream.height(), "Rows of " + of),
                constant(side + "_WIDTH", base + 0x04, stream.width(), "Columns of " + of),
                constant(side + "_CHANNELS", base + 0x08, stream.channels(), "Elements of a pixel of " + of),
                new Register(
                        side + "_FORMAT",
                        base + 0x0C,
                        List.of(
                                new Field("BITS", 0, 5, CONSTANT, stream.type().bits(), "Of an element"),
                                new Field(
                                        "SIGNED", 7, 1, CONSTANT, stream.type().signed() ? 1 : 0, "Two's complement"),
                                new Field("BYTES", 8, 2, CONSTANT, stream.elementBytes(), "That an element fills"),
                                new Field("LANES", 16, 16, CONSTANT, stream.lanes(), "Elements of a beat")),
                        "How elements of " + of + " lie in a beat"),
                constant(side + "_FRAME_BEATS", base + 0x10, stream.beats(), "Beats of " + of));
    }

    private static Register depths(ShellLink link) {
        int in = link instanceof ShellLink.Axi axi ? axi.inDepth() : ShellLink.Uart.DEPTH;
        int out = link instanceof ShellLink.Axi axi ? axi.outDepth() : ShellLink.Uart.DEPTH;
        return new Register(
                "FIFO_DEPTHS",
                0x03C,
                List.of(
                        new Field("IN", 0, 16, CONSTANT, in, "Beats that the input FIFO holds"),
                        new Field("OUT", 16, 16, CONSTANT, out, "Beats that the output FIFO holds")),
                "Room before and behind the core");
    }

    private static Register control(ShellSpec spec) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("ENABLE", 0, 1, READ_WRITE, 1, "Frames may begin; without, a frame that has begun goes on"),
                new Field(
                        "SOFT_RESET",
                        1,
                        1,
                        SELF_CLEARING,
                        0,
                        "Drops all frames, empties the FIFOs, clears the counters"),
                new Field("LOOP", 2, 1, READ_WRITE, 0, "Runs frames made by the shell and drops their results")));
        if (spec.stateful()) {
            fields.add(new Field("FRESH", 3, 1, READ_WRITE, 0, "Frames that begin start from a fresh state"));
        }
        return new Register("CONTROL", CONTROL, fields, "What the shell does");
    }

    private static List<Field> status(boolean uart) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("BUSY", 0, 1, READ_ONLY, 0, "A frame is under way"),
                new Field("IDLE", 1, 1, READ_ONLY, 1, "No frame is under way, and no reset"),
                new Field("LOOPING", 2, 1, READ_ONLY, 0, "The core's frames are made by the shell")));
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
        List<Event> all = new ArrayList<>(List.of(new Event("FRAME_OUT", 0, "The last beat of a frame was taken")));
        all.addAll(errors(uart));
        return all.stream()
                .map(e -> new Field(e.name(), e.lsb(), 1, access, 0, prefix + e.doc()))
                .toList();
    }

    private static List<Register> counters() {
        return List.of(
                count("CYCLES_LO", 0x050, "Low half of the cycles; reading it holds the high half for CYCLES_HI"),
                count("CYCLES_HI", 0x054, "High half of the cycles when CYCLES_LO was last read"),
                count("FRAMES_IN", 0x058, "Input frames taken to their last beat"),
                count("FRAMES_OUT", 0x05C, "Output frames given to their last beat"),
                count("BEATS_IN", 0x060, "Input beats taken"),
                count("BEATS_OUT", 0x064, "Output beats given"),
                count(
                        "LAST_LATENCY",
                        0x068,
                        "Cycles from a frame's first beat in to its last beat out, of the last measured"),
                count("FIFO_IN_LEVEL", 0x06C, "Beats in the input FIFO"),
                count("FIFO_OUT_LEVEL", 0x070, "Beats in the output FIFO"));
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

    /** The register at a byte offset, whose lowest two bits do not count. */
    public Optional<Register> at(int offset) {
        return registers.stream().filter(r -> r.offset() == (offset & ~3)).findFirst();
    }
}
