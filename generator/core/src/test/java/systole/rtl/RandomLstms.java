package systole.rtl;

import static systole.layer.reverse.Reverse.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import systole.engine.Engine;
import systole.engine.lstm.LstmEngine;
import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.Kinds;
import systole.layer.concat.Concat;
import systole.layer.conv1d.Conv1d;
import systole.layer.dense.Dense;
import systole.layer.lstm.Cell;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.Lstm;
import systole.layer.lstm.LstmBuilder;
import systole.layer.lstm.RandomLstm;
import systole.layer.reshape.Flatten;
import systole.layer.support.Axis;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Network;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;
import systole.style.streaming.fold.BalancedFolding;
import systole.style.streaming.fold.Choice;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.FoldingTask;

/**
 * Small random networks around an LSTM of any size, type and gates: alone, in both directions, two of them, with a
 * convolution in front and a dense layer behind. Engines take any folding that works, those left out for their waiting
 * included.
 */
record RandomLstms(Draw draw) implements FoldingStrategy {
    private static final Pow2 REQUANT = new Pow2(ShiftRounding.HALF_UP, List.of(6));

    /** The network of a seed. */
    static Network of(long seed) {
        return new RandomLstms(Draw.of(seed)).network("lstm" + seed);
    }

    /** How the engines of a seed's network are folded and what they multiply with. */
    static FoldingStrategy folding(long seed) {
        return new RandomLstms(Draw.of(seed + 1));
    }

    private Network network(String name) {
        NetworkBuilder net = NetworkBuilder.network(name);
        int features = draw.between(1, 9);
        int steps = draw.between(1, 6);
        IntType type = draw.chance(60) ? IntType.INT8 : type(draw.between(2, 16), draw.chance(60));
        Quantized x = vector(type);
        TypeSpec spec = (type.signed()
                        ? TypeSpec.signed(type.bits(), steps, features)
                        : TypeSpec.unsigned(type.bits(), steps, features))
                .scale(x.scale())
                .zero(x.zero());
        Flow at = net.input("x", spec);
        boolean stateful = draw.chance(30);
        if (draw.chance(25) && steps > 1) {
            at = at.then("front", front(features));
            features = 3;
            x = TypeSpec.int8().scale(1.0 / 32).element();
        }
        Quantized h = output();
        boolean both = draw.chance(25);
        boolean stacked = !both && draw.chance(30);
        boolean sequence = stacked || draw.chance(50);
        int units = draw.between(1, 8);
        Flow y = at.then("y", lstm(features, units, x, h, sequence, stateful));
        if (both) {
            int others = draw.between(1, 4);
            Flow backward = at.then("turned", reverse())
                    .then("b", lstm(features, others, x, h, sequence, stateful && draw.chance(50)));
            Flow forth = sequence ? backward.then("back", reverse()) : backward;
            y = net.join("both", () -> Concat.concat().axis(Axis.CHANNELS).get(), y, forth);
            units += others;
        }
        if (stacked) {
            int next = draw.between(1, 5);
            sequence = draw.chance(50);
            y = y.then("z", lstm(units, next, h, output(), sequence, stateful));
            units = next;
        }
        return net.output(draw.chance(25) ? head(y, units * (sequence ? steps : 1)) : y);
    }

    /** Unsigned ones have at most 15 bits, so that they go together with all signed ones. */
    private static IntType type(int bits, boolean signed) {
        return new IntType(signed ? bits : Math.min(15, bits), signed);
    }

    private Quantized vector(IntType type) {
        return new Quantized(type, Math.scalb(1.0, 2 - type.bits()), type.clamp(draw.between(-3, 3)));
    }

    private Quantized output() {
        IntType type = draw.chance(60) ? IntType.INT8 : type(draw.between(3, 16), draw.chance(70));
        int middle = type.signed() ? 0 : 1 << (type.bits() - 1);
        return new Quantized(type, Math.scalb(1.0, 1 - type.bits()), type.clamp(middle + draw.between(-2, 2)));
    }

    private Supplier<Lstm> lstm(int features, int units, Quantized x, Quantized h, boolean sequence, boolean stateful) {
        GateKind gates = draw.chance(60) ? GateKind.HARD : draw.chance(50) ? GateKind.TABLE : GateKind.GEMMLOWP;
        IntType weight = draw.chance(50) ? IntType.INT8 : new IntType(draw.between(2, 7), true);
        Cell cell = new Cell(gates, draw.between(9, 13), draw.chance(30) ? draw.between(500, 9000) : 0);
        RandomLstm random = new RandomLstm(features, units, weight, x, h, cell);
        long seed = draw.between(0, 1 << 30);
        LstmBuilder builder = draw.chance(60) ? random.builder(seed) : random.shifted(seed);
        if (sequence) {
            builder.sequence();
        }
        if (stateful) {
            builder.stateful();
        }
        Lstm made = builder.get();
        return () -> made;
    }

    private Supplier<? extends Layer> front(int features) {
        return Conv1d.conv1d()
                .weights(Kinds.tensor(draw.random(), IntType.INT8, 3, 2, features))
                .padding(1, 0)
                .requant(REQUANT)
                .output(TypeSpec.int8().scale(1.0 / 32).element());
    }

    private Flow head(Flow y, int elements) {
        return y.then("flat", Flatten::new)
                .then(
                        "head",
                        Dense.dense()
                                .weights(Kinds.tensor(draw.random(), IntType.INT8, 3, elements))
                                .requant(REQUANT)
                                .output(TypeSpec.int8().element()));
    }

    @Override
    public Choice choose(FoldingTask task) {
        Choice balanced = new BalancedFolding().choose(task);
        List<Engine> engines = new ArrayList<>(balanced.engines());
        engines.replaceAll(engine -> {
            if (!(engine instanceof LstmEngine lstm)) {
                return engine;
            }
            List<LstmEngine> foldings = draw.chance(70) ? lstm.possibleFoldings() : lstm.foldings();
            return draw.pick(draw.pick(foldings).variants());
        });
        return new Choice(engines, balanced.limit());
    }
}
