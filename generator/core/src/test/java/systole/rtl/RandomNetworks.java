package systole.rtl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.engine.Engine;
import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.concat.Concat;
import systole.layer.pad.Pad;
import systole.layer.support.Axis;
import systole.network.BuildRequest;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Network;
import systole.network.Node;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;
import systole.target.chip.ChipFamilies;

/**
 * Small random networks, valid and with hardware for every layer: chains and diamonds of all kinds of layers, all
 * requantizations, 1 to 16 bits, and valid foldings, small enough to simulate some frames in a second.
 */
final class RandomNetworks {
    static final int MAX_LAYERS = 6;
    static final int MAX_ELEMENTS = 600;
    static final long MAX_CYCLES = 6_000;
    private static final double MAX_MONOTONY = 0.6;
    private static final int MAX_MULTIPLIERS = 24;
    private static final int MAX_TRIES = 60;

    private final Draw draw;
    private final RandomLayers layers;
    private final NetworkBuilder builder;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Map<String, BuildRequest> folds = new HashMap<>();
    private final boolean folding;
    private boolean computes;
    private int inputs = 1;

    /** A layer that must not stand where it was drawn. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String why) {
            super(why);
        }
    }

    /** A tensor of the network so far. */
    private record Tensor(Flow flow, Sampled sampled) {
        Shape shape() {
            return sampled.shape();
        }

        Quantized element() {
            return sampled.type().element();
        }
    }

    private RandomNetworks(long seed, int attempt) {
        draw = Draw.of(seed + ((long) attempt << 32));
        layers = new RandomLayers(draw);
        builder = NetworkBuilder.network("random" + seed);
        folding = draw.chance(80);
    }

