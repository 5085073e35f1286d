package systole.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import systole.data.NpyHeader.BadFile;
import systole.diagnostic.RefusedException;

/** Reads and writes {@code .npz} files: zip archives of named {@code .npy} files, as {@code numpy.savez} makes them. */
public final class Npz {
    private static final String SUFFIX = ".npy";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /**
     * Reads all arrays of an archive, stored or deflated.
     *
     * @return the arrays by name, without {@code .npy}
     * @throws RefusedException if it cannot be read or is larger than {@link Npy#MAX_BYTES} when unpacked; the message
     *     names the file
     */
    public static SortedMap<String, NpyArray> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Npy.refused(file, "there is no such file");
        }
        String name = file.getFileName().toString();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            SortedMap<String, NpyArray> arrays = new TreeMap<>();
            long budget = Npy.MAX_BYTES;
            for (ZipEntry entry : arrays(zip)) {
                String array = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
                byte[] content = content(zip, entry, budget);
                budget -= content.length;
                arrays.put(array, parse(content, name, array));
            }
            return Collections.unmodifiableSortedMap(arrays);
        } catch (IOException e) {
            throw Npy.refused(file, Npy.reason(e));
        } catch (BadFile e) {
            throw Npy.refused(file, e.getMessage());
        }
    }

    private static List<ZipEntry> arrays(ZipFile zip) throws BadFile {
        try {
            List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
            entries.removeIf(e -> e.isDirectory() || !e.getName().endsWith(SUFFIX));
            return entries;
        } catch (IllegalArgumentException e) { // the name of an entry is not UTF-8
            throw new BadFile("the archive is damaged");
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry entry, long budget) throws IOException, BadFile {
        requireBudget(entry.getSize(), budget);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) Math.min(budget + 1, Integer.MAX_VALUE - 8));
            requireBudget(content.length, budget);
            CRC32 crc = new CRC32();
            crc.update(content);
            if (entry.getCrc() != crc.getValue()) {
                throw new BadFile("array '" + entry.getName() + "': the checksum is wrong");
            }
            return content;
        }
    }

    /**
     * Refuses a size beyond the budget. Sizes in the archive's directory may be wrong, so this is checked before and
     * after unpacking.
     */
    private static void requireBudget(long size, long budget) throws BadFile {
        if (size > budget) {
            throw new BadFile("it is larger than " + Npy.MAX_BYTES + " bytes when unpacked");
        }
    }

    private static NpyArray parse(byte[] content, String file, String array) throws BadFile {
        try {
            return Npy.parse(content, file + ":" + array);
        } catch (BadFile e) {
            throw new BadFile("array '" + array + "': " + e.getMessage());
        }
    }

    /** Writes an archive; the same arrays give the same bytes, whenever and wherever. */
    public static void write(SortedMap<String, NpyArray> arrays, Path file) {
        try {
            AtomicFile.write(file, bytes(arrays));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of the file that {@link #write} writes: stored, not deflated, since deflaters differ. */
    public static byte[] bytes(SortedMap<String, NpyArray> arrays) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                byte[] content = Npy.bytes(array.getValue());
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
