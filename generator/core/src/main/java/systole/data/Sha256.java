package systole.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of several texts and bytes in a row. It depends on where one ends and the next begins. */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SHA-256 of bytes alone in hexadecimal, as {@code sha256sum} prints it. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(new Sha256().digest.digest(bytes));
    }

    /** Adds a text, which must not contain a zero character. */
    public Sha256 text(String text) {
        digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds bytes. */
    public Sha256 bytes(byte[] bytes) {
        text(String.valueOf(bytes.length));
        digest.update(bytes);
        return this;
    }

    /** The first 64 bits. Nothing can be added afterwards. */
    public long start() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** All bits in hexadecimal. Nothing can be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