    static Arbitrary<Network> networks() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, Integer.MAX_VALUE),
                        Arbitraries.integers().between(1, MAX_LAYERS))
                .as(RandomNetworks::of);
    }

    /** The network of a seed. */
    static Network of(long seed) {
        return of(seed, 2 + (int) (seed % (MAX_LAYERS - 1)));
    }

    /** The network of a seed with about so many layers. */
    static Network of(long seed, int layers) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            try {
                return new RandomNetworks(seed, tries).draw(layers);
            } catch (Unfit deadEnd) {
                // the next try draws otherwise
            }
        }
        throw new IllegalStateException("no network for seed " + seed);
    }

    private Network draw(int count) {
        Tensor at = input("x");
        if (draw.chance(12)) {
            inputs++;
            at = pair(at, alike(at));
        }
        while (made() < count || !computes) {
            at = count - made() >= 2 && draw.chance(35) ? joined(at) : retry(at, t -> add(layers.any(t.sampled), t));
        }
        Flow[] others = draw.chance(20) ? others(at) : new Flow[0];
        return folded(builder.outputs(at.flow, others));
    }

    /** One or two earlier tensors, which leave as well. */
    private Flow[] others(Tensor last) {
        List<Tensor> made = new ArrayList<>(tensors.subList(inputs, tensors.size()));
        made.remove(last);
        made.removeIf(t -> !goesWith(last, t));
        java.util.Collections.shuffle(made, draw.random());
        return made.stream().limit(draw.between(1, 2)).map(Tensor::flow).toArray(Flow[]::new);
    }

    /** True if some type of 16 bits holds the integers of both, and of all others that go with the last. */
    private static boolean goesWith(Tensor last, Tensor other) {
        return isWidest(last) ? !other.element().type().signed() : !isWidest(other);
    }

    /** True for uint16. */
    private static boolean isWidest(Tensor tensor) {
        IntType type = tensor.element().type();
        return !type.signed() && type.bits() == 16;
    }

    private int made() {
        return tensors.size() - inputs;
    }

    /** Another input of the same shape, whose elements may have another type. */
    private Tensor alike(Tensor other) {
        Quantized element = draw.chance(50) ? other.element() : draw.quantized(draw.type(8));
        return input(
                "x2", element, other.shape().dims().stream().mapToInt(d -> d).toArray());
    }

    private Tensor input(String name) {
        Quantized element = draw.quantized(draw.type(draw.chance(75) ? 8 : 16));
        int[] dims =
                switch (draw.between(0, 9)) {
                    case 0 -> new int[] {draw.between(2, 40)};
                    case 1, 2 -> new int[] {draw.between(4, 24), draw.between(1, 6)};
                    default -> new int[] {draw.between(1, 9), draw.between(1, 9), draw.between(1, 6)};
                };
        return input(name, element, dims);
    }

    private Tensor input(String name, Quantized element, int[] dims) {
        TypeSpec type = (element.type().signed()
                        ? TypeSpec.signed(element.type().bits(), dims)
                        : TypeSpec.unsigned(element.type().bits(), dims))
                .scale(element.scale())
                .zero(element.zero());
        Tensor input = new Tensor(
                builder.input(name, type),
                Sampled.of(
                        type.tensor(),
                        i -> draw.frame(element.type(), type.tensor().shape().elements(), i)));
        tensors.add(input);
        return input;
    }

    @FunctionalInterface
    private interface Step {
        Tensor on(Tensor at);
    }

    /** Tries until a layer fits. */
    private Tensor retry(Tensor at, Step step) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            try {
                return step.on(at);
            } catch (RefusedException | Unfit unfit) {
                // drawn again
            }
        }
        throw new Unfit("nothing fits " + at.sampled.type());
    }

    /** Adds a layer, or refuses it: it must be valid, small, and have hardware. */
    private Tensor add(Layer layer, Tensor... inputs) {
        List<Sampled> samples = List.of(inputs).stream().map(Tensor::sampled).toList();
        List<TensorType> types = samples.stream().map(Sampled::type).toList();
        Problems problems = new Problems();
        TensorType output = layer.infer(types, SourceRef.NONE, problems);
        problems.throwIfAny();
        if (output.shape().elements() > MAX_ELEMENTS) {
            throw new Unfit("too large");
        }
        Sampled sampled = Sampled.of(layer, samples, output);
        if (sampled.monotony() > MAX_MONOTONY) {
            throw new Unfit("too dull");
        }
        String name = layer.kind() + "_" + tensors.size();
        List<Engine> engines = StandardCatalog.CATALOG.ops(name, layer, types, output).stream()
                .<Engine>flatMap(op -> EngineCatalog.CATALOG.claims(op, ChipFamilies.usual()).stream())
                .toList();
        fold(name, engines);
        computes |= !engines.isEmpty();
        Flow[] others = List.of(inputs).stream().skip(1).map(Tensor::flow).toArray(Flow[]::new);
        Tensor made = new Tensor(builder.join(name, () -> layer, inputs[0].flow, others), sampled);
        tensors.add(made);
        return made;
    }

    /** Chooses a folding, often one that pads, or leaves that to the planner. */
    private void fold(String name, List<Engine> engines) {
        List<Engine> dividing = possible(name, engines, Engine::foldings);
        List<Engine> padded = possible(name, engines, Engine::paddedFoldings);
        List<Engine> possible = padded.isEmpty() || draw.chance(50) ? dividing : padded;
        if (engines.stream().anyMatch(e -> e.foldings().stream().noneMatch(RandomNetworks::quick))) {
            throw new Unfit("too slow");
        }
        if (folding && !possible.isEmpty()) {
            Map<String, String> keys = draw.pick(possible).folding().keys();
            folds.put(
                    name,
                    BuildRequest.fold(
                            Integer.parseInt(keys.get("pe")), Integer.parseInt(keys.get("simd")), SourceRef.NONE));
        }
    }

    private static List<Engine> possible(
            String name, List<Engine> engines, Function<Engine, List<? extends Engine>> foldings) {
        return engines.stream()
                .filter(e -> e.name().equals(name))
                .<Engine>flatMap(e -> foldings.apply(e).stream())
                .filter(RandomNetworks::quick)
                .toList();
    }

    private static boolean quick(Engine engine) {
        Map<String, String> keys = engine.folding().keys();
        return engine.cycles() <= MAX_CYCLES
                && Integer.parseInt(keys.get("pe")) * Integer.parseInt(keys.get("simd")) <= MAX_MULTIPLIERS;
    }

    private Network folded(Network network) {
        List<Node> nodes = network.nodes().stream()
                .map(n ->
                        new Node(n.name(), n.layer(), n.inputs(), Optional.ofNullable(folds.get(n.name())), n.where()))
                .toList();
        return new Network(network.name(), network.inputs(), nodes, network.outputs(), network.types());
    }

    /** A fork and a join: a pair or a concatenation with this tensor or an earlier one. */
    private Tensor joined(Tensor at) {
        List<Tensor> alike =
                tensors.stream().filter(t -> t.shape().equals(at.shape())).toList();
        Tensor partner = draw.chance(70) ? at : draw.pick(alike);
        return draw.chance(50) ? pair(at, partner) : concat(at, partner);
    }

    private Tensor pair(Tensor at, Tensor partner) {
        Tensor arm = draw.chance(85)
                ? retry(at, t -> add(layers.sameSize(t.sampled, t.shape().channels()), t))
                : draw.chance(50) ? retry(at, t -> add(layers.constant(t.sampled), t)) : at;
        Tensor[] both = draw.chance(50) ? new Tensor[] {arm, partner} : new Tensor[] {partner, arm};
        return retry(arm, t -> add(layers.pair(both[0].sampled, both[1].sampled), both));
    }

    private Tensor concat(Tensor at, Tensor partner) {
        Axis axis = draw.pick(List.of(Axis.values()).subList(3 - at.shape().rank(), 3));
        List<Tensor> parts = new ArrayList<>(List.of(partner, retry(at, t -> arm(t, axis, partner))));
        if (draw.chance(25)) {
            parts.add(retry(partner, t -> arm(t, axis, partner)));
        }
        java.util.Collections.shuffle(parts, draw.random());
        return retry(at, t -> add(Concat.concat().axis(axis).get(), parts.toArray(Tensor[]::new)));
    }

    /** What may stand beside another tensor along an axis. */
    private Tensor arm(Tensor at, Axis axis, Tensor beside) {
        boolean samePlace = axis == Axis.CHANNELS;
        if (!at.element().equals(beside.element()) || (samePlace && draw.chance(70))) {
            int channels = samePlace ? draw.between(1, 6) : at.shape().channels();
            return add(layers.macs().sameSize(at.sampled, channels, beside.element()), at);
        }
        if (samePlace || draw.chance(30)) {
            return at;
        }
        int before = draw.between(0, 2);
        int after = draw.between(0, 2);
        boolean high = axis == Axis.HEIGHT;
        return add(
                Pad.pad(high ? before : 0, high ? after : 0, high ? 0 : before, high ? 0 : after)
                        .get(),
                at);
    }
}
