package systole.plan.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import systole.network.Fold;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;

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
public record LstmUnit(
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
    public MacArray array() {
        return new MacArray(
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
                return 2 * LstmUnit.this.passes();
            }

            @Override
            public int beats(int pass) {
                return pass < LstmUnit.this.passes() ? xBeats() : hBeats();
            }

            @Override
            public int get(int pass, int beat, int row, int place) {
                boolean recurs = pass >= LstmUnit.this.passes();
                IntTensor matrix = recurs ? recurrent : kernel;
                int matrixRow = pass % LstmUnit.this.passes() * fold.pe() + place;
                int column = beat * fold.simd() + row;
                return column < matrix.dim(1) ? matrix.get(matrixRow * matrix.dim(1) + column) : 0;
            }
        };
    }

    /** Bits of the upper lane that are kept beside a packed cascade. */
    public int canary() {
        return multiplier == Multiplier.PACKED
                ? DspPacking.canary(array(), accBits, weightOrder()).orElseThrow()
                : 0;
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
    public List<Stream> inputs() {
        return List.of(new Stream(inLanes(), x, shape.steps() * shape.features()));
    }

    @Override
    public List<Stream> outputs() {
        return List.of(new Stream(1, h.type(), shape.outElements()));
    }

    /** Those whose array works most of the time; if there are none, the one whose array does so most. */
    @Override
    public List<Fold> folds() {
        return LstmFoldings.useful(this);
    }

    /** Every folding that works, those whose array waits most of the time included. */
    public List<Fold> possibleFolds() {
        return LstmFoldings.possible(this);
    }

    @Override
    public LstmUnit withFold(Fold other) {
        return with(Multiplier.DSP, other);
    }

    @Override
    public List<LstmUnit> variants() {
        List<LstmUnit> variants = new ArrayList<>(List.of(this));
        LstmUnit packed = with(Multiplier.PACKED, fold);
        if (packed.possibleChains().isPresent()
                && DspPacking.canary(packed.array(), accBits, packed.weightOrder())
                        .isPresent()) {
            variants.add(packed);
        }
        if (array().suitsFabric()) {
            variants.add(with(Multiplier.FABRIC, fold));
        }
        return variants;
    }

    private LstmUnit with(Multiplier otherMultiplier, Fold otherFold) {
        return new LstmUnit(
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
        return MacMemories.of(this);
    }

    @Override
    public Cost cost() {
        return LstmCost.of(this);
    }

    @Override
    public <R> R accept(UnitVisitor<R> visitor) {
        return visitor.lstm(this);
    }
}
