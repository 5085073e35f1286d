package systole.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.diagnostic.RefusedException;

class NpzTest {
    private static final SortedMap<String, NpyArray> ARRAYS = new TreeMap<>(Map.of(
            "stem.w", NpyArray.ofLongs(List.of(2, 2), 1, 2, 3, 400), "scales", NpyArray.ofDoubles(List.of(2), 0.5, 3)));

    @TempDir
    Path folder;

    @Test
    void writtenArchivesReadBack() {
        Path file = folder.resolve("a.npz");
        Npz.write(ARRAYS, file);
        assertEquals(ARRAYS, Npz.read(file));
        assertEquals("a.npz:stem.w", Npz.read(file).get("stem.w").name());
    }

    @Test
    void theBytesDependOnNothingElse() {
        byte[] here = Npz.bytes(ARRAYS);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertArrayEquals(here, Npz.bytes(ARRAYS));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void deflatedArchivesWithOtherEntriesAreRead() throws IOException {
        Path file = folder.resolve("a.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.putNextEntry(new ZipEntry("w.npy"));
            zip.write(Npy.bytes(NpyArray.ofLongs(List.of(1000), new long[1000])));
            zip.closeEntry();
        }
        assertEquals(1000, Npz.read(file).get("w").size());
        assertTrue(Files.size(file) < 1000);
    }

    @Test
    void archivesThatUnpackToTooMuchAreRefused() throws IOException {
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("w.npy"));
            byte[] zeros = new byte[1 << 20];
            for (long written = 0; written <= Npy.MAX_BYTES; written += zeros.length) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        String message =
                assertThrows(RefusedException.class, () -> Npz.read(file)).getMessage();
        assertTrue(message.contains("bomb.npz") && message.contains("unpacked"), message);
    }

    /** Every single damaged byte, and every length: the right arrays or a refusal that names the file. */
    @Test
    void damagedArchivesAreReadOrRefused() throws IOException {
        Path file = folder.resolve("a.npz");
        byte[] sound = Npz.bytes(ARRAYS);
        Random random = new Random(1);
        for (int at = 0; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            check(file, damaged);
            check(file, Arrays.copyOf(sound, at));
        }
    }

    private static void check(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        try {
            Npz.read(file).forEach((name, array) -> assertTrue(ARRAYS.containsValue(array), name));
        } catch (RefusedException e) {
            assertTrue(e.getMessage().contains("a.npz"), e.getMessage());
        }
    }

    @Test
    void missingFilesAndFoldersAreRefused() {
        assertThrows(RefusedException.class, () -> Npz.read(folder.resolve("no.npz")));
        assertThrows(RefusedException.class, () -> Npz.read(folder));
    }
}
