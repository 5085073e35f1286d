package systole.engine.reverse;

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
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.op.Op;
import systole.op.RearrangeOp;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/** Puts out the positions of each frame from the last to the first. One frame arrives while the previous one leaves. */
public record ReverseEngine(String name, IntType type, int channels, int positions, Fold fold) implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("reverse", ReverseEngine::claim);

    /** Beats of a position. */
    public int beats() {
        return channels / fold.pe();
    }

    /** The memory, which holds two frames. */
    public Memory memory() {
        return Storage.USUAL.ram(output().width(), 2 * output().beats());
    }

    @Override
    public int lanesLimit() {
        return channels;
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), type, positions * channels));
    }

    @Override
    public List<BeatStream> outputs() {
        return inputs();
    }

    @Override
    public ReverseEngine withFold(Fold other) {
        return new ReverseEngine(name, type, channels, positions, other);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("two frames", 1, memory()));
    }

    @Override
    public ResourceVector cost() {
        return memory().ramCost().plus(ResourceVector.luts(60));
    }

    private static List<ReverseEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof RearrangeOp o && o.arrangement() instanceof RearrangeOp.Reversal reversal
                ? List.of(new ReverseEngine(name, o.type(), reversal.channels(), reversal.positions(), new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.reverse(in.get(0), output().beats());
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.library(
                "systole_reverse",
                is("WIDTH", output().width()),
                is("BEATS", beats()),
                is("POSITIONS", positions),
                is("BLOCK", memory().parameter())));
    }

    @Override
    public Description description() {
        return Description.of("reverse", positions + " positions");
    }

    @Override
    public Facts facts() {
        return Facts.of("memory", memory().place());
    }
}
