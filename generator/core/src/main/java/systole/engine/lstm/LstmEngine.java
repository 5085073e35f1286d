package systole.engine.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Divisors;
import systole.engine.Engine;
import systole.engine.EngineKind;
import systole.engine.Facts;
import systole.engine.Fold;
import systole.engine.Memory;
import systole.engine.MemoryUse;
import systole.engine.Storage;
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
import systole.network.Range;
import systole.op.LstmShape;
import systole.op.Op;
import systole.op.RecurrenceOp;
import systole.rtl.GeneratedFile;
import systole.rtl.Place;
import systole.rtl.Rtl;
import systole.target.chip.DspSlice;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * A long short-term memory. It has one array, which in every step goes over the kernel's rows with x and then over the
 * recurrent rows with h. It has one bank of requantizers, and it computes the cells of the units one after the other.
 * The rows of both matrices are in the order {@code 4 * unit + gate}, and the kernel's rows come first.
 *
 * @param shape the sizes
 * @param x type of an input element
 * @param h type and zero point of an output element
 * @param kernel [4 * units][features]
 * @param recurrent [4 * units][units]
 * @param weight type of a weight of either matrix
 * @param accBits bits of a sum
 * @param requantized turns sums into gate inputs, for each of the 8 * units rows
 * @param cell computes h from the gate inputs
 * @param multiplier the way in which the array multiplies
 * @param dsp the slice that multiplies
 * @param fold {@code pe} rows of a matrix and {@code simd} elements at once; {@code simd} need not divide features and
 *     units
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
        DspSlice dsp,
        Fold fold)
        implements Engine {
    public static final EngineKind KIND = new EngineKind("lstm", LstmEngine::claim);

    /** Bits of a gate's input before kernel and recurrent part are added. */
    public static final int GATE_BITS = 17;

    /** The most gates that are treated at once, which are those of a unit. */
    static final int GATES_AT_ONCE = LstmShape.GATES;

    /** The number of steps that may be under way, so that no step waits for room while the output is taken. */
    public static final int CREDITS = 2;

    /** The number of passes over each matrix in a step. */
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

    /** Elements of an input beat, the most that divide both a step and a word. */
    public int inLanes() {
        return Divisors.common(shape.features(), fold.simd());
    }

    /** The type of an element in the array: the type of x and h, or one that holds both types. */
    public IntType element() {
        return x.signed() == h.type().signed()
                ? new IntType(Math.max(x.bits(), h.type().bits()), x.signed())
                : new IntType(Math.max(x.signedBits(), h.type().signedBits()), true);
    }

    /**
     * The least number of drain chains that keeps up with the passes and serves units evenly; empty if no number does.
     */
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

    /** The number of drain chains, which is also the number of requantizers. */
    public int chains() {
        return possibleChains().orElseThrow();
    }

    /** The number of gates that are treated at once. */
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
                Storage.USUAL,
                dsp);
    }

    /** The weights in the order in which the array reads them. Surplus elements of a word meet weights of 0. */
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

            @Override
            public Range range() {
                return new Range(weight.min(), weight.max());
            }
        };
    }

    /** The number of canary bits beside a packed cascade; see {@link DspPacking}. */
    public int canary() {
        return multiplier.canary(array(), accBits, weightOrder());
    }

    /** The FIFO in which kernel sums wait for the recurrent ones. */
    public Memory waiting() {
        int burst = chains() > GATES_AT_ONCE ? burst() : 0;
        return Storage.USUAL.ram(chains() * 16, Math.max(2, shape.rows() / chains() + burst));
    }

    /** The number of beats of recurrent sums that wait because a pass puts out more sums than are treated at once. */
    public int burst() {
        return Math.max(2, fold.pe() / chains());
    }

    /** The memory of the words of x. It holds two steps, so that one is read while the other arrives. */
    public Memory xMemory() {
        return Storage.USUAL.ram(fold.simd() * x.bits(), 2 * xBeats() + 2);
    }

    /** The memory of the words of h, which holds two steps. */
    public Memory hMemory() {
        return Storage.USUAL.ram(fold.simd() * h.type().bits(), 2 * hBeats() + 2);
    }

    /** The memory of the cell states. */
    public Memory states() {
        return Storage.USUAL.ram(16, Math.max(2, shape.units()));
    }

    /** The FIFO of elements that wait to be taken. */
    public Memory outFifo() {
        return Storage.USUAL.ram(h.type().bits(), Math.max(2, CREDITS * shape.units()));
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
        return new ArrayFolding(fold, multiplier, Storage.USUAL);
    }

    /** The foldings whose array works most of the time. If there are none, the one whose array works most of all. */
    @Override
    public List<LstmEngine> foldings() {
        return LstmFoldings.useful(this);
    }

    /** Every possible folding, including those whose array waits most of the time. */
    public List<LstmEngine> possibleFoldings() {
        return LstmFoldings.possible(this);
    }

    /** The engine in another folding with the plain multiplier, which suits any folding. */
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
                name,
                shape,
                x,
                h,
                kernel,
                recurrent,
                weight,
                accBits,
                requantized,
                cell,
                otherMultiplier,
                dsp,
                otherFold);
    }

    /** The delays in this folding. */
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

    /** The number of indices that each requantizer serves. */
    int requantizerWords() {
        return requantized.form().channels() / chains();
    }

    @Override
    public List<MemoryUse> memories() {
        List<MemoryUse> memories = new ArrayList<>(ArrayMemories.weights(array()));
        requantized
                .parameters(requantizerWords(), Storage.USUAL)
                .ifPresent(m -> memories.add(new MemoryUse("requantizer", chains(), m)));
        memories.add(new MemoryUse("x of two steps", 1, xMemory()));
        memories.add(new MemoryUse("h of two steps", 1, hMemory()));
        memories.add(new MemoryUse("kernel sums", 1, waiting()));
        memories.add(new MemoryUse("cell states", 1, states()));
        memories.add(new MemoryUse("output FIFO", 1, outFifo()));
        return memories;
    }

    @Override
    public ResourceVector cost() {
        return LstmCost.of(this);
    }

    private static List<LstmEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof RecurrenceOp o ? List.of(LstmClaim.of(name, o, hardBlocks.dsp())) : List.of();
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
