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
 * @param instance the name of its instance in the top module
 * @param description describes the unit in words
 * @param sources the names of the streams that it reads
 * @param sinks the names of the streams that it makes
 * @param inputs the streams that it reads, in the order of the names
 * @param outputs the streams that it makes, in the order of the names
 * @param memories its memories
 * @param work its work for a frame; empty for a unit that only moves and stores data
 */
public record DesignUnit(
        String name,
        String instance,
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
