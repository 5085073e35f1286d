package systole.design;

import java.util.List;
import java.util.Optional;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.MemoryUse;

/**
 * A unit of a design, as reports show it.
 *
 * @param name identifier, unique in the design
 * @param description what it is
 * @param sources names of the streams that it reads
 * @param sinks names of the streams that it makes
 * @param inputs what it reads, in the order of the names
 * @param outputs what it makes, in the order of the names
 * @param memories what it stores
 * @param work what it computes; none for a unit that only moves and keeps data
 */
public record DesignUnit(
        String name,
        Description description,
        List<String> sources,
        List<String> sinks,
        List<BeatStream> inputs,
        List<BeatStream> outputs,
        List<MemoryUse> memories,
        Optional<Work> work) {
    public DesignUnit {
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        memories = List.copyOf(memories);
    }
}
