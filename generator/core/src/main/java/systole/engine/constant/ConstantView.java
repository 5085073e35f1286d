package systole.engine.constant;

import java.util.List;
import java.util.stream.IntStream;
import systole.engine.Memory;
import systole.rtl.GeneratedFile;
import systole.rtl.MemoryImage;

/** The values that the template of a {@link ConstantEngine} needs. */
public record ConstantView(
        String module,
        String title,
        String folding,
        long cycles,
        int inMsb,
        int outMsb,
        int words,
        int addressBits,
        int lastSlice,
        List<Slice> slices) {
    /**
     * Some lanes of a beat.
     *
     * @param number from 0
     * @param high the highest bit of them
     * @param low the lowest bit
     * @param width their bits
     * @param block 1 if block RAM holds their values
     * @param file the name of the file with their values
     */
    public record Slice(int number, int high, int low, int width, int block, String file) {}

    /** Makes the view and the memory files, which are appended to {@code files}. */
    static ConstantView of(String module, ConstantEngine unit, List<GeneratedFile> files) {
        List<Integer> firsts = unit.slices();
        List<Slice> slices = IntStream.range(0, firsts.size())
                .mapToObj(number -> {
                    int first = firsts.get(number);
                    Memory memory = unit.memory(first);
                    String file = module + "." + number + ".mem";
                    files.add(new GeneratedFile("rtl/" + file, image(unit, first)));
                    int low = first * unit.out().bits();
                    return new Slice(number, low + memory.width() - 1, low, memory.width(), memory.parameter(), file);
                })
                .toList();
        return new ConstantView(
                module,
                unit.values().size() + " known values of " + unit.out()
                        + ", over and over, a beat of them for each beat.",
                "Folding: " + unit.fold().pe() + " lanes.",
                unit.cycles(),
                unit.input().width() - 1,
                unit.output().width() - 1,
                unit.words(),
                Math.max(1, Memory.addressBits(unit.words())),
                slices.size() - 1,
                slices);
    }

    private static String image(ConstantEngine unit, int first) {
        int bits = unit.out().bits();
        MemoryImage image = new MemoryImage(unit.lanes(first) * bits);
        for (int word = 0; word < unit.words(); word++) {
            for (int lane = first; lane < first + unit.lanes(first); lane++) {
                image.field(unit.values().get(word * unit.fold().pe() + lane), bits);
            }
            image.end();
        }
        return image.text();
    }
}
