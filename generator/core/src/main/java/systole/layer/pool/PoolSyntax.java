package systole.layer.pool;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.ActivationArguments;
import systole.layer.support.PairArguments;
import systole.layer.support.Plain;
import systole.network.Activation;
import systole.network.Shape;
import systole.network.Window;

/** {@code maxpool2d(x, kernel, stride, padding, activation | clamp)}; the stride is that of the kernel by default. */
record PoolSyntax<L extends Pooling>(BiFunction<Window, Activation, L> layer) implements Syntax<L> {
    private static final int MAX = 1 << 16;
    private static final Shape ANY = Shape.of(1);

    @Override
    public List<String> keys() {
        return Stream.concat(Stream.of("kernel", "stride", "padding"), ActivationArguments.KEYS.stream())
                .toList();
    }

    @Override
    public L read(Arguments arguments) {
        Plain.noOutput(arguments);
        List<Integer> kernel = arguments.pair("kernel", 1, MAX);
        List<Integer> stride = arguments.has("stride") ? arguments.pair("stride", 1, MAX) : kernel;
        Window window =
                new Window(kernel.get(0), kernel.get(1), stride.get(0), stride.get(1), 1, 1, arguments.padding());
        return layer.apply(window, ActivationArguments.read(arguments));
    }

    @Override
    public void write(L pooling, ArgumentWriter out) {
        Window window = pooling.window(ANY);
        List<Integer> kernel = List.of(window.kernelH(), window.kernelW());
        PairArguments.write("kernel", window.kernelH(), window.kernelW(), List.of(), out);
        PairArguments.write("stride", window.strideH(), window.strideW(), kernel, out);
        out.padding(window.padding());
        ActivationArguments.write(pooling.activation(), out);
    }
}
