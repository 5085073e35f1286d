package systole.frames;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.data.ArrayFile;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.data.NpyType;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.Bundle;
import systole.network.IntType;
import systole.network.Port;
import systole.network.Range;
import systole.network.Shape;
import systole.network.TensorType;
import systole.rim.Head;
import systole.rim.Tail;

/**
 * Frames of a tensor, which are sent into a network or come out of it.
 *
 * @param source their origin, for people
 * @param shape of a frame
 * @param list one array a frame, with its elements in the order of the stream: H, W, C, channels fastest
 */
public record Frames(String source, Shape shape, List<int[]> list) implements Expected {
    /** The most elements that all random frames together may have. */
    private static final long MAX_ELEMENTS = 1L << 28;

    public Frames {
        list = List.copyOf(list);
    }

    /**
     * Makes frames of arrays.
     *
     * @param source their origin, for people
     * @param tensor the type of a frame
     * @param list one array a frame, with its elements in the order of the stream: H, W, C, channels fastest
     * @throws IllegalArgumentException if a frame has another size, or an element lies outside the tensor's type
     */
    public static Frames of(String source, TensorType tensor, List<int[]> list) {
        for (int[] frame : list) {
            if (frame.length != tensor.shape().elements()) {
                throw new IllegalArgumentException("a frame of " + tensor.shape() + " has "
                        + tensor.shape().elements() + " elements, not " + frame.length);
            }
            if (!Arrays.stream(frame).allMatch(tensor.type()::contains)) {
                throw new IllegalArgumentException("an element is outside " + tensor.type());
            }
        }
        return new Frames(source, tensor.shape(), list);
    }

    /**
     * Reads an array of integers that has the tensor's shape in the model with the number of frames in front. A batch
     * of 1 may follow this number.
     *
     * @throws RefusedException if the shape differs, or if the elements are not integers within the tensor's type
     */
    public static Frames read(Path file, TensorType tensor, Port port) {
        IntType type = tensor.type();
        return read(file, tensor.shape(), port, new Range(type.min(), type.max()), type.toString());
    }

    /**
     * The same for a model whose files may hold real numbers. What the model does to them in front of its first quantizer
     * is done here, as the runtime does it in single precision.
     */
    public static Frames read(Path file, TensorType tensor, Port port, Optional<Head> rim) {
        NpyArray array = ArrayFile.read(file);
        if (!array.type().isReal() || rim.isEmpty()) {
            return read(file, tensor, port);
        }
        Head head = rim.get();
        requireShape(file, array, port.dims());
        int size = tensor.shape().elements();
        List<int[]> frames = new ArrayList<>();
        for (int frame = 0; frame < array.shape().get(0); frame++) {
            try {
                frames.add(head.integers(reals(array, frame * size, size)));
            } catch (IllegalArgumentException e) {
                throw refused(file, "frame " + frame + ": " + e.getMessage(), "");
            }
        }
        return new Frames(file.toString(), tensor.shape(), frames);
    }

    /** Results of another source, as integers or as the real numbers that the model computes of them. */
    public static Expected expected(Path file, Shape shape, Port port, Optional<Tail> tail) {
        NpyArray array = ArrayFile.read(file);
        return array.type().isReal() && tail.isPresent()
                ? ExpectedReals.read(file, array, tail.get())
                : readAny(file, shape, port);
    }

    /** Some numbers of an array in single precision. */
    static float[] reals(NpyArray array, int from, int count) {
        float[] reals = new float[count];
        for (int i = 0; i < count; i++) {
            reals[i] = (float) array.real(from + i);
        }
        return reals;
    }

    /** The same for results of another source. They may lie outside the type, which a comparison will find. */
    public static Frames readAny(Path file, Shape shape, Port port) {
        return read(file, shape, port, new Range(Integer.MIN_VALUE, Integer.MAX_VALUE), "32 bits");
    }

    /**
     * The frames of several tensors, one after the other in each frame.
     *
     * @param parts the frames of each tensor
     * @throws RefusedException if there are not equally many of each
     */
    public static Frames joined(Bundle bundle, List<Frames> parts) {
        if (bundle.isSingle()) {
            return parts.get(0);
        }
        parts.forEach(part -> part.forEach(parts.get(0)));
        return new Frames(
                parts.stream().map(Frames::source).collect(Collectors.joining(", ")),
                bundle.whole().shape(),
                IntStream.range(0, parts.get(0).count())
                        .mapToObj(frame -> bundle.joined(
                                parts.stream().map(p -> p.list().get(frame)).toList()))
                        .toList());
    }

    /** The frames of a tensor of a bundle, whose frames these are. */
    public Frames part(Bundle bundle, int tensor) {
        return bundle.isSingle()
                ? this
                : new Frames(
                        source,
                        bundle.types().get(tensor).shape(),
                        list.stream()
                                .map(frame -> bundle.split(frame).get(tensor))
                                .toList());
    }

