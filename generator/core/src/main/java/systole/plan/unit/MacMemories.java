package systole.plan.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The memories of an array: weights, requantizers' parameters, ring and output FIFO. */
final class MacMemories {
    private MacMemories() {}

    static List<MemoryUse> of(MacUnit unit) {
        List<MemoryUse> memories = new ArrayList<>();
        if (unit.weights().isPresent()) {
            memories.addAll(weights(unit));
        }
        unit.requantized()
                .parameters(words(unit), unit.ramb18Worth())
                .ifPresent(m -> memories.add(new MemoryUse("requantizer", unit.chains(), m)));
        memories.addAll(streams(unit));
        return memories;
    }

    /** Indices that each requantizer serves. */
    static int words(MacUnit unit) {
        int indices = unit.requantized().form().channels();
        return unit.requantized().byPixel() ? indices : Math.max(1, indices / unit.chains());
    }

    private static List<MemoryUse> weights(MacUnit unit) {
        WeightMemory column = unit.weightMemory();
        Map<Integer, Integer> tiles = new TreeMap<>();
        for (int tile = 0; tile < column.tiles(); tile++) {
            tiles.merge(-column.rowsOf(tile), unit.columns(), Integer::sum);
        }
        return tiles.entrySet().stream()
                .map(t -> new MemoryUse(
                        "weights",
                        t.getValue(),
                        new Memory(-t.getKey() * column.width(), column.depth(), column.block())))
                .toList();
    }

    static List<MemoryUse> streams(WindowedEngine unit) {
        MemoryUse fifo = new MemoryUse("output FIFO", 1, unit.fifoMemory());
        return unit.passes().direct() ? List.of(fifo) : List.of(new MemoryUse("line ring", 1, unit.ringMemory()), fifo);
    }
}
