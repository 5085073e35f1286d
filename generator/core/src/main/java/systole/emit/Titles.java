package systole.emit;

import systole.network.Window.Placed;
import systole.plan.unit.LstmShape;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.MacArray;
import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MaxPoolUnit;
import systole.plan.unit.PairUnit;
import systole.plan.unit.Pairing;

/** Says in one line for people what a unit computes. */
final class Titles {
    private Titles() {}

    static String mac(MacUnit unit) {
        MacShape shape = unit.shape();
        String kind =
                unit.weights().isEmpty() ? "average pooling" : shape.shared() ? "convolution" : "depthwise convolution";
        return window(kind, shape.window(), shape.channels(), shape.outChannels())
                + (shape.shared() && shape.groups() > 1 ? ", " + shape.groups() + " groups" : "")
                + ", " + unit.x() + " to " + unit.out()
                + unit.weights().map(w -> ", weights " + w.type()).orElse("") + ".";
    }

    static String lstm(LstmUnit unit) {
        LstmShape shape = unit.shape();
        return "LSTM, " + shape.steps() + " steps of " + shape.features() + " to "
                + (shape.sequence() ? shape.steps() + " of " : "") + shape.units() + ", " + unit.x() + " to "
                + unit.h().type() + ", weights " + unit.weight() + (shape.stateful() ? ", stateful" : "") + ".";
    }

    /** Describes the folding of an array. */
    static String folding(MacUnit unit) {
        return folding(unit.array(), "output channels") + padding(unit);
    }

    /** Describes the channels that a folding adds; empty if it adds none. */
    private static String padding(MacUnit unit) {
        return unit.isPadded()
                ? " Computes " + unit.shape().computedChannels() + " channels of "
                        + unit.shape().windowChannels()
                        + ": what pads them meets weights of 0 or is dropped."
                : "";
    }

    /** Describes the folding of an LSTM. */
    static String folding(LstmUnit unit) {
        return folding(unit.array(), "rows");
    }

    private static String folding(MacArray array, String sums) {
        int products = array.columns() * array.fold().simd();
        String multipliers =
                switch (array.multiplier()) {
                    case NONE -> "no multipliers";
                    case DSP -> products + " DSP slices";
                    case PACKED -> products + " DSP slices with two products each";
                    case FABRIC -> products + " multipliers in LUTs";
                };
        return "Folding: " + array.fold().pe() + " " + sums + " (PE) x "
                + array.fold().simd() + " inputs (SIMD) on " + multipliers + ", " + array.chains() + " requantizer"
                + (array.chains() == 1 ? "" : "s") + ".";
    }

    static String maxPool(MaxPoolUnit unit) {
        return window("max pooling", unit.window(), unit.channels(), unit.channels()) + ", " + unit.type() + ".";
    }

    static String pair(PairUnit unit) {
        return result(unit.pairing()) + " of " + unit.elements() + " pairs, " + unit.a() + " and " + unit.b() + " to "
                + unit.out() + ".";
    }

    private static String result(Pairing pairing) {
        if (pairing instanceof Pairing.Product) {
            return "products";
        }
        return pairing instanceof Pairing.Elements e && e.subtract() ? "differences" : "sums";
    }

    private static String window(String kind, Placed p, int in, int out) {
        return kind + " " + p.window().kernelH() + "x" + p.window().kernelW()
                + " stride " + p.window().strideH() + "x" + p.window().strideW()
                + ", " + p.inH() + "x" + p.inW() + "x" + in + " to " + p.outH() + "x" + p.outW() + "x" + out;
    }
}