    private static Frames read(Path file, Shape shape, Port port, Range range, String type) {
        NpyArray array = ArrayFile.read(file);
        requireShape(file, array, port.dims());
        if (array.type().isReal()) {
            throw refused(file, "the elements are " + array.type() + ", not integers", "quantize them to " + type);
        }
        int size = shape.elements();
        List<int[]> frames = new ArrayList<>();
        for (int frame = 0; frame < array.shape().get(0); frame++) {
            int[] elements = new int[size];
            for (int i = 0; i < size; i++) {
                long value = array.integer(frame * size + i);
                if (value < range.lo() || value > range.hi()) {
                    String where = new Place(frame, shape, port.layout().position(i)).toString();
                    throw refused(file, where + ": " + value + " is outside " + type, "");
                }
                elements[i] = (int) value;
            }
            frames.add(port.layout().toStream(elements));
        }
        return new Frames(file.toString(), shape, frames);
    }

    @Override
    public Comparison compare(Frames outputs) {
        return Comparison.of(this, outputs);
    }

    static void requireShape(Path file, NpyArray array, List<Integer> shape) {
        List<Integer> dims = array.shape();
        String expected = "[frames, " + shape.toString().substring(1);
        if (dims.equals(shape)) {
            throw refused(file, "this is a single frame without a count", "the shape must be " + expected);
        }
        List<Integer> frame = dims.isEmpty() ? dims : dims.subList(1, dims.size());
        if (dims.isEmpty() || !(frame.equals(shape) || isBatchOfOne(frame, shape))) {
            throw refused(file, "the shape is " + dims, "it must be " + expected);
        }
        if (dims.get(0) == 0) {
            throw refused(file, "there are no frames in it", "");
        }
    }

    /** Whether a batch dimension of 1 follows the number of frames. */
    private static boolean isBatchOfOne(List<Integer> dims, List<Integer> shape) {
        return dims.size() == shape.size() + 1
                && dims.get(0) == 1
                && dims.subList(1, dims.size()).equals(shape);
    }

    /**
     * Random frames of tensors that enter together, each with elements of its own type.
     *
     * @param seed equal seeds give equal frames
     */
    public static Frames random(Bundle bundle, int count, long seed) {
        return joined(
                        bundle,
                        IntStream.range(0, bundle.count())
                                .mapToObj(i -> random(bundle.types().get(i), count, seed + i))
                                .toList())
                .from("random");
    }

    private Frames from(String origin) {
        return new Frames(origin, shape, list);
    }

    /**
     * Frames of random elements. If there are three or more, the first has only least elements and the second only
     * greatest ones.
     *
     * @param tensor the type of a frame
     * @param seed equal seeds give equal frames
     * @throws RefusedException if the frames would not fit into memory
     */
    public static Frames random(TensorType tensor, int count, long seed) {
        IntType type = tensor.type();
        int size = tensor.shape().elements();
        if ((long) count * size > MAX_ELEMENTS) {
            throw RefusedException.of(
                    SourceRef.NONE, count + " frames of " + size + " elements are too many", "use fewer frames");
        }
        Random random = new Random(seed);
        List<int[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(random.ints(size, type.min(), type.max() + 1).toArray());
        }
        if (count > 2) {
            Arrays.fill(frames.get(0), type.min());
            Arrays.fill(frames.get(1), type.max());
        }
        return new Frames("random", tensor.shape(), frames);
    }

    /** The number of frames. */
    public int count() {
        return list.size();
    }

    /**
     * These frames, if there is one for each frame that is sent.
     *
     * @throws RefusedException if there are more or fewer
     */
    @Override
    public Frames forEach(Frames sent) {
        if (count() != sent.count()) {
            throw RefusedException.of(
                    new SourceRef(source, 0, 0),
                    "there are " + count() + " frames, but " + sent.source() + " has " + sent.count(),
                    "");
        }
        return this;
    }

    /** The first {@code limit} frames, or all if there are fewer. */
    @Override
    public Frames first(int limit) {
        return new Frames(source, shape, list.subList(0, Math.min(limit, count())));
    }

    /**
     * The frames as a file of the smallest type that holds every value of the element's type, arranged as in the model.
     */
    public byte[] npy(IntType type, Port port) {
        List<Integer> dims = new ArrayList<>(List.of(count()));
        dims.addAll(port.dims());
        long[] values = arranged(port).stream()
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .toArray();
        return Npy.bytes(NpyArray.ofLongs(smallest(type), dims, values));
    }

    /** The frames as arrays, with their elements in the order of the model's author. */
    public List<int[]> arranged(Port port) {
        return list.stream().map(port.layout()::fromStream).toList();
    }

    private static NpyType smallest(IntType type) {
        if (type.bits() <= 8) {
            return type.signed() ? NpyType.INT8 : NpyType.UINT8;
        }
        return type.signed() ? NpyType.INT16 : NpyType.UINT16;
    }

    private static RefusedException refused(Path file, String message, String hint) {
        return RefusedException.of(new SourceRef(file.toString(), 0, 0), message, hint);
    }
}
