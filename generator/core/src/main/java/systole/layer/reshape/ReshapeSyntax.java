package systole.layer.reshape;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.Plain;
import systole.network.Shape;

/** {@code reshape(x, shape = [4, 4, 8])}. */
final class ReshapeSyntax implements Syntax<Reshape> {
    @Override
    public List<String> keys() {
        return List.of("shape");
    }

    @Override
    public Reshape read(Arguments arguments) {
        Plain.noOutput(arguments);
        List<Integer> dims = arguments.integers("shape", 1, (int) Shape.MAX_ELEMENTS);
        try {
            return new Reshape(new Shape(dims));
        } catch (IllegalArgumentException e) {
            arguments.report(
                    "shape", e.getMessage(), "write [channels], [width, channels] or [height, width, channels]");
            return new Reshape(Shape.of(1));
        }
    }

    @Override
    public void write(Reshape layer, ArgumentWriter out) {
        out.integers("shape", layer.shape().dims());
    }
}
