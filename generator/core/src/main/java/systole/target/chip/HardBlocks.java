package systole.target.chip;

import java.util.List;

/**
 * What engines on a chip are made of, besides LUTs and flip-flops. How much of it the chip has is another matter.
 *
 * @param dsp the slice that multiplies and adds
 * @param memories the kinds of memory in blocks, of which there is at least half of a block RAM, first
 */
public record HardBlocks(DspSlice dsp, List<MemoryBlock> memories) {
    public HardBlocks {
        memories = List.copyOf(memories);
    }
}
