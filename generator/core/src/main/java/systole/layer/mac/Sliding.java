package systole.layer.mac;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.support.PairArguments;
import systole.network.Padding;
import systole.network.Window;

/** The movement of a kernel over its input: stride and dilation (height, width), each at least 1, and padding. */
public record Sliding(int strideH, int strideW, int dilationH, int dilationW, Padding padding) {
    /** Steps of 1, without padding. */
    public static final Sliding UNIT = new Sliding(1, 1, 1, 1, Padding.Automatic.VALID);

    static final List<String> KEYS = List.of("stride", "dilation", "padding");
    private static final int MAX = 1 << 16;

    public Sliding {
        if (strideH < 1 || strideW < 1 || dilationH < 1 || dilationW < 1) {
            throw new IllegalArgumentException("stride and dilation are at least 1");
        }
    }

    /** A window with a kernel of this size. */
    public Window window(int kernelH, int kernelW) {
        return new Window(kernelH, kernelW, strideH, strideW, dilationH, dilationW, padding);
    }

    public static Sliding read(Arguments arguments) {
        List<Integer> stride = arguments.pair("stride", 1, MAX, 1);
        List<Integer> dilation = arguments.pair("dilation", 1, MAX, 1);
        return new Sliding(stride.get(0), stride.get(1), dilation.get(0), dilation.get(1), arguments.padding());
    }

    public void write(ArgumentWriter out) {
        PairArguments.write("stride", strideH, strideW, List.of(1, 1), out);
        PairArguments.write("dilation", dilationH, dilationW, List.of(1, 1), out);
        out.padding(padding);
    }
}
