package systole.engine.mac;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Divisors;
import systole.engine.EngineKind;
import systole.engine.Facts;
import systole.engine.Fold;
import systole.engine.Storage;
import systole.engine.array.ArrayEngine;
import systole.engine.array.ArrayEngineView;
import systole.engine.array.ArrayFolding;
import systole.engine.array.Multiplier;
import systole.engine.array.Multipliers;
import systole.engine.array.SystolicArray;
import systole.engine.array.WeightOrder;
import systole.engine.requant.Requantized;
import systole.engine.timing.Feed;
import systole.engine.timing.Part;
import systole.engine.window.Passes;
import systole.network.IntType;
import systole.op.MacOp;
import systole.op.Op;
import systole.op.Weights;
import systole.rtl.GeneratedFile;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * The systolic array with its window generator and requantizers: convolution, depthwise convolution and dense. It is
 * output-stationary, which means that a sum stays in its column for a pass.
 *
 * @param name identifier
 * @param shape geometry and folding
 * @param x type of an input element
 * @param padValue the element that stands for padding
 * @param weights the weights that elements are multiplied by
 * @param requantized turns sums into elements
 * @param out type of an output element
 * @param multiplier the way in which the array multiplies
 * @param hardBlocks what the engine is made of
 * @param storage says in which kinds of hardware the memories are
 * @param ring pixels that the ring holds
 */
