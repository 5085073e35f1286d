package systole.driver;

import java.util.List;
import java.util.Locale;
import systole.network.Network;
import systole.network.Port;
import systole.shell.RegisterMap;
import systole.shell.ShellSpec;
import systole.target.chip.ProcessingSystem;

/**
 * A design as its software sees it.
 *
 * @param design its name, which starts every name of the C driver
 * @param macro the name in capitals
 * @param input frames in
 * @param output frames out
 * @param tensors the tensors of both directions
 * @param registers by rising offset
 * @param hash of the design, 16 hexadecimal digits
 * @param alignment of buffers, in bytes
 * @param registersAddress of the design on the processor's bus, as C writes it
 * @param dmaAddress of the DMA's registers
 * @param compiler prefix of the compiler for the processor's Linux
 */
public record DriverView(
        String design,
        String macro,
        TensorView input,
        TensorView output,
        List<TensorView> tensors,
        List<RegisterView> registers,
        String hash,
        int alignment,
        String registersAddress,
        String dmaAddress,
        String compiler) {
    public DriverView {
        tensors = List.copyOf(tensors);
        registers = List.copyOf(registers);
    }

    static DriverView of(Network network, ShellSpec spec, Port from, Port to, ProcessingSystem processor) {
        TensorView in = TensorView.in(from, network.inputType().element(), spec.input());
        TensorView out = TensorView.out(to, network.outputType().element(), spec.output());
        return new DriverView(
                spec.design(),
                spec.design().toUpperCase(Locale.ROOT),
                in,
                out,
                List.of(in, out),
                RegisterMap.of(spec).registers().stream().map(RegisterView::of).toList(),
                spec.hashText(),
                TensorView.LINE,
                address(processor.registers()),
                address(processor.dma()),
                processor.compiler());
    }

    private static String address(long address) {
        return String.format(Locale.ROOT, "0x%08Xu", address);
    }
}
