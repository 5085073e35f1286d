package systole.engine.concat;

import static systole.rtl.Place.is;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Divisors;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.LaneEngine;
import systole.engine.timing.Feed;
import systole.engine.timing.Feeds;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.op.Op;
import systole.op.RearrangeOp;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Concatenation: {@code chunks[i]} elements of input i, for each input in turn.
 *
 * @param chunks elements of a round, for each input
 * @param rounds rounds of a frame
 */
public record ConcatEngine(String name, List<Integer> chunks, IntType type, int rounds, Fold fold)
        implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("concat", ConcatEngine::claim);

    public ConcatEngine {
        chunks = List.copyOf(chunks);
    }

    @Override
    public int lanesLimit() {
        return chunks.stream().reduce(Divisors::common).orElseThrow();
    }

    @Override
    public List<BeatStream> inputs() {
        return chunks.stream()
                .map(c -> new BeatStream(fold.pe(), type, c * rounds))
                .toList();
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(
                fold.pe(), type, rounds * chunks.stream().mapToInt(c -> c).sum()));
    }

    @Override
    public ConcatEngine withFold(Fold other) {
        return new ConcatEngine(name, chunks, type, rounds, other);
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.luts(20 + output().width() * chunks.size() / 2);
    }

    private static List<ConcatEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof RearrangeOp o && o.arrangement() instanceof RearrangeOp.Chain chain
                ? List.of(new ConcatEngine(name, chain.chunks(), o.type(), chain.rounds(), new Fold(1, 1)))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    /** The outputs follow the inputs in the same cycle. */
    @Override
    public boolean registered() {
        return false;
    }

    @Override
    public boolean bursty() {
        return true;
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.wire(
                List.of(Feeds.concat(in, chunks.stream().map(c -> c / fold.pe()).toList())));
    }

    @Override
    public Rtl rtl(Place place) {
        String beats = IntStream.range(0, chunks.size())
                .mapToObj(i -> "32'd" + chunks.get(chunks.size() - 1 - i) / fold.pe())
                .collect(Collectors.joining(", ", "{", "}"));
        return Rtl.of(place.library(
                "systole_concat", is("WIDTH", output().width()), is("INPUTS", chunks.size()), is("CHUNKS", beats)));
    }

    @Override
    public Description description() {
        return Description.of("concat", chunks.size() + " streams");
    }
}
