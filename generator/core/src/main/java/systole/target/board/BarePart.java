package systole.target.board;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.target.chip.Chip;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/** Reads a chip without a board from words: the part, and {@code lut=218600,dsp=900,ramb36=545}. */
public final class BarePart {
    private static final String CLOCK = "clock";
    private static final int FF_OF_A_LUT = 2;

    private static final String HINT =
            "write lut=N,dsp=N,ramb36=N and, if you like, ff=N, uram=N, and clock=MHZ, as the data sheet has them";

    private final Problems problems = new Problems();
    private final Map<ResourceKind, Integer> counts = new EnumMap<>(ResourceKind.class);
    private Optional<Double> mhz = Optional.empty();

    private BarePart() {}

    /**
     * The part as a board of which nothing else is known. Without {@code ff} it has two for each LUT, as all chips of the
     * known families do; without {@code uram} none, without {@code clock} designs get that of the
     * chip, {@link Chip#clockMhz}.
     *
     * @throws RefusedException with everything that is wrong or missing
     */
    public static Board of(String part, String resources) {
        BarePart read = new BarePart();
        for (String word : resources.isBlank() ? new String[0] : resources.split(",", -1)) {
            read.word(word.strip());
        }
        read.complete(part);
        read.problems.throwIfAny();
        try {
            Chip chip = Chip.of(part, ResourceVector.counted(read.counts));
            String id = part.toLowerCase(Locale.ROOT);
            return new Board(id, part, chip, read.mhz.orElseGet(() -> Chip.clockMhz(part)), BoardIo.NONE);
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(SourceRef.NONE, e.getMessage(), HINT);
        }
    }

    private void word(String word) {
        int equals = word.indexOf('=');
        String key = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? "" : word.substring(equals + 1);
        Optional<ResourceKind> kind = ResourceKind.find(key);
        if (kind.isEmpty() && !key.equals(CLOCK)) {
            List<String> keys = new ArrayList<>(ResourceKind.keys());
            keys.add(CLOCK);
            problem("there is no resource '" + key + "'", Suggestions.didYouMeanOr(key, keys, "there are "));
            return;
        }
        boolean twice = kind.map(counts::containsKey).orElse(mhz.isPresent());
        if (twice) {
            problem(key + " is given twice", HINT);
        }
        try {
            if (kind.isPresent()) {
                counts.put(kind.get(), Integer.parseUnsignedInt(value));
            } else {
                mhz = Optional.of(Double.parseDouble(value));
            }
        } catch (NumberFormatException e) {
            kind.ifPresent(k -> counts.put(k, 0));
            problem(key + " must be a number, not '" + value + "'", HINT);
        }
    }

    private void complete(String part) {
        if (counts.containsKey(ResourceKind.LUT)) {
            counts.putIfAbsent(ResourceKind.FF, FF_OF_A_LUT * counts.get(ResourceKind.LUT));
        }
        List<String> missing = List.of(ResourceKind.LUT, ResourceKind.DSP, ResourceKind.RAMB18).stream()
                .filter(k -> !counts.containsKey(k))
                .map(ResourceKind::key)
                .toList();
        if (!missing.isEmpty()) {
            problem("of the " + part + " is not said how much it has: " + String.join(", ", missing), HINT);
        }
    }

    private void problem(String message, String hint) {
        problems.add(SourceRef.NONE, message, hint);
    }
}
