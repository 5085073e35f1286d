package systole.engine.permute;

import static systole.rtl.Place.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
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
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.network.Layout.Axis;
import systole.op.Op;
import systole.op.Permutation;
import systole.op.RearrangeOp;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Puts out the elements of each block in another order. One block arrives while the previous one leaves. Neighbours that
 * stay together share a word of the memory.
 */
public record PermuteEngine(String name, IntType type, Permutation permutation, Fold fold) implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("permute", PermuteEngine::claim);

    /**
     * A loop of the addresses that are read.
     *
     * @param size the number of times that it is run through
     * @param step the change of the address when it goes on and the loops inside it begin again
     */
    private record Loop(int size, int step) {}

    /** The memory, which holds two blocks. */
    public Memory memory() {
        return Storage.USUAL.ram(output().width(), 2 * words());
    }

    /** Words of a block. */
    private int words() {
        return permutation.block() / fold.pe();
    }

    /** The loops, the innermost first. */
    private List<Loop> loops() {
        List<Axis> axes = new ArrayList<>(permutation.axes());
        Collections.reverse(axes);
        List<Loop> loops = new ArrayList<>();
        int back = 0; // from the last address of the loops inside to their first
        for (Axis axis : axes) {
            boolean together = loops.isEmpty() && axis.stride() == 1;
            int size = together ? axis.size() / fold.pe() : axis.size();
            int stride = together ? 1 : axis.stride() / fold.pe();
            loops.add(new Loop(size, stride - back));
            back += (size - 1) * stride;
        }
        return loops;
    }

    private String list(ToIntFunction<Loop> value) {
        List<Loop> loops = loops();
        Collections.reverse(loops);
        return loops.stream()
                .map(loop -> "32'h" + Integer.toHexString(value.applyAsInt(loop)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public int lanesLimit() {
        return permutation.run();
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), type, permutation.blocks() * permutation.block()));
    }

    @Override
    public List<BeatStream> outputs() {
        return inputs();
    }

    @Override
    public PermuteEngine withFold(Fold other) {
        return new PermuteEngine(name, type, permutation, other);
    }

    @Override
    public List<MemoryUse> memories() {
        return List.of(new MemoryUse("two blocks", 1, memory()));
    }

    @Override
    public ResourceVector cost() {
        int address = Memory.addressBits(2 * words());
        return memory().ramCost()
                .plus(ResourceVector.luts(60 + permutation.axes().size() * address));
    }

    private static List<PermuteEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof RearrangeOp o && o.arrangement() instanceof Permutation permutation
                ? List.of(new PermuteEngine(name, o.type(), permutation, new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.turn(in.get(0), words());
    }

    @Override
    public Rtl rtl(Place place) {
        return Rtl.of(place.library(
                "systole_permute",
                is("WIDTH", output().width()),
                is("WORDS", words()),
                is("FIRST", permutation.first() / fold.pe()),
                is("LOOPS", permutation.axes().size()),
                is("SIZES", list(Loop::size)),
                is("STEPS", list(Loop::step)),
                is("BLOCK", memory().parameter())));
    }

    @Override
    public Description description() {
        return Description.of("permute", Words.count(permutation.block()) + " elements");
    }

    @Override
    public Facts facts() {
        return Facts.of("memory", memory().place());
    }
}
