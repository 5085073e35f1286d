package systole.shell;

/** The values that the template of a wrapper needs. */
public record ShellView(
        String design,
        String module,
        String shell,
        int inBytes,
        int outBytes,
        int inMsb,
        int outMsb,
        int inBusMsb,
        int outBusMsb,
        int inKeepMsb,
        int outKeepMsb,
        boolean ownClock,
        String coreClock,
        boolean stateful,
        String rate) {
    static ShellView of(ShellSpec spec) {
        ShellStream in = spec.input();
        ShellStream out = spec.output();
        boolean ownClock = spec.ownCoreClock();
        String rate = spec.link() instanceof ShellLink.Uart uart
                ? uart.baud() + " baud from " + spec.clockHz() + " Hz: " + uart.divisor(spec.clockHz())
                        + " cycles a bit"
                : "";
        return new ShellView(
                spec.design(),
                spec.wrapperModule(),
                spec.shellModule(),
                in.coreBytes(),
                out.coreBytes(),
                8 * in.coreBytes() - 1,
                8 * out.coreBytes() - 1,
                8 * in.busBytes() - 1,
                8 * out.busBytes() - 1,
                in.busBytes() - 1,
                out.busBytes() - 1,
                ownClock,
                spec.link() instanceof ShellLink.Uart ? "clk" : ownClock ? "core_clk" : "s_axi_aclk",
                spec.stateful(),
                rate);
    }
}
