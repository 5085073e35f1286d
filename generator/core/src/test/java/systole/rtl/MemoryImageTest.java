package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.style.streaming.emit.Mem;

class MemoryImageTest {
    @Test
    void theFirstFieldIsLowestAndNegativeOnesAreTwosComplement() {
        MemoryImage image = new MemoryImage(12);
        image.field(1, 4).field(-2, 8).end().field(7, 4).field(127, 8).end();
        assertEquals("fe1\n7f7\n", image.text());
    }

    @Test
    void everyWordHasTheSameDigits() {
        assertEquals(
                "00\n01\n1f\n",
                new MemoryImage(5)
                        .field(0, 5)
                        .end()
                        .field(1, 5)
                        .end()
                        .field(-1, 5)
                        .end()
                        .text());
        assertEquals(
                "0\n1\n",
                new MemoryImage(1).field(0, 1).end().field(-1, 1).end().text());
    }

    @Test
    void aFieldOfNoBitsIsNothing() {
        assertEquals("a\n", new MemoryImage(4).field(10, 4).field(99, 0).end().text());
    }

    @Test
    void aWordIsFull() {
        MemoryImage image = new MemoryImage(8).field(1, 7);
        assertEquals(
                "a word of 7 bits in a memory of 8",
                assertThrows(IllegalStateException.class, image::end).getMessage());
    }

    /** Words wider than 64 bits, cut into fields again. */
    @Property
    void fieldsComeBack(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> widths = random.ints(6, 1, 40).boxed().toList();
        List<Long> values =
                widths.stream().map(w -> random.nextLong() >> (64 - w)).toList();
        MemoryImage image = new MemoryImage(widths.stream().mapToInt(w -> w).sum());
        for (int i = 0; i < widths.size(); i++) {
            image.field(values.get(i), widths.get(i));
        }
        BigInteger word = new BigInteger(image.end().text().strip(), 16);
        for (int i = 0; i < widths.size(); i++) {
            assertEquals(values.get(i), Mem.signed(word, widths.get(i)));
            word = word.shiftRight(widths.get(i));
        }
    }
}
