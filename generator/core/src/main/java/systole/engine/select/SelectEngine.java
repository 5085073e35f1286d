package systole.engine.select;

import static systole.rtl.Place.is;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Divisors;
import systole.engine.EngineKind;
import systole.engine.Fold;
import systole.engine.LaneEngine;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntType;
import systole.network.Span;
import systole.op.Op;
import systole.op.Permutation;
import systole.op.RearrangeOp;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * Some elements of each frame. Beats that have none of them are dropped. Where a beat is a whole group, any of its elements
 * may come out in any order; where it is a part of one, the groups keep a range of elements that consists of whole beats.
 *
 * @param outer the groups of a frame, the innermost dimension first
 * @param group elements of a group, such as the channels of a pixel
 * @param picks the elements of a group that come out, in their order
 * @param fold elements of a beat
 */
public record SelectEngine(String name, IntType type, List<Level> outer, int group, List<Integer> picks, Fold fold)
        implements LaneEngine {
    public static final EngineKind KIND = new EngineKind("select", SelectEngine::claim);

    /** The elements of a group that may be a single beat. */
    private static final int MAX_GROUP = 64;

    public SelectEngine {
        outer = List.copyOf(outer);
        picks = List.copyOf(picks);
    }

    private static List<SelectEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        if (!(op instanceof RearrangeOp o)) {
            return List.of();
        }
        SelectEngine made;
        if (o.arrangement() instanceof RearrangeOp.Selection s) {
            List<Level> outer = List.of(
                    new Level(s.shape().width(), s.columns()),
                    new Level(s.shape().height(), s.rows()));
            List<Integer> picks = IntStream.range(0, s.channels().count())
                    .mapToObj(i -> s.channels().first() + i * s.channels().step())
                    .toList();
            made = new SelectEngine(name, o.type(), outer, s.shape().channels(), picks, new Fold(1, 1));
        } else if (o.arrangement() instanceof Permutation p) {
            List<Level> outer = List.of(new Level(p.blocks(), Span.all(p.blocks())));
            List<Integer> picks = p.block() > MAX_GROUP
                    ? List.of()
                    : IntStream.range(0, p.block()).mapToObj(p::position).toList();
            made = new SelectEngine(name, o.type(), outer, p.block(), picks, new Fold(1, 1));
        } else {
            return List.of();
        }
        return made.lanes().stream()
                .limit(1)
                .map(lanes -> made.withFold(new Fold(lanes, 1)))
                .toList();
    }

    /** True if the elements that come out of a group are neighbours. */
    private boolean isRange() {
        return !picks.isEmpty() && IntStream.range(0, picks.size()).allMatch(i -> picks.get(i) == picks.get(0) + i);
    }

    /**
     * The numbers of lanes: those into which a range divides, one if single elements are dropped, and a whole group, unless
     * this is the whole frame.
     */
    private List<Integer> lanes() {
        List<Integer> lanes = new ArrayList<>();
        if (isRange()) {
            lanes.addAll(Divisors.of(Divisors.common(Divisors.common(group, picks.get(0)), picks.size())));
        } else if (isSpan()) {
            lanes.add(1);
        }
        if (groups(Level::size) > 1 && !lanes.contains(group) && group <= MAX_GROUP) {
            lanes.add(group);
        }
        return lanes;
    }

    /** True if the elements that come out of a group are at equal distances. */
    private boolean isSpan() {
        return !picks.isEmpty() && picks.equals(picksOf(span()));
    }

    /** The span that begins like the elements that come out. */
    private Span span() {
        int step = picks.size() < 2 ? 1 : Math.max(1, picks.get(1) - picks.get(0));
        return new Span(picks.get(0), picks.size(), step);
    }

    private static List<Integer> picksOf(Span span) {
        return IntStream.range(0, span.count())
                .mapToObj(i -> span.first() + i * span.step())
                .toList();
    }

    private boolean wholeGroups() {
        return fold.pe() == group;
    }

    /** The levels of beats that are kept, the innermost first. */
    private List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        if (!wholeGroups()) {
            Span span = span();
            Span beats = new Span(span.first() / fold.pe(), Divisors.ceilDiv(span.count(), fold.pe()), span.step());
            levels.add(new Level(group / fold.pe(), beats));
        }
        levels.addAll(outer);
        return Level.merged(levels);
    }

    @Override
    public int lanesLimit() {
        return group;
    }

    @Override
    public List<SelectEngine> foldings() {
        return lanes().stream().map(pe -> withFold(new Fold(pe, 1))).toList();
    }

    @Override
    public SelectEngine withFold(Fold other) {
        return new SelectEngine(name, type, outer, group, picks, other);
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(fold.pe(), type, group * groups(Level::size)));
    }

    @Override
    public List<BeatStream> outputs() {
        int lanes = wholeGroups() ? picks.size() : fold.pe();
        return List.of(new BeatStream(
                lanes, type, picks.size() * groups(level -> level.kept().count())));
    }

    private int groups(ToIntFunction<Level> of) {
        return outer.stream().mapToInt(of).reduce(1, Math::multiplyExact);
    }

    /** Every beat of the input takes a cycle. */
    @Override
    public long cycles() {
        return input().beats();
    }

    @Override
    public ResourceVector cost() {
        return ResourceVector.luts(4 + 14 * levels().size());
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
    public boolean drops() {
        return true;
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.select(in.get(0), Level.pattern(levels()));
    }

    @Override
    public Rtl rtl(Place place) {
        List<Level> levels = levels();
        List<Level> counted = levels.isEmpty() ? List.of(new Level(1, Span.all(1))) : levels;
        List<Integer> taken =
                wholeGroups() ? picks : IntStream.range(0, fold.pe()).boxed().toList();
        return Rtl.of(place.library(
                "systole_select",
                is("BITS", type.bits()),
                is("LANES", fold.pe()),
                is("PICKS", taken.size()),
                is("PICK", list(taken, i -> i)),
                is("LEVELS", counted.size()),
                is("SIZES", list(counted, Level::size)),
                is("FIRSTS", list(counted, level -> level.kept().first())),
                is("COUNTS", list(counted, level -> level.kept().count())),
                is("STEPS", list(counted, level -> level.kept().step()))));
    }

    /** A list of numbers as a parameter, the first one lowest. */
    private static <T> String list(List<T> values, ToIntFunction<T> number) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> "32'd" + number.applyAsInt(values.get(values.size() - 1 - i)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public Description description() {
        return Description.of("select", output().elements() + " of " + input().elements() + " elements");
    }
}
