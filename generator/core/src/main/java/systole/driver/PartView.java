package systole.driver;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import systole.network.Layout;
import systole.network.Port;
import systole.network.Quantized;
import systole.network.Side;

/**
 * One of several tensors of a frame, as software needs it.
 *
 * @param side {@code IN} or {@code OUT}
 * @param name its name in the network
 * @param macro the name in capitals
 * @param tensor its name in the model, for comments
 * @param first the element of the frame at which it begins
 * @param elements its elements
 * @param elementBytes 1 or 2
 * @param dims its dimensions in the order of the model's author
 * @param array in NumPy, such as {@code int8}
 * @param words the type in words, with scale and zero point
 * @param min the least element
 * @param max the greatest element
 * @param zero point
 * @param scale the exact scale as a hexadecimal floating-point number of C and Python
 * @param axes the positions of the author's elements in the stream, the slowest axis first; at least one
 */
public record PartView(
        String side,
        String name,
        String macro,
        String tensor,
        int first,
        int elements,
        int elementBytes,
        List<Integer> dims,
        String array,
        String words,
        int min,
        int max,
        int zero,
        String scale,
        List<Layout.Axis> axes) {
    public PartView {
        dims = List.copyOf(dims);
        axes = List.copyOf(axes);
    }

    /** The parts of a frame that has several tensors; none if it has one. */
    static List<PartView> of(String side, Side tensors) {
        return tensors.bundle().isSingle()
                ? List.of()
                : IntStream.range(0, tensors.bundle().count())
                        .mapToObj(i -> of(side, tensors, i))
                        .toList();
    }

    private static PartView of(String side, Side tensors, int i) {
        Port port = tensors.ports().get(i);
        String name = tensors.bundle().names().get(i);
        Quantized element = tensors.bundle().types().get(i).element();
        return new PartView(
                side,
                name,
                name.toUpperCase(Locale.ROOT),
                TensorView.comment(port.tensor()),
                tensors.bundle().offset(i),
                tensors.bundle().types().get(i).shape().elements(),
                element.type().bytes(),
                port.dims(),
                (element.type().signed() ? "int" : "uint") + 8 * element.type().bytes(),
                element.toString(),
                element.type().min(),
                element.type().max(),
                element.zero(),
                Double.toHexString(element.scale()),
                TensorView.axes(port));
    }
}
