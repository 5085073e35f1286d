package systole.engine.array;

import java.util.LinkedHashMap;
import java.util.Map;
import systole.engine.Fold;
import systole.engine.Folding;

/**
 * The folding of an engine with a systolic array.
 *
 * @param fold columns and rows
 * @param multiplier the kind of multiplier
 * @param ramb18Worth the LUTs that a RAMB18 must save for a memory to be put into block RAM
 */
public record ArrayFolding(Fold fold, Multiplier multiplier, int ramb18Worth) implements Folding {
    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("pe", String.valueOf(fold.pe()));
        keys.put("simd", String.valueOf(fold.simd()));
        keys.put("multiplier", multiplier.key());
        keys.put("ramb18_worth", String.valueOf(ramb18Worth));
        return keys;
    }

    @Override
    public String brief() {
        return fold.pe() + " × " + fold.simd();
    }
}
