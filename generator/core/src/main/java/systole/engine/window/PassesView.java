package systole.engine.window;

import systole.network.Window;

/** The values that the templates need of the passes of a windowed engine. {@code pad} is a Verilog literal. */
public record PassesView(
        boolean direct,
        int length,
        int outBeats,
        int credits,
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
    public static PassesView of(WindowedEngine engine) {
        var passes = engine.passes();
        var placed = passes.window();
        Window window = placed.window();
        return new PassesView(
                passes.direct(),
                passes.length(),
                passes.outBeats(),
                passes.credits(),
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
                engine.windowInput().repeated(engine.padValue()),
                engine.ringMemory().parameter());
    }
}