public record MacEngine(
        String name,
        MacShape shape,
        IntType x,
        int padValue,
        Weights weights,
        Requantized requantized,
        IntType out,
        Multiplier multiplier,
        HardBlocks hardBlocks,
        Storage storage,
        int ring)
        implements ArrayEngine {
    public static final EngineKind KIND = new EngineKind("array", MacEngine::claim);

    /** The unit with the least ring and a DSP slice for each product. */
    public MacEngine(
            String name,
            MacShape shape,
            IntType x,
            int padValue,
            Weights weights,
            Requantized requantized,
            IntType out,
            HardBlocks hardBlocks) {
        this(
                name,
                shape,
                x,
                padValue,
                weights,
                requantized,
                out,
                Multipliers.plain(),
                hardBlocks,
                Storage.of(hardBlocks).get(0),
                1);
    }

    /** The columns and rows of the array. */
    public Fold fold() {
        return shape.fold();
    }

    @Override
    public ArrayFolding folding() {
        return new ArrayFolding(fold(), multiplier, storage);
    }

    /** Output beats of a pixel. */
    public int keptBeats() {
        return shape.outChannels() / chains();
    }

    /** Beats of a pixel that are computed beyond those and dropped. */
    public int droppedBeats() {
        return shape.computedChannels() / chains() - keptBeats();
    }

    /** True if the folding does not divide the channels. */
    @Override
    public boolean isPadded() {
        return shape.isPadded();
    }

    /** Columns of the array. */
    public int columns() {
        return fold().pe() / multiplier.lanes();
    }

    @Override
    public SystolicArray array() {
        return new SystolicArray(
                shape.shared(),
                x,
                Optional.of(weights.type()),
                multiplier,
                fold(),
                chains(),
                shape.weightPasses() * shape.length(),
                storage,
                hardBlocks.dsp());
    }

    /**
     * The number of drain chains, which is also the number of requantizers: the least that keeps up with the passes and
     * divides the channels.
     */
    public int chains() {
        return possibleChains().orElseThrow();
    }

    /** The same; empty if there is none. */
    Optional<Integer> possibleChains() {
        int length = shape.length();
        int common = Divisors.common(columns(), shape.outChannels());
        return IntStream.rangeClosed(1, common)
                .filter(r -> common % r == 0 && fold().pe() / r <= length)
                .boxed()
                .findFirst();
    }

    /** The output channel that a column's lane computes in a pass over a pixel. */
    public int channel(int pass, int column, int lane) {
        return pass * fold().pe() + array().place(column, lane);
    }

    /** The weights in the order in which the array reads them. */
    public WeightOrder weightOrder() {
        return shape.order(weights);
    }

    @Override
    public Passes passes() {
        int latency = array().latency() + requantized.latency(requantizerWords(), storage);
        int outBeats = fold().pe() / chains();
        return new Passes(
                shape.window(), shape.windowBeats(), shape.passGroups(), shape.repeat(), outBeats, latency, ring);
    }

    @Override
    public int canary() {
        return multiplier.canary(array(), accBits(), weightOrder());
    }

    /** The width of a sum: enough for every sum that the weights can reach, and at least the width of a product. */
    @Override
    public int accBits() {
        int product = x.signedBits() + weights.type().signedBits();
        return IntStream.range(0, shape.outChannels())
                .map(m -> weights.reach(m, x).signedBits())
                .reduce(product, Math::max);
    }

    /**
     * The cycles of computing a frame, of writing it into the ring, or of packing it into beats of the window,
     * whichever takes longest.
     */
    @Override
    public long cycles() {
        return Math.max(passes().cycles(), input().beats());
    }

    @Override
    public BeatStream windowInput() {
        return new BeatStream(shape.windowLanes(), x, shape.window().inPixels() * shape.windowChannels());
    }

    @Override
    public List<BeatStream> inputs() {
        return List.of(new BeatStream(shape.inLanes(), x, shape.window().inPixels() * shape.channels()));
    }

    @Override
    public List<BeatStream> outputs() {
        return List.of(new BeatStream(chains(), out, shape.window().outPixels() * shape.outChannels()));
    }

    @Override
    public List<MacEngine> foldings() {
        return MacFoldings.dividing(this).stream().map(this::withFold).toList();
    }

    @Override
    public List<MacEngine> paddedFoldings() {
        return MacFoldings.padding(this).stream().map(this::withFold).toList();
    }

    /** The engine in another folding with the plain multiplier, which suits any folding. */
    public MacEngine withFold(Fold other) {
        return with(Multipliers.plain(), storage, other, ring);
    }

    /** The engine with another multiplier, and with a choice of how readily its memories go into block RAM. */
    @Override
    public List<MacEngine> variants() {
        return Multipliers.ALL.stream()
                .map(m -> with(m, storage, fold(), ring))
                .filter(MacEngine::isPossible)
                .flatMap(way -> Storage.of(hardBlocks).stream().map(s -> way.with(way.multiplier, s, fold(), ring)))
                .toList();
    }

    private boolean isPossible() {
        return fold().pe() % multiplier.lanes() == 0
                && possibleChains().isPresent()
                && multiplier.suits(array(), accBits(), weightOrder());
    }

    @Override
    public MacEngine withRing(int pixels) {
        return with(multiplier, storage, fold(), pixels);
    }

    private MacEngine with(Multiplier otherMultiplier, Storage otherStorage, Fold otherFold, int otherRing) {
        return new MacEngine(
                name,
                shape.withFold(otherFold),
                x,
                padValue,
                weights,
                requantized,
                out,
                otherMultiplier,
                hardBlocks,
                otherStorage,
                otherRing);
    }

    @Override
    public long macs() {
        return shape.products();
    }

    /** Channels that pad the last pass take the parameters of any channel, because their results are dropped. */
    @Override
    public int requantizerWords() {
        return Math.max(1, shape.computedChannels() / chains());
    }

    @Override
    public ResourceVector cost() {
        return ArrayEngine.super.cost().plus(PaddingCost.of(this));
    }

    private static List<MacEngine> claim(String name, Op op, HardBlocks hardBlocks) {
        return op instanceof MacOp o
                ? List.of(new MacEngine(
                        name,
                        new MacShape(o.window(), o.channels(), o.outChannels(), o.groups()),
                        o.x(),
                        o.padValue(),
                        o.weights(),
                        Requantized.of(o.scaling(), hardBlocks.dsp()),
                        o.out(),
                        hardBlocks))
                : List.of();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Part timing(List<Feed> in, boolean bounded) {
        if (shape.packRatio() == 1) {
            return trimmed(in.get(0), bounded);
        }
        Part packed = Part.pack(in.get(0), shape.packRatio(), shape.pixelBeats());
        return trimmed(packed.output(), bounded).after(packed);
    }

    private Part trimmed(Feed beats, boolean bounded) {
        Part array = windowed(beats, bounded);
        return droppedBeats() == 0
                ? array
                : Part.trim(array.output(), keptBeats(), droppedBeats()).after(array);
    }

    @Override
    public ArrayEngineView view(String module, List<GeneratedFile> memories) {
        return MacWords.view(module, this, memories);
    }

    @Override
    public Description description() {
        return MacWords.description(this);
    }

    @Override
    public Facts facts() {
        Facts facts = ArrayEngine.super.facts();
        return isPadded()
                ? facts.with("padded_in_channels", shape.windowChannels() - shape.channels())
                        .with("padded_out_channels", shape.computedChannels() - shape.outChannels())
                        .with("utilization", (double) macs() / multipliers() / cycles())
                : facts;
    }
}
