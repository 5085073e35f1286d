package systole.style.streaming.wiring;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Facts;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.Storage;
import systole.engine.Unit;
import systole.engine.Words;
import systole.engine.timing.Channel;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.rtl.Place;
import systole.rtl.Rtl;

/**
 * A buffer at a point where paths of different delay part or meet.
 *
 * @param depth beats in its memory, at least 2; its output register holds one more
 */
public record FifoUnit(String name, BeatStream stream, int depth) implements Unit {
    /** A buffer that holds at least this many beats. */
    public static FifoUnit ofCapacity(String name, BeatStream stream, int beats) {
        return new FifoUnit(name, stream, Math.max(2, beats - 1));
    }

    /** The number of beats that the buffer holds, in its memory and in its output register. */
    public int capacity() {
        return depth + 1;
    }

    public Memory memory() {
        return Storage.USUAL.ram(stream.width(), depth);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("beats", 1, memory()));
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(stream);
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(stream);
    }

    @Override
    public String kind() {
        return "fifo";
    }

    @Override
    public FifoUnit withStorage(int held) {
        return ofCapacity(name, stream, held);
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.pipeline(in, Part.FIFO_LATENCY, bounded ? capacity() : Channel.UNBOUNDED);
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.library(
                "systole_fifo", is("WIDTH", stream.width()), is("DEPTH", depth), is("BLOCK", memory().parameter())));
    }

    @Override
    public Description description() {
        return new Description("FIFO", Words.count(capacity()) + " beats", "FIFO " + Words.count(capacity()), "");
    }

    @Override
    public Facts facts() {
        return Facts.of("depth", depth).with("memory", memory().place().key());
    }
}
