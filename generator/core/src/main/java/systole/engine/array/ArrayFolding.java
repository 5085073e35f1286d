package systole.engine.array;

import java.util.LinkedHashMap;
import java.util.Map;
import systole.engine.Fold;
import systole.engine.Folding;
import systole.engine.Storage;

/**
 * The folding of an engine with a systolic array.
 *
 * @param fold columns and rows
 * @param multiplier the kind of multiplier
 * @param storage says in which kinds of hardware the memories are
 */
public record ArrayFolding(Fold fold, Multiplier multiplier, Storage storage) implements Folding {
    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("pe", String.valueOf(fold.pe()));
        keys.put("simd", String.valueOf(fold.simd()));
        keys.put("multiplier", multiplier.key());
        keys.put("ramb18_worth", String.valueOf(storage.ramb18Worth()));
        if (storage.ultra()) {
            keys.put("uram", "yes");
        }
        return keys;
    }

    @Override
    public String brief() {
        return fold.pe() + " × " + fold.simd();
    }
}
