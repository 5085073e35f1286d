package systole.engine.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import systole.engine.MemoryUse;

/**
 * The memories of an engine with an array: the weights, the parameters of the requantizers, and the buffers of its
 * streams.
 */
public final class ArrayMemories {
    private ArrayMemories() {}

    static List<MemoryUse> of(ArrayEngine unit) {
        List<MemoryUse> memories = new ArrayList<>();
        if (unit.array().weight().isPresent()) {
            memories.addAll(weights(unit.array()));
        }
        unit.requantized()
                .parameters(unit.requantizerWords(), unit.storage())
                .ifPresent(m ->
                        memories.add(new MemoryUse("requantizer", unit.array().chains(), m)));
        memories.addAll(unit.streamMemories());
        return memories;
    }

    /** The memories of the columns' weights, the largest tiles first. */
    public static List<MemoryUse> weights(SystolicArray array) {
        WeightMemory column = array.weightMemory();
        Map<Integer, Integer> tiles = new TreeMap<>();
        for (int tile = 0; tile < column.tiles(); tile++) {
            tiles.merge(-column.rowsOf(tile), array.columns(), Integer::sum);
        }
        return tiles.entrySet().stream()
                .map(t -> new MemoryUse("weights", t.getValue(), column.memory(-t.getKey())))
                .toList();
    }
}
