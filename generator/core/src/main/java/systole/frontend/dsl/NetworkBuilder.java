package systole.frontend.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.BuildRequest;
import systole.network.Layer;
import systole.network.Network;
import systole.network.NetworkDraft;
import systole.network.NetworkDraft.Input;
import systole.network.NetworkDraft.Named;
import systole.network.NetworkDraft.Step;
import systole.network.NetworkValidator;

/**
 * Builds a network in Java, layer by layer.
 *
 * <pre>{@code
 * NetworkBuilder net = NetworkBuilder.network("tiny");
 * Flow image = net.input("image", uint8(28, 28, 1).scale(1 / 255.0));
 * Flow small = image.then("small", maxpool2d().kernel(2).stride(2)).fold(4, 1);
 * Flow sum = net.join("sum", add(), small, small);
 * Network network = net.output(sum);
 * }</pre>
 *
 * <p>A layer is anything that supplies one: the builders of {@code systole.layer.*}, or {@code () -> record}. If a
 * supplier throws an {@link IllegalArgumentException}, this is kept and reported by {@link #output} together with all
 * other problems. The builder is not thread-safe.
 */
public final class NetworkBuilder {
    private final Named name;
    private final Problems problems = new Problems();
    private final List<Step> steps = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();

    private NetworkBuilder(Named name) {
        this.name = name;
    }

    /** Starts a network. */
    public static NetworkBuilder network(String name) {
        return new NetworkBuilder(new Named(name, Caller.where()));
    }

    /** Declares an input. Several of them enter in the order in which they are declared. */
    public Flow input(String tensor, TypeSpec type) {
        SourceRef where = Caller.where();
        inputs.add(new Input(new Named(tensor, where), attempt(type::tensor, where)));
        return new Flow(this, tensor);
    }

    /** Adds a layer that reads one or several tensors. */
    public Flow join(String layerName, Supplier<? extends Layer> layer, Flow first, Flow... others) {
        SourceRef where = Caller.where();
        List<Flow> flows = Stream.concat(Stream.of(first), Stream.of(others)).toList();
        flows.forEach(flow -> checkOwner(flow, where));
        List<Named> inputs =
                flows.stream().map(flow -> new Named(flow.name(), where)).toList();
        Optional<Layer> built = attempt(layer, where);
        steps.add(new Step(new Named(layerName, where), built, inputs, Optional.empty()));
        return new Flow(this, layerName);
    }

    /**
     * Ends the network with its output.
     *
     * @throws RefusedException with every problem of the network
     */
    public Network output(Flow flow) {
        return outputs(flow);
    }

    /**
     * Ends the network with its outputs, which leave in this order.
     *
     * @throws RefusedException with every problem of the network
     */
    public Network outputs(Flow first, Flow... others) {
        SourceRef where = Caller.where();
        List<Flow> flows = Stream.concat(Stream.of(first), Stream.of(others)).toList();
        flows.forEach(flow -> checkOwner(flow, where));
        if (inputs.isEmpty()) {
            problems.add(where, "the network has no input", "call input(...) first");
        }
        List<Named> outputs =
                flows.stream().map(flow -> new Named(flow.name(), where)).toList();
        return NetworkValidator.validate(new NetworkDraft(Optional.of(name), inputs, steps, outputs), problems);
    }

    /** Gives a request for hardware to the latest layer with the flow's name. */
    void build(Flow flow, Function<SourceRef, BuildRequest> request) {
        SourceRef where = Caller.where();
        Optional<BuildRequest> build = attempt(() -> request.apply(where), where);
        OptionalInt latest = latest(flow);
        if (latest.isEmpty()) {
            problems.add(where, "'" + flow.name() + "' is not a layer and cannot be folded", "fold layers");
            return;
        }
        Step step = steps.get(latest.getAsInt());
        steps.set(latest.getAsInt(), build.map(step::with).orElse(step));
    }

    /** The latest layer with the flow's name. It is empty if there is none, or if the layer was refused. */
    Optional<Layer> layer(Flow flow) {
        OptionalInt latest = latest(flow);
        return latest.isEmpty()
                ? Optional.empty()
                : steps.get(latest.getAsInt()).layer();
    }

    private OptionalInt latest(Flow flow) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).name().name().equals(flow.name()))
                .max();
    }

    private void checkOwner(Flow flow, SourceRef where) {
        if (!flow.belongsTo(this)) {
            problems.add(
                    where, "'" + flow.name() + "' belongs to another network", "use the flows of one NetworkBuilder");
        }
    }

    private <T> Optional<T> attempt(Supplier<? extends T> supplier, SourceRef where) {
        try {
            return Optional.of(supplier.get());
        } catch (RefusedException e) {
            e.diagnostics().forEach(d -> problems.add(where, d.message(), d.hint()));
        } catch (IllegalArgumentException e) {
            problems.add(where, String.valueOf(e.getMessage()), "");
        }
        return Optional.empty();
    }
}
