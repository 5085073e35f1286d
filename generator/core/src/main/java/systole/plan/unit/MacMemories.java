package systole.plan.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The memories of an engine with an array: the weights, the parameters of the requantizers, and the buffers of its
 * streams.
 */
final class MacMemories {
    private MacMemories() {}

    static List<MemoryUse> of(MacUnit unit) {
        List<MemoryUse> memories = new ArrayList<>();
        if (unit.weights().isPresent()) {
            memories.addAll(weights(unit.array()));
        }
        unit.requantized()
                .parameters(words(unit), unit.ramb18Worth())
                .ifPresent(m -> memories.add(new MemoryUse("requantizer", unit.chains(), m)));
        memories.addAll(streams(unit));
        return memories;
    }

    static List<MemoryUse> of(LstmUnit unit) {
        List<MemoryUse> memories = new ArrayList<>(weights(unit.array()));
        unit.requantized()
                .parameters(unit.requantized().form().channels() / unit.chains(), Memory.WORTH)
                .ifPresent(m -> memories.add(new MemoryUse("requantizer", unit.chains(), m)));
        memories.add(new MemoryUse("x of two steps", 1, unit.xMemory()));
        memories.add(new MemoryUse("h of two steps", 1, unit.hMemory()));
        memories.add(new MemoryUse("kernel sums", 1, unit.waiting()));
        memories.add(new MemoryUse("cell states", 1, unit.states()));
        memories.add(new MemoryUse("output FIFO", 1, unit.outFifo()));
        return memories;
    }

    /** The number of indices that each requantizer serves. */
    static int words(MacUnit unit) {
        int indices = unit.requantized().form().channels();
        return unit.requantized().byPixel() ? indices : Math.max(1, unit.shape().computedChannels() / unit.chains());
    }

    private static List<MemoryUse> weights(MacArray array) {
        WeightMemory column = array.weightMemory();
        Map<Integer, Integer> tiles = new TreeMap<>();
        for (int tile = 0; tile < column.tiles(); tile++) {
            tiles.merge(-column.rowsOf(tile), array.columns(), Integer::sum);
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
