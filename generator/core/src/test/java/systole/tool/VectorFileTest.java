package systole.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
    @TempDir
    private Path folder;

    @Test
    void elementZeroIsLowest() throws IOException {
        assertEquals(List.of("7f80ff", "030201"), written(new StreamFormat(3, 1, true), -1, -128, 127, 1, 2, 3));
    }

    @Test
    void wideElementsAreLittleEndian() throws IOException {
        assertEquals(List.of("8000ffff"), written(new StreamFormat(2, 2, true), -1, -32768));
        assertEquals(List.of("ffff0100"), written(new StreamFormat(2, 2, false), 256, 65535));
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> written(new StreamFormat(1, 1, true), 128));
        assertThrows(IllegalArgumentException.class, () -> written(new StreamFormat(1, 1, true), -129));
        assertThrows(IllegalArgumentException.class, () -> written(new StreamFormat(1, 1, false), -1));
        assertThrows(IllegalArgumentException.class, () -> written(new StreamFormat(1, 1, false), 256));
        assertThrows(IllegalArgumentException.class, () -> written(new StreamFormat(1, 2, false), 65536));
    }

    @Test
    void framesFillTheirBeats() {
        assertThrows(IllegalArgumentException.class, () -> written(new StreamFormat(2, 1, true), 1, 2, 3));
    }

    private List<String> written(StreamFormat format, int... frame) throws IOException {
        Path file = folder.resolve("vectors.hex");
        VectorFile.write(file, List.of(frame), format);
        return Files.readAllLines(file);
    }
}
