package systole.style.streaming.emit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import systole.engine.array.ArrayEngine;
import systole.engine.array.ArrayEngineView;
import systole.engine.array.WeightView;
import systole.engine.requant.MultiplyShiftView;
import systole.engine.requant.RequantView;
import systole.engine.requant.ThresholdView;
import systole.engine.window.Passes;
import systole.form.requant.MultiplyShift;
import systole.form.requant.ThresholdForm;
import systole.network.Window.Placed;
import systole.rtl.GeneratedFile;

/**
 * A unit's array and requantizers in the order in which the hardware reads its memories: beats as systole_window sends
 * them, columns and chains as systole_array places them, words as the requantizers count them. It knows nothing of what
 * the memories should hold.
 */
final class ArrayModel {
    private final ArrayEngine unit;
    private final Passes passes;
    private final List<GeneratedFile> files;
    private final Map<String, Mem> memories = new HashMap<>();
    private final ArrayEngineView view;

    ArrayModel(ArrayEngine unit) {
        this.unit = unit;
        this.passes = unit.passes();
        this.files = new ArrayList<>();
        this.view = unit.view("unit", files);
    }

    /** The elements put out for a frame, in their order. */
    List<Integer> run(int[] frame) {
        List<Integer> out = new ArrayList<>();
        int q = view.array().columns() / view.array().chains() * view.array().lanes();
        int address = 0;
        long sumsOfAChain = 0;
        Placed window = unit.passes().window();
        for (int pixel = 0; pixel < window.outH() * window.outW(); pixel++) {
            for (int group = 0; group < passes.groups(); group++) {
                for (int repeat = 0; repeat < passes.repeat(); repeat++) {
                    long[] sums = new long[view.array().columns() * view.array().lanes()];
                    for (int tap = 0; tap < window.taps(); tap++) {
                        for (int beat = 0; beat < passes.beats() / passes.groups(); beat++) {
                            int[] data = beat(frame, pixel, tap, group * (passes.beats() / passes.groups()) + beat);
                            accumulate(sums, data, address);
                            address = (address + 1) % view.array().words();
                        }
                    }
                    for (int j = 0; j < q; j++, sumsOfAChain++) {
                        for (int k = 0; k < view.array().chains(); k++) {
                            int column = q / view.array().lanes()
                                    - 1
                                    - j / view.array().lanes();
                            out.add(requantized(
                                    k,
                                    sumsOfAChain,
                                    sums[
                                            k * q
                                                    + column * view.array().lanes()
                                                    + j % view.array().lanes()]));
                        }
                    }
                }
            }
        }
        return out;
    }

    /** A beat of a window: lanes side by side, padding where the tap lies outside. */
    private int[] beat(int[] frame, int pixel, int tap, int beat) {
        Placed p = unit.passes().window();
        int y = pixel / p.outW() * p.window().strideH()
                - p.padTop()
                + tap / p.window().kernelW() * p.window().dilationH();
        int x = pixel % p.outW() * p.window().strideW()
                - p.padLeft()
                + tap % p.window().kernelW() * p.window().dilationW();
        boolean inside = y >= 0 && y < p.inH() && x >= 0 && x < p.inW();
        int[] data = new int[view.array().elements()];
        for (int lane = 0; lane < data.length; lane++) {
            int element =
                    ((y * p.inW() + x) * passes.beats() + beat) * view.array().elements() + lane;
            data[lane] = inside ? frame[element] : unit.padValue();
        }
        return data;
    }

    private void accumulate(long[] sums, int[] data, int address) {
        int q = view.array().columns() / view.array().chains();
        for (int column = 0; column < view.array().columns(); column++) {
            int place = (q - 1 - column % q) * view.array().chains() + column / q;
            for (int row = 0; row < view.array().rows(); row++) {
                int x = view.array().shared() == 1
                        ? data[row]
                        : data[place * view.array().elements() / view.array().columns()];
                long[] weights = weights(column, row, address);
                for (int lane = 0; lane < view.array().lanes(); lane++) {
                    sums[column * view.array().lanes() + lane] += x * weights[lane];
                }
            }
        }
    }

    /** What a column multiplies a row's element by, for each lane. */
    private long[] weights(int column, int row, int address) {
        if (view.array().weightless()) {
            return new long[] {1};
        }
        WeightView rom = view.array().weights().stream()
                .filter(r -> r.column() == column && r.firstRow() <= row && row < r.firstRow() + r.rows())
                .findFirst()
                .orElseThrow();
        BigInteger word = memory(rom.file())
                .word(address)
                .shiftRight((row - rom.firstRow())
                        * view.array().lanes()
                        * view.array().wBits());
        if (view.array().lanes() == 1) {
            return new long[] {
                view.array().wSigned() == 1
                        ? Mem.signed(word, view.array().wBits())
                        : Mem.unsigned(word, view.array().wBits())
            };
        }
        long w0 = Mem.signed(word, view.array().wBits());
        return new long[] {
            w0, Mem.signed(word.shiftRight(view.array().wBits()), view.array().wBits()) + (w0 < 0 ? 1 : 0)
        };
    }

    private Mem memory(String file) {
        return memories.computeIfAbsent(file, name -> Mem.of(files, name));
    }

    private int requantized(int chain, long count, long sum) {
        RequantView.Copy copy = view.requant().copies().get(chain);
        int word = (int) (count / view.requant().hold() % copy.words());
        return view.requant() instanceof MultiplyShiftView m
                ? scaled(m, memory(copy.file()).word(word), sum)
                : counted((ThresholdView) view.requant(), copy.file(), word, sum);
    }

    /** systole_requant. */
    private int scaled(MultiplyShiftView m, BigInteger word, long sum) {
        MultiplyShift form = (MultiplyShift) unit.requantized().form();
        long biased = sum + Mem.signed(word, m.biasBits());
        long limit = 1L << (m.tBits() - 1);
        long t = Math.max(-limit, Math.min(limit - 1, biased));
        BigInteger adds = word.shiftRight(m.biasBits() + m.multBits());
        BigInteger add = m.signedAdd() == 1 && t < 0 ? adds.shiftRight(m.addBits()) : adds;
        long v = t * Mem.unsigned(word.shiftRight(m.biasBits()), m.multBits()) + Mem.signed(add, m.addBits());
        long level = v >> m.shift();
        boolean tie = m.tiesEven() == 1 && v == level << m.shift() && (level & 1) == 1;
        return (int) Math.max(form.lo(), Math.min(form.hi(), level - (tie ? 1 : 0) + form.zero()));
    }

    /** systole_threshold: a search tree, a memory a level. */
    private int counted(ThresholdView t, String file, int channel, long sum) {
        int place = channel;
        for (int stage = 0; stage < t.comparisons(); stage++) {
            long threshold = Mem.signed(memory(file + "_" + stage + ".mem").word(place), t.tBits());
            place = 2 * place + (sum >= threshold ? 1 : 0);
        }
        int base = ((ThresholdForm) unit.requantized().form()).base();
        return base + place - (channel << t.comparisons());
    }
}
