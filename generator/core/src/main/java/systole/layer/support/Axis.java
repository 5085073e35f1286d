package systole.layer.support;

import java.util.List;
import java.util.Locale;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.network.Shape;

/** A dimension of a tensor. */
public enum Axis {
    HEIGHT,
    WIDTH,
    CHANNELS;

    private static final String KEY = "axis";

    /** The size of a shape along this axis. */
    public int of(Shape shape) {
        return switch (this) {
            case HEIGHT -> shape.height();
            case WIDTH -> shape.width();
            case CHANNELS -> shape.channels();
        };
    }

    /** The number of neighbouring elements of a tensor that all positions along this axis take up together. */
    public int run(Shape shape) {
        return switch (this) {
            case HEIGHT -> shape.elements();
            case WIDTH -> shape.width() * shape.channels();
            case CHANNELS -> shape.channels();
        };
    }

    /** Reads the argument {@code axis = channels | width | height}. */
    public static Axis read(Arguments arguments, Axis otherwise) {
        return arguments.has(KEY)
                ? valueOf(arguments
                        .word(KEY, List.of("channels", "width", "height"))
                        .toUpperCase(Locale.ROOT))
                : otherwise;
    }

    /** Writes the argument unless it is the one that is read if there is none. */
    public void write(ArgumentWriter out, Axis otherwise) {
        if (this != otherwise) {
            out.word(KEY, name().toLowerCase(Locale.ROOT));
        }
    }
}
