package systole.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes frames as {@code $readmemh} text: one beat a line, most significant byte first. */
public final class VectorFile {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private VectorFile() {}

    /**
     * Writes frames, beat by beat.
     *
     * @param frames elements in stream order (row-major, channels fastest); each frame fills whole beats
     * @throws IllegalArgumentException if a value does not fit its bytes
     */
    public static void write(Path file, List<int[]> frames, StreamFormat format) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                byte[] line = new byte[2 * format.beatBytes() + 1];
                line[line.length - 1] = '\n';
                for (int[] frame : frames) {
                    write(out, frame, format, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, int[] frame, StreamFormat format, byte[] line) throws IOException {
        int beats = format.beats(frame.length);
        for (int beat = 0; beat < beats; beat++) {
            int digit = line.length - 1;
            for (int lane = 0; lane < format.lanes(); lane++) {
                int value = frame[beat * format.lanes() + lane];
                if (!format.contains(value)) {
                    throw new IllegalArgumentException(value + " does not fit an element of " + format);
                }
                for (int i = 0; i < 2 * format.elementBytes(); i++) {
                    line[--digit] = DIGITS[value >> (4 * i) & 15];
                }
            }
            out.write(line);
        }
    }
}
