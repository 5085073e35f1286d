package systole.engine.curve;

import java.util.List;
import java.util.stream.IntStream;
import systole.engine.function.CurveView;
import systole.network.IntType;
import systole.rtl.GeneratedFile;

/** The values that the template of a {@link CurveEngine} needs. */
public record CurveUnitView(
        String module,
        String title,
        String folding,
        long cycles,
        int lanes,
        int inMsb,
        int outMsb,
        int outBits,
        int latency,
        int fifoDepth,
        List<Lane> functions) {
    public CurveUnitView {
        functions = List.copyOf(functions);
    }

    /**
     * One lane.
     *
     * @param argument the element, extended to 16 bits, as a Verilog expression
     * @param low the lowest bit of the result in the beat
     */
    public record Lane(int index, String argument, int low, CurveView curve) {}

    /** Makes the view and the memory files, which are appended to {@code files}. */
    static CurveUnitView of(String module, CurveEngine unit, List<GeneratedFile> files) {
        int lanes = unit.fold().pe();
        int outBits = unit.out().bits();
        List<Lane> functions = IntStream.range(0, lanes)
                .mapToObj(i -> new Lane(
                        i,
                        argument(unit.in(), i),
                        i * outBits,
                        CurveView.of(
                                new CurveView.Place("curve_" + i, "x_" + i, "y_" + i, 0), unit.curve(), module, files)))
                .toList();
        return new CurveUnitView(
                module,
                "A function of " + unit.elements() + " elements, " + unit.in() + " to " + unit.out() + ".",
                "Folding: " + lanes + " lanes.",
                unit.cycles(),
                lanes,
                unit.input().width() - 1,
                unit.output().width() - 1,
                outBits,
                unit.latency(),
                unit.fifo(),
                functions);
    }

    private static String argument(IntType in, int lane) {
        int low = lane * in.bits();
        int high = low + in.bits() - 1;
        String element = "in_data[" + high + ":" + low + "]";
        int missing = Short.SIZE - in.bits();
        if (missing == 0) {
            return element;
        }
        return "{{" + missing + "{" + (in.signed() ? "in_data[" + high + "]" : "1'b0") + "}}, " + element + "}";
    }
}
