package systole.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.Bundle;
import systole.network.IntType;
import systole.network.Layout;
import systole.network.Network;
import systole.network.Port;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.Side;
import systole.network.TensorType;
import systole.rtl.JsonText;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;

/**
 * The facts that a host needs about a design that it talks to, as {@code driver/design.json} keeps them.
 *
 * @param design the design's name
 * @param hash the hash that the design's registers show, 16 hexadecimal digits
 * @param baud the rate of its serial line, 0 if it has none
 * @param stateful whether it carries a state from frame to frame
 * @param inputs the tensors of a frame that goes in
 * @param outputs the tensors of a frame that comes out
 */
public record DesignFile(
        String design, String hash, int baud, boolean stateful, List<Frame> inputs, List<Frame> outputs) {
    /** The file's name, in {@link DriverWriter#FOLDER}. */
    public static final String NAME = "design.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");

    /**
     * A tensor of the design.
     *
     * @param tensor its name in the model
     * @param node its name in the network
     * @param dims the dimensions of a frame in the order of the model's author
     * @param shape the shape of a frame in the network: H, W, C, or fewer dimensions
     * @param bits the width of an element
     * @param signed whether elements are two's complement
     * @param scale real = scale * (element - zero)
     * @param zero point
     * @param axes size and stride of each index, see {@link Layout}
     */
    public record Frame(
            String tensor,
            String node,
            List<Integer> dims,
            List<Integer> shape,
            int bits,
            boolean signed,
            double scale,
            int zero,
            List<List<Integer>> axes) {
        public Frame {
            dims = List.copyOf(dims);
            shape = List.copyOf(shape);
            axes = axes.stream().map(List::copyOf).toList();
            int elements = new Shape(shape).elements();
            if (layout(axes).elements() != elements || dims.stream().reduce(1, Math::multiplyExact) != elements) {
                throw new IllegalArgumentException("dimensions, shape and axes are of different frames");
            }
        }

        private static List<Frame> of(Side side) {
            return IntStream.range(0, side.ports().size())
                    .mapToObj(i -> of(side.ports().get(i), side.bundle().types().get(i)))
                    .toList();
        }

        private static Frame of(Port port, TensorType type) {
            Quantized element = type.element();
            return new Frame(
                    port.tensor(),
                    port.node(),
                    port.dims(),
                    type.shape().dims(),
                    element.type().bits(),
                    element.type().signed(),
                    element.scale(),
                    element.zero(),
                    port.layout().axes().stream()
                            .map(a -> List.of(a.size(), a.stride()))
                            .toList());
        }

        public Port port() {
            return new Port(tensor, node, dims, layout(axes));
        }

        public TensorType type() {
            return new TensorType(new Shape(shape), new Quantized(new IntType(bits, signed), scale, zero));
        }

        private static Layout layout(List<List<Integer>> axes) {
            return new Layout(
                    axes.stream().map(a -> new Layout.Axis(a.get(0), a.get(1))).toList());
        }
    }

    public DesignFile {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new IllegalArgumentException("a design has inputs and outputs");
        }
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a hash has 16 hexadecimal digits, unlike '" + hash + "'");
        }
    }

    static DesignFile of(Network network, ShellSpec spec, Side in, Side out) {
        return new DesignFile(
                network.name(),
                spec.hashText(),
                spec.link() instanceof ShellLink.Uart uart ? uart.baud() : 0,
                spec.stateful(),
                Frame.of(in),
                Frame.of(out));
    }

    /** The tensors of a frame that goes in. */
    public Side in() {
        return side(inputs);
    }

    /** The tensors of a frame that comes out. */
    public Side out() {
        return side(outputs);
    }

    private static Side side(List<Frame> frames) {
        return new Side(
                new Bundle(
                        frames.stream().map(Frame::node).toList(),
                        frames.stream().map(Frame::type).toList()),
                frames.stream().map(Frame::port).toList());
    }

    /**
     * Reads the file of a design's folder.
     *
     * @throws RefusedException if it is missing or not consistent
     */
    public static DesignFile read(Path folder) {
        Path file = folder.resolve(DriverWriter.FOLDER).resolve(NAME);
        SourceRef where = new SourceRef(file.toString(), 0, 0);
        if (!Files.isRegularFile(file)) {
            throw RefusedException.of(where, "there is no such file", "build the design for its board first");
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), DesignFile.class);
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage();
            throw RefusedException.of(where, "this describes no design: " + reason, "build the design again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String json() {
        return JsonText.of(MAPPER.valueToTree(this));
    }

    /** The number form of {@link #hash}, which two registers hold. */
    public long number() {
        return Long.parseUnsignedLong(hash, 16);
    }
}
