package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.diagnostic.RefusedException;

/** A file with a mistake anywhere is read, or refused: no other exception, and no waiting. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@Tag("slow")
class DamagedFilesTest {
    private static final int DAMAGES = 400;
    private static final List<Integer> WORDS =
            List.of(0, 1, -1, 4, 8, 255, 65_535, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, -4, 1 << 30);

    static Set<String> kinds() {
        return OperatorCases.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areRefused(String kind) {
        Random random = new Random(kind.hashCode());
        int refused = 0;
        for (int i = 0; i < DAMAGES; i++) {
            RandomModel model = new RandomModel(i % 20);
            byte[] file = model.write(OperatorCases.ALL.get(kind).applyAsInt(model));
            refused += isRefused(damaged(file, random)) ? 1 : 0;
        }
        assertTrue(refused > DAMAGES / 4, "only " + refused + " were refused");
    }

    private static byte[] damaged(byte[] file, Random random) {
        byte[] copy = file.clone();
        ByteBuffer words = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i <= random.nextInt(3); i++) {
            switch (random.nextInt(4)) {
                case 0 -> copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
                case 1 -> words.putInt(random.nextInt(copy.length / 4) * 4, WORDS.get(random.nextInt(WORDS.size())));
                case 2 -> words.putInt(random.nextInt(copy.length / 4) * 4, random.nextInt(copy.length));
                default -> copy = Arrays.copyOf(copy, Math.max(8, random.nextInt(copy.length)));
            }
            words = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        }
        return copy;
    }

    private static boolean isRefused(byte[] file) {
        try {
            new TfliteReader(note -> {}).read(file, "model", "damaged");
            return false;
        } catch (RefusedException e) {
            return true;
        }
    }
}
