package systole.fuzz;

import java.util.List;

/** A reader that breaks on inputs that begin with a word: only who watches which branches are taken finds it soon. */
public final class PlantedFault implements FuzzTarget {
    private static final PlantedFault TARGET = new PlantedFault();
    private static final String WORD = "broken";

    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(new byte[WORD.length()]);
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public void run(byte[] input) {
        for (int i = 0; i < WORD.length(); i++) {
            if (i >= input.length || input[i] != WORD.charAt(i)) {
                return;
            }
        }
        throw new IllegalStateException("found");
    }
}
