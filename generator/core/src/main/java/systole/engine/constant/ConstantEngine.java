package systole.engine.constant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.Description;
import systole.engine.EngineKind;
import systole.engine.Facts;
import systole.engine.Fold;
import systole.engine.MapEngine;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.Storage;
import systole.engine.Words;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.op.MapOp;
import systole.op.Op;
import systole.rtl.GeneratedFile;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Puts out a beat of known values for each beat that comes in.
 *
 * @param values the values of whole pixels, which are put out over and over
 * @param channels channels of a pixel
 * @param elements elements of a frame
 */
public record ConstantEngine(
        String name, IntType in, IntType out, IntTensor values, int channels, int elements, Fold fold)
        implements MapEngine {
    public static final EngineKind KIND = new EngineKind("constant", ConstantEngine::claim);

    /** A slice of a beat has a memory and a handshake of its own, so that no net grows with the width of a beat. */
    private static final int SLICE_BITS = 72;

    /** Words of each memory: the beats after which the values repeat. */
    int words() {
        return values.size() / fold.pe();
    }

    /** The most lanes of a slice. */
    private int slice() {
        return SLICE_BITS / out.bits();
    }

    /** The first lane of each slice. */
    List<Integer> slices() {
        return IntStream.range(0, fold.pe())
                .filter(lane -> lane % slice() == 0)
                .boxed()
                .toList();
    }

    /** The lanes of a slice. */
    int lanes(int first) {
        return Math.min(slice(), fold.pe() - first);
    }

    /** The memory of a slice. */
    Memory memory(int first) {
        return Storage.USUAL.rom(lanes(first) * out.bits(), words());
    }

    @Override
    public List<MemoryUse> memories() {
        return slices().stream()
                .map(first -> new MemoryUse("values", 1, memory(first)))
                .toList();
    }

    @Override
    public ConstantEngine withFold(Fold other) {
        return new ConstantEngine(name, in, out, values, channels, elements, other);
    }

    @Override
    public ResourceVector cost() {
        return slices().stream()
                .map(first -> memory(first).romCost().plus(ResourceVector.luts(2 + 2 * Memory.addressBits(words()))))
                .reduce(ResourceVector.luts(0), ResourceVector::plus);
    }

    private static List<ConstantEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof MapOp o && o.function() instanceof MapOp.Known known
                ? List.of(new ConstantEngine(
                        name, o.in(), o.out(), known.values(), o.channels(), o.elements(), new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.join(in, 1);
    }

    @Override
    public Rtl rtl(Place place) {
        List<GeneratedFile> files = new ArrayList<>();
        ConstantView view = ConstantView.of(place.module(), this, files);
        return place.own("unit_constant.v.ftl", view, files);
    }

    @Override
    public Description description() {
        return Description.of("constant", Words.pixels(elements, channels));
    }

    @Override
    public Facts facts() {
        return Facts.of("words", words()).with("memory", memory(0).place());
    }
}
