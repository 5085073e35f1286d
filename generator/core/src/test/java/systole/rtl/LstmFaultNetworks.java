package systole.rtl;

import static systole.layer.reverse.Reverse.reverse;

import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.lstm.Cell;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.Lstm;
import systole.layer.lstm.RandomLstm;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Quantized;

/** Small networks in which every part of an LSTM matters; see {@link LstmFaults}. */
final class LstmFaultNetworks {
    private static final Quantized X = new Quantized(IntType.INT8, 1.0 / 32, 3);
    private static final Quantized H = new Quantized(IntType.INT8, 1.0 / 128, -9);

    private LstmFaultNetworks() {}

    /** Backwards, then a gate at once, curves, words of one element, h beside a wider x. */
    static Network memory() {
        NetworkBuilder net = NetworkBuilder.network("memory");
        Quantized wide = new Quantized(new IntType(10, true), 1.0 / 128, 3);
        Flow x = net.input("x", TypeSpec.signed(10, 5, 2).scale(wide.scale()).zero(3))
                .then("turned", reverse());
        Lstm layer = new RandomLstm(2, 3, IntType.INT8, wide, H, new Cell(GateKind.TABLE, 12, 0))
                .shifted(4)
                .sequence()
                .stateful()
                .get();
        return net.output(x.then("y", () -> layer).fold(1, 1));
    }

    /** Four gates at once and a limited cell. */
    static Network gates() {
        NetworkBuilder net = NetworkBuilder.network("gates");
        Flow x = net.input("x", TypeSpec.int8(4, 24).scale(X.scale()).zero(3));
        Lstm layer = new RandomLstm(24, 24, IntType.INT8, X, H, new Cell(GateKind.HARD, 11, 1500))
                .shifted(5)
                .get();
        return net.output(x.then("y", () -> layer).fold(16, 4));
    }

    /** Eight sums at once for four gates; words that the features do not fill. */
    static Network bursts() {
        NetworkBuilder net = NetworkBuilder.network("bursts");
        Flow x = net.input("x", TypeSpec.int8(3, 18).scale(X.scale()).zero(3));
        Lstm layer = new RandomLstm(18, 60, IntType.INT8, X, H, new Cell(GateKind.HARD, 14, 0))
                .shifted(6)
                .get();
        return net.output(x.then("y", () -> layer).fold(24, 5));
    }
}
