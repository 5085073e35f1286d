package systole.engine.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import systole.engine.BeatStream;
import systole.engine.Cost;
import systole.engine.Description;
import systole.engine.Divisors;
import systole.engine.Engine;
import systole.engine.EngineKind;
import systole.engine.Facts;
import systole.engine.Fold;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.array.ArrayFolding;
import systole.engine.array.ArrayMemories;
import systole.engine.array.Multiplier;
import systole.engine.array.Multipliers;
import systole.engine.array.SystolicArray;
import systole.engine.array.WeightOrder;
import systole.engine.requant.Requantized;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.op.LstmShape;
import systole.op.Op;
import systole.op.RecurrenceOp;
import systole.rtl.GeneratedFile;
import systole.rtl.Place;
import systole.rtl.Rtl;

/**
 * A long short-term memory: one array, which for every step goes over the kernel's rows with x and then over the
 * recurrent rows with h; one bank of requantizers; and the units' cells, one after the other. Rows are in the order
 * {@code 4 * unit + gate} of both matrices, the kernel's first.
 *
 * @param shape what goes through
 * @param x type of an input element
 * @param h type and zero point of an output element
 * @param kernel [4 * units][features]
 * @param recurrent [4 * units][units]
 * @param weight type of a weight of either
 * @param accBits bits of a sum
 * @param requantized from sums to gate inputs, for each of the 8 * units rows
 * @param cell what follows
 * @param multiplier what multiplies
 * @param fold {@code pe} rows of a matrix at once and {@code simd} elements, which need not divide features and units
 */
