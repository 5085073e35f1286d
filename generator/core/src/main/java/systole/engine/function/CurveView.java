package systole.engine.function;

import java.util.List;
import systole.engine.Storage;
import systole.form.curve.Curve;
import systole.form.curve.LimitedLine;
import systole.form.curve.Segments;
import systole.rtl.GeneratedFile;
import systole.rtl.Literals;
import systole.rtl.MemoryImage;

/**
 * A function at its place in a module. {@code in} and {@code out} are Verilog expressions, and the result is delayed by
 * {@code delay} cycles. Signed numbers are Verilog literals.
 */
public sealed interface CurveView {
    /** True for a line, false for segments. */
    boolean line();

    /** The place of a function in a module. */
    record Place(String name, String in, String out, int delay) {}

    /** Makes the view and the memory files, which are appended to {@code files} once for each function. */
    static CurveView of(Place place, Curve curve, String prefix, List<GeneratedFile> files) {
        return curve instanceof LimitedLine line
                ? Straight.of(place, line)
                : Segmented.of(place, (Segments) curve, prefix, files);
    }

    /** A function that systole_line computes. */
    record Straight(
            String name,
            String in,
            String out,
            int delay,
            int latency,
            int shift,
            String xLow,
            String xHigh,
            String add,
            String low,
            String high)
            implements CurveView {
        @Override
        public boolean line() {
            return true;
        }

        private static Straight of(Place place, LimitedLine line) {
            return new Straight(
                    place.name(),
                    place.in(),
                    place.out(),
                    place.delay(),
                    line.latency(),
                    line.shift(),
                    Literals.signed(line.xLow(), 16),
                    Literals.signed(line.xHigh(), 16),
                    Literals.signed(line.add(), 16),
                    Literals.signed(line.low(), 16),
                    Literals.signed(line.high(), 16));
        }
    }

    /** A function that systole_curve computes. */
    record Segmented(
            String name,
            String in,
            String out,
            int delay,
            int latency,
            int mirrored,
            String mirror,
            int factor,
            int bits,
            int fraction,
            int segments,
            int baseBits,
            int slopeBits,
            int restBits,
            int block,
            int restBlock,
            String file,
            String restFile)
            implements CurveView {
        @Override
        public boolean line() {
            return false;
        }

        private static Segmented of(Place place, Segments curve, String prefix, List<GeneratedFile> files) {
            int count = curve.base().size();
            String file = prefix + ".mem";
            String restFile = curve.restBits() == 0 ? "" : prefix + "_rest.mem";
            if (files.stream().noneMatch(f -> f.path().equals("rtl/" + file))) {
                MemoryImage image = new MemoryImage(curve.baseBits() + curve.slopeBits());
                for (int s = 0; s < count; s++) {
                    image.field(curve.base().get(s), curve.baseBits())
                            .field(curve.slope().get(s), curve.slopeBits())
                            .end();
                }
                files.add(new GeneratedFile("rtl/" + file, image.text()));
                if (curve.restBits() > 0) {
                    MemoryImage rests = new MemoryImage(Segments.REST_WORD);
                    for (int w = 0; w < curve.restWords(); w++) {
                        rests.field(curve.restWord(w), Segments.REST_WORD).end();
                    }
                    files.add(new GeneratedFile("rtl/" + restFile, rests.text()));
                }
            }
            return new Segmented(
                    place.name(),
                    place.in(),
                    place.out(),
                    place.delay(),
                    curve.latency(),
                    Literals.flag(curve.mirrored()),
                    Literals.signed(curve.mirror(), 17),
                    curve.factor(),
                    curve.bits(),
                    curve.fraction(),
                    count,
                    curve.baseBits(),
                    curve.slopeBits(),
                    curve.restBits(),
                    Storage.USUAL
                            .rom(curve.baseBits() + curve.slopeBits(), count)
                            .parameter(),
                    curve.restBits() == 0
                            ? 0
                            : Storage.USUAL
                                    .rom(curve.restColumns(), curve.restWords())
                                    .parameter(),
                    file,
                    restFile);
        }
    }
}
