package systole.emit;

import systole.network.Window;
import systole.plan.unit.WindowedEngine;

/** The window generator as its template needs it; {@code pad} is a Verilog literal. */
public record WindowView(
        int beats,
        int inH,
        int inW,
        int outH,
        int outW,
        int kernelH,
        int kernelW,
        int strideH,
        int strideW,
        int dilateH,
        int dilateW,
        int padTop,
        int padLeft,
        int groups,
        int repeat,
        int depth,
        String pad,
        int block) {
    static WindowView of(WindowedEngine engine) {
        var passes = engine.passes();
        var placed = passes.window();
        Window window = placed.window();
        return new WindowView(
                passes.beats(),
                placed.inH(),
                placed.inW(),
                placed.outH(),
                placed.outW(),
                window.kernelH(),
                window.kernelW(),
                window.strideH(),
                window.strideW(),
                window.dilationH(),
                window.dilationW(),
                placed.padTop(),
                placed.padLeft(),
                passes.groups(),
                passes.repeat(),
                passes.ring(),
                Literals.repeated(engine.input(), engine.padValue()),
                engine.ringMemory().block() ? 1 : 0);
    }
}
