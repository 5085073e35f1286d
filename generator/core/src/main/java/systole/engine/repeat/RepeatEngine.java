package systole.engine.repeat;

import static systole.rtl.Place.is;

import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Facts;
import systole.engine.Fold;
import systole.engine.LaneEngine;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.Storage;
import systole.engine.Words;
import systole.engine.timing.Channel;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.op.Op;
import systole.op.RearrangeOp;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Puts out each block of elements several times before the next block.
 *
 * @param channels channels of a pixel
 * @param block elements of a block, whole pixels
 * @param times the number of times that each block is put out, at least 2
 * @param blocks blocks of a frame
 * @param depth beats that its memory holds, at least {@link #leastDepth()}
 */
public record RepeatEngine(
        String name, IntType type, int channels, int block, int times, int blocks, Fold fold, int depth)
        implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("repeat", RepeatEngine::claim);

    /** The number of beats of the next block that arrive while the last ones of a block leave. */
    private static final int AHEAD = 2;

    /** The engine in the least folding with the smallest memory. */
    public static RepeatEngine of(String name, IntType type, int channels, int block, int times, int blocks) {
        return new RepeatEngine(name, type, channels, block, times, blocks, new Fold(1, 1), block + AHEAD);
    }

    /** Beats of a block. */
    public int blockBeats() {
        return block / fold.pe();
    }

    /** The smallest depth at which no cycle is lost between blocks. */
    public int leastDepth() {
        return blockBeats() + AHEAD;
    }

    public Memory memory() {
        return Storage.USUAL.ram(output().width(), depth);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("block", 1, memory()));
    }

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), type, block * blocks));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(fold.pe(), type, block * blocks * times));
    }

    @Override
    public RepeatEngine withFold(Fold other) {
        return new RepeatEngine(name, type, channels, block, times, blocks, other, block / other.pe() + AHEAD);
    }

    /** The same unit with another memory. */
    public RepeatEngine withDepth(int beats) {
        return new RepeatEngine(name, type, channels, block, times, blocks, fold, beats);
    }

    @Override
    public ResourceVector cost() {
        return memory().ramCost().plus(ResourceVector.luts(40));
    }

    private static List<RepeatEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof RearrangeOp o && o.arrangement() instanceof RearrangeOp.Repetition repetition
                ? List.of(of(
                        name,
                        o.type(),
                        repetition.channels(),
                        repetition.block(),
                        repetition.times(),
                        repetition.blocks()))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public RepeatEngine withStorage(int held) {
        return withDepth(Math.max(leastDepth(), held + 1));
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.repeat(in.get(0), blockBeats(), times, bounded ? depth : Channel.UNBOUNDED);
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.library(
                "systole_repeat",
                is("WIDTH", output().width()),
                is("BEATS", blockBeats()),
                is("TIMES", times),
                is("DEPTH", depth),
                is("BLOCK", memory().parameter())));
    }

    @Override
    public Description description() {
        return Description.of("repeat ×" + times, Words.count(block) + " elements a block");
    }

    @Override
    public Facts facts() {
        return Facts.of("depth", depth).with("memory", memory().place());
    }
}
