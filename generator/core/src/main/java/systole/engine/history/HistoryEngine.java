package systole.engine.history;

import static systole.rtl.Place.is;

import java.util.ArrayList;
import java.util.List;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Divisors;
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
import systole.network.IntTensor;
import systole.network.IntType;
import systole.op.Op;
import systole.op.RearrangeOp;
import systole.rtl.GeneratedFile;
import systole.rtl.Instance.Binding;
import systole.rtl.MemoryImage;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Puts the last elements that came before it in front of each frame. They lie in a ring, whose oldest element is where
 * the next one is written.
 *
 * @param initial the elements in front of a frame that begins from a fresh state
 * @param count elements of a frame of the input
 */
public record HistoryEngine(String name, IntType type, IntTensor initial, int count, Fold fold) implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("history", HistoryEngine::claim);

    private static List<HistoryEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof RearrangeOp o && o.arrangement() instanceof RearrangeOp.Memory memory
                ? List.of(new HistoryEngine(name, o.type(), memory.initial(), memory.count(), new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean flags() {
        return true;
    }

    /** Nothing is read while the earlier elements are put out. */
    @Override
    public boolean bursty() {
        return true;
    }

    @Override
    public int lanesLimit() {
        return Divisors.common(initial.size(), count);
    }

    @Override
    public HistoryEngine withFold(Fold other) {
        return new HistoryEngine(name, type, initial, count, other);
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), type, count));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(fold.pe(), type, initial.size() + count));
    }

    /** The beats of the ring. */
    private int past() {
        return initial.size() / fold.pe();
    }

    private Memory ring() {
        return Storage.USUAL.ram(output().width(), past());
    }

    /** The initial elements, unless all of them are alike. */
    private Memory first() {
        return Storage.USUAL.rom(output().width(), past());
    }

    private boolean varied() {
        return initial.stream().distinct().count() > 1;
    }

    @Override
    public List<MemoryUse> memories() {
        List<MemoryUse> memories = new ArrayList<>(List.of(new MemoryUse("earlier elements", 1, ring())));
        if (varied()) {
            memories.add(new MemoryUse("initial elements", 1, first()));
        }
        return memories;
    }

    @Override
    public ResourceVector cost() {
        ResourceVector own = ring().ramCost().plus(ResourceVector.luts(30 + 2 * output().width()));
        return varied() ? own.plus(first().romCost()) : own;
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.history(in.get(0), past(), input().beats());
    }

    @Override
    public Rtl rtl(Place place) {
        List<Binding> parameters = new ArrayList<>(List.of(
                is("WIDTH", output().width()),
                is("PAST", past()),
                is("BEATS", input().beats()),
                is("BLOCK", ring().parameter())));
        List<GeneratedFile> files = new ArrayList<>();
        if (varied()) {
            files.add(image(place.tableFile()));
            parameters.add(is("VARIED", 1));
            parameters.add(is("FILE", "\"" + place.tableFile() + "\""));
            parameters.add(is("FILE_BLOCK", first().parameter()));
        } else {
            parameters.add(is("INITIAL", output().repeated(initial.get(0))));
        }
        return new Rtl(files, place.clocked("systole_history", parameters, place.flaggedInAndOut()));
    }

    private GeneratedFile image(String file) {
        MemoryImage image = new MemoryImage(output().width());
        for (int i = 0; i < initial.size(); i++) {
            image.field(initial.get(i), type.bits());
            if ((i + 1) % fold.pe() == 0) {
                image.end();
            }
        }
        return new GeneratedFile("rtl/" + file, image.text());
    }

    @Override
    public Description description() {
        return Description.of("history", Words.count(initial.size()) + " elements before each frame");
    }

    @Override
    public Facts facts() {
        return Facts.of("memory", ring().place());
    }
}
