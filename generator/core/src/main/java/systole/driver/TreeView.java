package systole.driver;

import java.util.Locale;
import systole.target.chip.ProcessingSystem;

/**
 * A design as the device tree of the processor's Linux describes it. Numbers are as the source of a device tree writes
 * them.
 *
 * @param cells of an address, and of a size
 * @param controller the label of the interrupt controller
 * @param interrupt the number of the design's interrupt
 * @param registers the address of the design's registers, in hexadecimal without a prefix
 * @param registersRange their address and size
 * @param dma the address of those of the DMA
 * @param dmaRange their address and size
 * @param memory the size of the buffer for frames
 */
public record TreeView(
        int cells,
        String controller,
        int interrupt,
        String registers,
        String registersRange,
        String dma,
        String dmaRange,
        String memory) {
    private static final int REGISTER_BYTES = 0x1000;
    private static final int DMA_BYTES = 0x1_0000;
    private static final long PAGE = 4096;

    /** @param bytes of the buffer for frames, which is filled up to whole pages */
    static TreeView of(ProcessingSystem processor, long bytes) {
        ProcessingSystem.DeviceTree tree = processor.tree();
        return new TreeView(
                tree.cells(),
                tree.controller(),
                tree.interrupt(),
                Long.toHexString(processor.registers()),
                range(tree, processor.registers(), REGISTER_BYTES),
                Long.toHexString(processor.dma()),
                range(tree, processor.dma(), DMA_BYTES),
                hex((bytes + PAGE - 1) / PAGE * PAGE));
    }

    private static String range(ProcessingSystem.DeviceTree tree, long address, long bytes) {
        String high = tree.cells() == 2 ? "0x0 " : "";
        return high + hex(address) + " " + high + hex(bytes);
    }

    private static String hex(long value) {
        return String.format(Locale.ROOT, "0x%x", value);
    }
}