public record LstmEngine(
        String name,
        LstmShape shape,
        IntType x,
        Quantized h,
        IntTensor kernel,
        IntTensor recurrent,
        IntType weight,
        int accBits,
        Requantized requantized,
        LstmCell cell,
        Multiplier multiplier,
        Fold fold)
        implements Engine {
    public static final EngineKind KIND = new EngineKind("lstm", LstmEngine::claim);

    /** Bits of a gate's input before kernel and recurrent part are added. */
    public static final int GATE_BITS = 17;

    /** Gates that are treated at once at the most: those of a unit. */
    static final int GATES_AT_ONCE = LstmShape.GATES;

    /** Steps under way, so that none waits for room while the output is taken. */
    public static final int CREDITS = 2;

    /** Passes over a matrix in a step. */
    public int passes() {
        return shape.rows() / fold.pe();
    }

    /** Beats of a pass over x. */
    public int xBeats() {
        return Divisors.ceilDiv(shape.features(), fold.simd());
    }

    /** Beats of a pass over h. */
    public int hBeats() {
        return Divisors.ceilDiv(shape.units(), fold.simd());
    }

    /** Elements of an input beat: as many as divide both a step and a word. */
    public int inLanes() {
        return Divisors.common(shape.features(), fold.simd());
    }

    /** Type of an element in the array: that of x and h, or one that holds both. */
    public IntType element() {
        return x.signed() == h.type().signed()
                ? new IntType(Math.max(x.bits(), h.type().bits()), x.signed())
                : new IntType(Math.max(x.signedBits(), h.type().signedBits()), true);
    }

    /** Drain chains: the least number that keeps up with the passes and fills units evenly; none may do. */
    OptionalInt possibleChains() {
        int columns = fold.pe() / multiplier.lanes();
        int length = Math.min(xBeats(), hBeats());
        return fold.pe() % multiplier.lanes() != 0 || Divisors.ceilDiv(fold.pe(), GATES_AT_ONCE) > hBeats()
                ? OptionalInt.empty()
                : Divisors.of(columns).stream()
                        .filter(r -> r <= 2 || r % GATES_AT_ONCE == 0)
                        .filter(r -> fold.pe() / r <= length)
                        .mapToInt(r -> r)
                        .findFirst();
    }

    /** Drain chains, which is requantizers. */
    public int chains() {
        return possibleChains().orElseThrow();
    }

    /** Gates that are treated at once. */
    public int gates() {
        return Math.min(chains(), GATES_AT_ONCE);
    }

    /** The array. */
    public SystolicArray array() {
        return new SystolicArray(
                true,
                element(),
                Optional.of(weight),
                multiplier,
                fold,
                chains(),
                passes() * (xBeats() + hBeats()),
                Memory.WORTH);
    }

    /** The weights as the array reads them; what a word has too much is multiplied by 0. */
    public WeightOrder weightOrder() {
        return new WeightOrder() {
            @Override
            public int passes() {
                return 2 * LstmEngine.this.passes();
            }

            @Override
            public int beats(int pass) {
                return pass < LstmEngine.this.passes() ? xBeats() : hBeats();
            }

            @Override
            public int get(int pass, int beat, int row, int place) {
                boolean recurs = pass >= LstmEngine.this.passes();
                IntTensor matrix = recurs ? recurrent : kernel;
                int matrixRow = pass % LstmEngine.this.passes() * fold.pe() + place;
                int column = beat * fold.simd() + row;
                return column < matrix.dim(1) ? matrix.get(matrixRow * matrix.dim(1) + column) : 0;
            }
        };
    }

    /** Bits of the upper lane that are kept beside a packed cascade. */
    public int canary() {
        return multiplier.canary(array(), accBits, weightOrder());
    }

    /** Beats of kernel sums that wait for the recurrent ones. */
    public Memory waiting() {
        int burst = chains() > GATES_AT_ONCE ? burst() : 0;
        return Memory.ram(chains() * 16, Math.max(2, shape.rows() / chains() + burst));
    }

    /** Beats of recurrent sums that wait because a pass puts more out at once than is treated at once. */
    public int burst() {
        return Math.max(2, fold.pe() / chains());
    }

    /** Words of x of two steps: one is read while the other comes in. */
    public Memory xMemory() {
        return Memory.ram(fold.simd() * x.bits(), 2 * xBeats() + 2);
    }

    /** Words of h of two steps. */
    public Memory hMemory() {
        return Memory.ram(fold.simd() * h.type().bits(), 2 * hBeats() + 2);
    }

    /** The cells' states. */
    public Memory states() {
        return Memory.ram(16, Math.max(2, shape.units()));
    }

    /** What waits to be taken. */
    public Memory outFifo() {
        return Memory.ram(h.type().bits(), Math.max(2, CREDITS * shape.units()));
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(inLanes(), x, shape.steps() * shape.features()));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(1, h.type(), shape.outElements()));
    }

    @Override
    public ArrayFolding folding() {
        return new ArrayFolding(fold, multiplier, Memory.WORTH);
    }

    /** Those whose array works most of the time; if there are none, the one whose array does so most. */
    @Override
    public List<LstmEngine> foldings() {
        return LstmFoldings.useful(this);
    }

    /** Every folding that works, those whose array waits most of the time included. */
    public List<LstmEngine> possibleFoldings() {
        return LstmFoldings.possible(this);
    }

    /** With the plain multiplier, whose folding may be any. */
    public LstmEngine withFold(Fold other) {
        return with(Multipliers.plain(), other);
    }

    @Override
    public List<LstmEngine> variants() {
        return Multipliers.ALL.stream()
                .map(m -> with(m, fold))
                .filter(u -> u.possibleChains().isPresent() && u.multiplier.suits(u.array(), accBits, u.weightOrder()))
                .toList();
    }

    private LstmEngine with(Multiplier otherMultiplier, Fold otherFold) {
        return new LstmEngine(
                name, shape, x, h, kernel, recurrent, weight, accBits, requantized, cell, otherMultiplier, otherFold);
    }

    /** When it does what. */
    public LstmTiming timing() {
        return LstmTiming.of(this);
    }

    @Override
    public long cycles() {
        return shape.steps() * (long) timing().interval();
    }

    @Override
    public int multipliers() {
        return fold.pe() * fold.simd();
    }

    @Override
    public long macs() {
        return shape.steps() * shape.macs();
    }

    @Override
    public List<MemoryUse> memories() {
        List<MemoryUse> memories = new ArrayList<>(ArrayMemories.weights(array()));
        requantized
                .parameters(requantized.form().channels() / chains(), Memory.WORTH)
                .ifPresent(m -> memories.add(new MemoryUse("requantizer", chains(), m)));
        memories.add(new MemoryUse("x of two steps", 1, xMemory()));
        memories.add(new MemoryUse("h of two steps", 1, hMemory()));
        memories.add(new MemoryUse("kernel sums", 1, waiting()));
        memories.add(new MemoryUse("cell states", 1, states()));
        memories.add(new MemoryUse("output FIFO", 1, outFifo()));
        return memories;
    }

    @Override
    public Cost cost() {
        return LstmCost.of(this);
    }

    private static List<LstmEngine> claim(String name, Op op) {
        return op instanceof RecurrenceOp o ? List.of(LstmClaim.of(name, o)) : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean flags() {
        return shape.stateful();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        return Part.of(out -> new LstmActor(this, in.get(0), out));
    }

    @Override
    public Rtl rtl(Place place) {
        List<GeneratedFile> memories = new ArrayList<>();
        LstmView view = LstmView.of(place.module(), this, memories);
        return place.own(
                "unit_lstm.v.ftl", view, memories, shape.stateful() ? place.flaggedInAndOut() : place.inAndOut());
    }

    @Override
    public Description description() {
        return new Description(
                "LSTM",
                shape.steps() + " steps, " + shape.features() + " to " + shape.units() + ", weights " + weight,
                "LSTM",
                multiplier.label());
    }

    @Override
    public Facts facts() {
        return Facts.of("step_cycles", timing().interval())
                .with("step_macs", shape.macs())
                .with(array().facts(accBits, requantized));
    }
}
