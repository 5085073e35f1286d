package systole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.target.chip.MemoryBlock;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

class MemoryTest {
    /** LUTs that a RAMB18 is worth. */
    private static final int WORTH = 96;

    @ParameterizedTest
    @CsvSource({
        "18, 1024, 1, 0",
        "36, 512, 1, 0",
        "36, 1024, 2, 0",
        "72, 512, 2, 0",
        "19, 1024, 2, 0",
        "37, 512, 2, 0",
        "8, 1025, 1, 0",
        "9, 2048, 1, 0",
        "4, 4097, 2, 0",
        "1, 16384, 1, 0",
        "3, 32768, 6, 3",
        "4, 4096, 1, 0",
        "32, 1152, 3, 32",
        "1, 1, 1, 0",
        "100, 3000, 18, 100"
    })
    void halvesOfABlockRamAndLutsThatChooseAmongThem(int width, int depth, int ramb18, int lut) {
        assertEquals(
                ResourceVector.luts(lut).plus(ResourceVector.of(ResourceKind.RAMB18, ramb18)),
                new Memory(width, depth, MemoryBlock.HALF).ramCost());
        assertEquals(
                ResourceVector.luts(lut).plus(ResourceVector.of(ResourceKind.RAMB18, ramb18)),
                new Memory(width, depth, MemoryBlock.HALF).romCost());
    }

    @ParameterizedTest
    @CsvSource({"6, 32, 4", "7, 32, 8", "3, 64, 4", "3, 33, 4", "4, 33, 8", "3, 65, 8", "8, 2, 8"})
    void lutsOfAMemoryWithTwoPorts(int width, int depth, int lut) {
        assertEquals(ResourceVector.luts(lut), Memory.inLuts(width, depth).ramCost());
    }

    @ParameterizedTest
    @CsvSource({
        "8, 64, 8",
        "8, 32, 8",
        "8, 9, 8",
        "8, 3, 4",
        "7, 8, 4",
        "8, 2, 0",
        "8, 65, 16",
        "8, 128, 16",
        "8, 129, 32"
    })
    void lutsOfAReadOnlyMemory(int width, int depth, int lut) {
        assertEquals(ResourceVector.luts(lut), Memory.inLuts(width, depth).romCost());
    }

    @Property
    void theKindThatCostsLess(
            @ForAll @IntRange(min = 1, max = 200) int width, @ForAll @IntRange(min = 1, max = 9000) int depth) {
        assertTrue(weight(Storage.USUAL.ram(width, depth).ramCost())
                <= Math.min(
                        weight(new Memory(width, depth, MemoryBlock.HALF).ramCost()),
                        weight(Memory.inLuts(width, depth).ramCost())));
        assertTrue(weight(Storage.USUAL.rom(width, depth).romCost())
                <= Math.min(
                        weight(new Memory(width, depth, MemoryBlock.HALF).romCost()),
                        weight(Memory.inLuts(width, depth).romCost())));
    }

    @Property
    void whatIsTakenHoldsEveryBit(
            @ForAll @IntRange(min = 1, max = 200) int width, @ForAll @IntRange(min = 3, max = 9000) int depth) {
        long bits = (long) width * depth;
        assertTrue(new Memory(width, depth, MemoryBlock.HALF).ramCost().ramb18() * 18432L >= bits);
        assertTrue(Memory.inLuts(width, depth).ramCost().lut() * 48L >= bits);
        assertTrue(Memory.inLuts(width, depth).romCost().lut() * 64L >= bits);
    }

    private static int weight(ResourceVector cost) {
        return cost.lut() + WORTH * cost.ramb18();
    }
}
