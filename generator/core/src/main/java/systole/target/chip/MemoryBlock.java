package systole.target.chip;

import java.util.List;
import java.util.stream.IntStream;
import systole.target.resource.ResourceKind;

/**
 * A kind of memory that a chip has in blocks, with a port that writes and one that reads.
 *
 * @param place where designs say that a memory is
 * @param name as a netlist calls it
 * @param counted the resource that it is counted in
 * @param takes how much of that resource it takes
 * @param shapes what it can be, the widest first
 */
public record MemoryBlock(MemoryPlace place, String name, ResourceKind counted, int takes, List<MemoryShape> shapes) {
    /** Bits of a word of a block RAM of 18 Kbit, each half as deep as the next. */
    private static final List<Integer> WIDTHS = List.of(36, 18, 9, 4, 2, 1);

    private static final int LEAST_DEPTH = 512;

    /** Look-up tables, which are no block and have no shape. */
    public static final MemoryBlock LUTS = new MemoryBlock(MemoryPlace.LUT, "LUT", ResourceKind.LUT, 1, List.of());

    /** Half of a block RAM, which every chip has. */
    public static final MemoryBlock HALF = half("RAMB18");

    public MemoryBlock {
        shapes = List.copyOf(shapes);
    }

    /** Half of a block RAM, of 18 Kbit. */
    static MemoryBlock half(String name) {
        return new MemoryBlock(MemoryPlace.BLOCK, name, ResourceKind.RAMB18, 1, shapes(WIDTHS, 1));
    }

    /** A block RAM of 36 Kbit: as half of one, and twice as wide. */
    static MemoryBlock whole(String name) {
        return new MemoryBlock(MemoryPlace.BLOCK, name, ResourceKind.RAMB18, 2, shapes(WIDTHS, 2));
    }

    private static List<MemoryShape> shapes(List<Integer> widths, int times) {
        return IntStream.range(0, widths.size())
                .mapToObj(i -> new MemoryShape(LEAST_DEPTH << i, times * widths.get(i)))
                .toList();
    }
}
