package systole.layer.resize;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.PairArguments;
import systole.layer.support.Plain;

/** {@code resize_nearest(x, size = [height, width])}. */
final class ResizeNearestSyntax implements Syntax<ResizeNearest> {
    private static final int MAX = 1 << 16;

    @Override
    public List<String> keys() {
        return List.of("size");
    }

    @Override
    public ResizeNearest read(Arguments arguments) {
        Plain.noOutput(arguments);
        List<Integer> size = arguments.pair("size", 1, MAX);
        return new ResizeNearest(size.get(0), size.get(1));
    }

    @Override
    public void write(ResizeNearest layer, ArgumentWriter out) {
        PairArguments.write("size", layer.height(), layer.width(), List.of(), out);
    }
}
