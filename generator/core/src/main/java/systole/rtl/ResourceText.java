package systole.rtl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that are packed into the program and are the same in every design. */
public final class ResourceText {
    private ResourceText() {}

    /**
     * A text that is part of the program.
     *
     * @param name path, as in {@code testbench/tb.v}
     */
    public static String of(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the resource " + name + " is missing"));
    }

    /** A text of the program; empty if there is none of this name. */
    static Optional<String> find(String name) {
        try (InputStream in = ResourceText.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
