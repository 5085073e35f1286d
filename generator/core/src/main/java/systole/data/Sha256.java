package systole.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of texts and bytes in a row, where one ends and the next begins included. */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a text in, which has no zero character. */
    public Sha256 text(String text) {
        digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Takes bytes in. */
    public Sha256 bytes(byte[] bytes) {
        text(String.valueOf(bytes.length));
        digest.update(bytes);
        return this;
    }

    /** The first 64 bits; nothing can be taken in afterwards. */
    public long start() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** All bits in hexadecimal; nothing can be taken in afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
