package systole.layer.support;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.network.Activation;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantization;
import systole.network.Requantizer;
import systole.network.Requantizers;
import systole.network.Shape;
import systole.network.Window;

/** The checks of one layer. Each check reports the problems that it finds and returns whether there are none. */
public final class LayerCheck {
    private static final List<String> SHAPES = List.of("[channels]", "[width, channels]", "[height, width, channels]");
    private static final int MAX_REACH = 1 << 16;
    private static final long MAX_ACCUMULATOR = 1L << 40;

    private final String kind;
    private final SourceRef where;
    private final Problems problems;

    /**
     * Checks one layer.
     *
     * @param kind the layer's kind, which begins the messages
     */
    public LayerCheck(String kind, SourceRef where, Problems problems) {
        this.kind = kind;
        this.where = where;
        this.problems = problems;
    }

    /** The same checks, with problems reported at an argument, or at the output type if the argument is {@code ->}. */
    public LayerCheck at(String argument) {
        return new LayerCheck(kind, where.part(argument), problems);
    }

    /** Checks any condition. The message follows the name of the kind. */
    public boolean require(boolean condition, String message, String hint) {
        if (!condition) {
            problems.add(where, kind + ": " + message, hint);
        }
        return condition;
    }

    /** Checks that the input has one of the ranks. */
    public boolean rank(Shape input, Integer... ranks) {
        String wanted = Stream.of(ranks).map(r -> SHAPES.get(r - 1)).collect(Collectors.joining(" or "));
        return require(
                List.of(ranks).contains(input.rank()),
                "the input is " + input + ", not " + wanted,
                "put a reshape or flatten in front");
    }

    /** Checks that a constant tensor has the dimensions that {@code layout} names, each at least 1. */
    public boolean dimensions(String what, IntTensor tensor, String... layout) {
        return require(
                tensor.rank() == layout.length && tensor.dims().stream().allMatch(d -> d >= 1),
                "the " + what + " have the dimensions " + tensor.dims(),
                "they are [" + String.join(", ", layout) + "]");
    }

    /** Checks that every element lies within a type. */
    public boolean values(String what, IntTensor tensor, IntType type) {
        OptionalInt outside = tensor.stream().filter(v -> !type.contains(v)).findFirst();
        return require(
                outside.isEmpty(),
                "the " + what + " have the value " + outside.orElse(0) + ", outside " + type,
                type + " holds " + type.min() + " to " + type.max());
    }

    /** A shape made of computed dimensions; empty if it is too large. */
    public Optional<Shape> shape(Integer... dims) {
        double elements = Stream.of(dims).mapToDouble(d -> d).reduce(1, (a, b) -> a * b);
        boolean fits = require(
                elements <= Shape.MAX_ELEMENTS && Stream.of(dims).allMatch(d -> d >= 1),
                "the output would be " + List.of(dims),
                "a dimension is at least 1, and a tensor has at most " + Shape.MAX_ELEMENTS + " elements");
        return fits ? Optional.of(Shape.of(dims)) : Optional.empty();
    }

    /** A shape of the input's rank. Dimensions that the input does not have must stay 1. */
    public Optional<Shape> shapeLike(Shape input, int height, int width, int channels) {
        boolean flat = require(
                (input.rank() == 3 || height == 1) && (input.rank() >= 2 || width == 1),
                "an input " + input + " cannot grow to " + height + " x " + width + " positions",
                "reshape it to [height, width, channels] first");
        Integer[] dims = {height, width, channels};
        return flat ? shape(Arrays.copyOfRange(dims, dims.length - input.rank(), dims.length)) : Optional.empty();
    }

    /** The window placed on the input, if it fits. */
    public Optional<Window.Placed> window(Window window, Shape input) {
        Padding.Explicit padding = explicit(window.padding());
        boolean sane = at("kernel")
                .require(
                        reaches(window.kernelH(), window.dilationH(), window.strideH(), padding.top(), padding.bottom())
                                && reaches(
                                        window.kernelW(),
                                        window.dilationW(),
                                        window.strideW(),
                                        padding.left(),
                                        padding.right()),
                        "kernel, stride, dilation or padding reach further than " + MAX_REACH + " elements",
                        "use smaller ones");
        if (!sane) {
            return Optional.empty();
        }
        Window.Placed placed = window.on(input.height(), input.width());
        boolean fits = at("kernel")
                .require(
                        placed.fits(),
                        "the kernel covers " + window.extentH() + " x " + window.extentW()
                                + " positions and the padded input "
                                + (input.height() + padding.top() + padding.bottom()) + " x "
                                + (input.width() + padding.left() + padding.right()),
                        "use a smaller kernel or dilation, or padding = same");
        return fits ? Optional.of(placed) : Optional.empty();
    }

    private static boolean reaches(int kernel, int dilation, int stride, int before, int after) {
        long extent = (kernel - 1L) * dilation + 1;
        return LongStream.of(extent, dilation, stride, before, after).allMatch(n -> n <= MAX_REACH);
    }

    private static Padding.Explicit explicit(Padding padding) {
        return padding instanceof Padding.Explicit e ? e : new Padding.Explicit(0, 0, 0, 0);
    }

    /** Checks that a clamp lies within the output's type. */
    public boolean activation(Activation activation, Quantized output) {
        return !(activation instanceof Activation.Clamp c)
                || at("clamp")
                        .require(
                                c.lo() <= c.hi()
                                        && output.type().contains(c.lo())
                                        && output.type().contains(c.hi()),
                                "clamp = [" + c.lo() + ", " + c.hi() + "] is no range of " + output.type(),
                                "the lower limit comes first, and both lie in "
                                        + output.type().min() + ".."
                                        + output.type().max());
    }

    /** Checks a requantization for a number of output channels. */
    public boolean requantization(Requantization requantization, int channels) {
        return requantization("requant", requantization, channels);
    }

    /** Checks a requantization for a number of output channels, and reports problems at an argument. */
    public boolean requantization(String argument, Requantization requantization, int channels) {
        return nothingNew(() -> Requantizers.check(requantization, channels, where.part(argument), problems));
    }

    /**
     * Checks that the accumulators of every channel are within the limits of the hardware and are requantized exactly.
     */
    public boolean exact(Requantizer requantizer, List<Range> reachable) {
        Optional<Range> wide = reachable.stream()
                .filter(r -> r.lo() < -MAX_ACCUMULATOR || r.hi() > MAX_ACCUMULATOR)
                .findFirst();
        return require(
                        wide.isEmpty(),
                        "an accumulator reaches " + wide.map(Range::toString).orElse("") + ", beyond +-2^40",
                        "use fewer bits for the input or the weights")
                && nothingNew(() -> Requantizers.checkRanges(requantizer, reachable, where, problems));
    }

    private boolean nothingNew(Runnable check) {
        int before = problems.list().size();
        check.run();
        return problems.list().size() == before;
    }
}
