package systole.shell;

import java.util.List;
import java.util.Locale;

/** The values that the shell's testbenches need of a design. Numbers are C literals. */
public record ShellBenchView(
        String design,
        int inCoreBytes,
        int inBusBytes,
        int inBeats,
        int outCoreBytes,
        int outBusBytes,
        int outBeats,
        int divisor,
        long cyclesPerMs,
        int messageMs,
        int frameMs,
        boolean ownClock,
        boolean stateful,
        List<Row> registers) {
    /** A register. */
    public record Row(
            String name,
            String offset,
            String reset,
            String constant,
            String readOnly,
            String readWrite,
            String w1c,
            String selfClearing,
            List<Bit> bits) {
        static Row of(Register r) {
            return new Row(
                    r.name(),
                    hex(r.offset()),
                    hex(r.reset()),
                    hex(r.mask(Access.CONSTANT)),
                    hex(r.mask(Access.READ_ONLY)),
                    hex(r.mask(Access.READ_WRITE)),
                    hex(r.mask(Access.WRITE_ONE_CLEARS)),
                    hex(r.mask(Access.SELF_CLEARING)),
                    r.fields().stream()
                            .filter(f -> f.width() < 32)
                            .map(f -> new Bit(f.name(), hex(f.mask())))
                            .toList());
        }
    }

    /** Bits of a register. */
    public record Bit(String name, String mask) {}

    static ShellBenchView of(ShellSpec spec) {
        ShellStream in = spec.input();
        ShellStream out = spec.output();
        ShellLink.Uart uart = spec.link() instanceof ShellLink.Uart u ? u : ShellLink.Uart.DEFAULT;
        boolean serial = spec.link() instanceof ShellLink.Uart;
        return new ShellBenchView(
                spec.design(),
                in.coreBytes(),
                in.busBytes(),
                in.beats(),
                out.coreBytes(),
                out.busBytes(),
                out.beats(),
                serial ? uart.divisor(spec.clockHz()) : 0,
                spec.clockHz() / 1000,
                uart.messageTimeoutMs(),
                uart.frameTimeoutMs(),
                spec.ownCoreClock(),
                spec.stateful(),
                RegisterMap.of(spec).registers().stream().map(Row::of).toList());
    }

    private static String hex(long value) {
        return String.format(Locale.ROOT, "0x%X", value);
    }
}
