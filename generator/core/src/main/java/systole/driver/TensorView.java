package systole.driver;

import java.util.List;
import systole.network.Layout;
import systole.network.Port;
import systole.network.Quantized;
import systole.shell.ShellStream;

/**
 * A frame of the input or of the output, as software needs it.
 *
 * @param role {@code in} or {@code out}
 * @param macro the role in capitals
 * @param tensor its name in the model, for comments
 * @param dims the dimensions of a frame in the order of the model's author
 * @param elements of a frame
 * @param lanes elements a beat
 * @param elementBytes 1 or 2
 * @param beatBytes bytes of a beat in memory: the elements, filled up to a power of two
 * @param beats of a frame
 * @param bytes of a frame in memory
 * @param bufferBytes of a buffer for a frame: whole lines of a cache
 * @param type in C, such as {@code int8_t}
 * @param array in NumPy, such as {@code int8}
 * @param words the type in words, with scale and zero point
 * @param min the least element
 * @param max the greatest element
 * @param signed 1 if elements are two's complement, otherwise 0
 * @param zero point
 * @param scale the exact scale as a hexadecimal floating-point number of C and Python
 * @param axes the positions of the author's elements in the stream, the slowest axis first; at least one
 */
public record TensorView(
        String role,
        String macro,
        String tensor,
        List<Integer> dims,
        int elements,
        int lanes,
        int elementBytes,
        int beatBytes,
        int beats,
        int bytes,
        int bufferBytes,
        String type,
        String array,
        String words,
        int min,
        int max,
        int signed,
        int zero,
        String scale,
        List<Layout.Axis> axes) {
    /** The longest cache line, in bytes, of any processor beside the fabric. */
    static final int LINE = 64;

    public TensorView {
        dims = List.copyOf(dims);
        axes = List.copyOf(axes);
    }

    static TensorView in(Port port, Quantized element, ShellStream stream) {
        return of("in", "IN", port, element, stream);
    }

    static TensorView out(Port port, Quantized element, ShellStream stream) {
        return of("out", "OUT", port, element, stream);
    }

    private static TensorView of(String role, String macro, Port port, Quantized element, ShellStream stream) {
        int bytes = Math.multiplyExact(stream.beats(), stream.busBytes());
        String array = (element.type().signed() ? "int" : "uint") + 8 * stream.elementBytes();
        return new TensorView(
                role,
                macro,
                comment(port.tensor()),
                port.dims(),
                stream.elements(),
                stream.lanes(),
                stream.elementBytes(),
                stream.busBytes(),
                stream.beats(),
                bytes,
                (bytes + LINE - 1) / LINE * LINE,
                array + "_t",
                array,
                element.toString(),
                element.type().min(),
                element.type().max(),
                element.type().signed() ? 1 : 0,
                element.zero(),
                Double.toHexString(element.scale()),
                axes(port));
    }

    /** The name of a tensor in a form that stands in every comment. */
    static String comment(String tensor) {
        return tensor.replaceAll("[^A-Za-z0-9_.:/, -]|/(?=[*/])|:(?=//)", "_");
    }

    /** The positions of the author's elements in the stream; at least one axis. */
    static List<Layout.Axis> axes(Port port) {
        List<Layout.Axis> axes = port.layout().axes();
        return axes.isEmpty() ? List.of(new Layout.Axis(1, 1)) : axes;
    }
}
