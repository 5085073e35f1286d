package systole.driver;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import systole.network.Side;
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
 * @param tensors the frames of both directions
 * @param parts the tensors of each frame that has several
 * @param registers by rising offset
 * @param hash of the design, 16 hexadecimal digits
 * @param alignment of buffers, in bytes
 * @param maxFrames the most frames of a batch, which the DMA's register of lengths and that of the design can hold
 * @param batch the frames of a batch that the programs send, unless they are told otherwise
 * @param registersAddress of the design on the processor's bus, as C writes it
 * @param dmaAddress of the DMA's registers
 * @param compiler prefix of the compiler for the processor's Linux
 * @param tree the design in the device tree
 * @param tests the frames of the self-test
 */
public record DriverView(
        String design,
        String macro,
        TensorView input,
        TensorView output,
        List<TensorView> tensors,
        List<PartView> parts,
        List<RegisterView> registers,
        String hash,
        int alignment,
        int maxFrames,
        int batch,
        String registersAddress,
        String dmaAddress,
        String compiler,
        TreeView tree,
        TestView tests) {
    /** The bytes that a transfer may have: the DMA of the block design counts them in 26 bits. */
    private static final int MAX_TRANSFER = (1 << 26) - 1;

    /** The frames that the design's register holds. */
    private static final int MAX_FRAMES = (1 << 16) - 1;

    /** The bytes that buffers for a usual batch may have. */
    private static final int BATCH_BYTES = 1 << 24;

    public DriverView {
        tensors = List.copyOf(tensors);
        parts = List.copyOf(parts);
        registers = List.copyOf(registers);
    }

    static DriverView of(ShellSpec spec, Side from, Side to, ProcessingSystem processor, TestFrames tests) {
        TensorView in = TensorView.in(from.port(), from.type().element(), spec.input());
        TensorView out = TensorView.out(to.port(), to.type().element(), spec.output());
        int most = Math.min(MAX_FRAMES, Math.max(1, MAX_TRANSFER / Math.max(in.bytes(), out.bytes())));
        int batch = Math.min(most, Math.max(1, Math.min(TestFrames.MOST, BATCH_BYTES / (in.bytes() + out.bytes()))));
        int held = Math.max(batch, tests.count());
        return new DriverView(
                spec.design(),
                spec.design().toUpperCase(Locale.ROOT),
                in,
                out,
                List.of(in, out),
                Stream.concat(PartView.of("IN", from).stream(), PartView.of("OUT", to).stream())
                        .toList(),
                RegisterMap.of(spec).registers().stream().map(RegisterView::of).toList(),
                spec.hashText(),
                TensorView.LINE,
                most,
                batch,
                address(processor.registers()),
                address(processor.dma()),
                processor.compiler(),
                TreeView.of(processor, (long) held * (in.bufferBytes() + out.bufferBytes())),
                TestView.of(tests));
    }

    private static String address(long address) {
        return String.format(Locale.ROOT, "0x%08Xu", address);
    }
}
