package systole.fuzz;

import java.nio.ByteBuffer;
import java.util.List;

/** A reader that breaks on one input in 2^64: only who watches branches and comparisons finds it. */
public final class PlantedFault implements FuzzTarget {
    private static final PlantedFault TARGET = new PlantedFault();
    private static final int FIRST = 0x5e9a0c71;
    private static final int SECOND = 0x1b83d6f4;

    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(new byte[2 * Integer.BYTES]);
    }

    @Override
    public List<String> words() {
        return List.of("whole");
    }

    @Override
    public void run(byte[] input) {
        ByteBuffer words = ByteBuffer.wrap(input);
        if (input.length >= 2 * Integer.BYTES && words.getInt() == FIRST && words.getInt() == SECOND) {
            throw new IllegalStateException("found");
        }
    }
}
