package systole.frontend.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.network.BuildRequest;
import systole.network.NetworkDraft;
import systole.network.NetworkDraft.Input;
import systole.network.NetworkDraft.Named;
import systole.network.NetworkDraft.Step;

/** Turns a parse tree into a draft, which has one network, inputs, outputs and layers. */
final class DraftReader {
    private final SourceFile source;
    private final LayerReader layers;
    private final TypeReader types;
    private final Problems problems;

    private Optional<Named> network = Optional.empty();
    private final List<Input> inputs = new ArrayList<>();
    private final List<Named> outputs = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, BuildRequest> builds = new LinkedHashMap<>();

    DraftReader(SourceFile source, LayerReader layers, TypeReader types, Problems problems) {
        this.source = source;
        this.layers = layers;
        this.types = types;
        this.problems = problems;
    }

    /** @param complete false if parts of the text were not understood, so that missing statements cannot be reported */
    NetworkDraft read(NetParser.NetContext tree, boolean complete) {
        tree.item().forEach(this::item);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            places.putIfAbsent(steps.get(i).name().name(), i);
        }
        builds.forEach((layer, request) -> build(layer, request, places));
        if (complete) {
            SourceRef start = source.at(tree);
            require("network", network.isPresent(), "network NAME", start);
            require("input", !inputs.isEmpty(), "input NAME : uint8[HEIGHT, WIDTH, CHANNELS]", start);
            require("output", !outputs.isEmpty(), "output NAME", start);
        }
        return new NetworkDraft(network, inputs, steps, complete ? outputs : List.of());
    }

    private void item(NetParser.ItemContext item) {
        if (item instanceof NetParser.LayerItemContext layer && layer.name() != null) {
            steps.add(layers.read(layer));
        } else if (item instanceof NetParser.BuildItemContext b) {
            build(b);
        } else if (item instanceof NetParser.NetworkItemContext n) {
            network(n);
        } else if (item instanceof NetParser.OutputItemContext o) {
            named(o.name()).ifPresent(outputs::add);
        } else if (item instanceof NetParser.InputItemContext i) {
            named(i.name())
                    .ifPresent(name -> inputs.add(
                            new Input(name, ValueBuilder.isBroken(i) ? Optional.empty() : types.tensor(i.type()))));
        }
    }

    private void build(NetParser.BuildItemContext item) {
        if (ValueBuilder.isBroken(item)) {
            return;
        }
        Named layer = source.named(item.name());
        if (builds.putIfAbsent(layer.name(), layers.build(item.call())) != null) {
            problems.add(layer.where(), "'" + layer.name() + "' is built twice", "keep one of them");
        }
    }

    /** Reads a request, which may stand before or behind its layer. */
    private void build(String layer, BuildRequest request, Map<String, Integer> places) {
        Optional<Integer> at = Optional.ofNullable(places.get(layer));
        if (at.isEmpty()) {
            problems.add(
                    request.where(),
                    "there is no layer '" + layer + "' to build",
                    () -> Suggestions.didYouMeanOr(layer, places.keySet(), "there are "));
        } else if (steps.get(at.get()).build().isPresent()) {
            problems.add(request.where(), "'" + layer + "' is folded and built", "keep one of the two");
        } else {
            steps.set(at.get(), steps.get(at.get()).with(request));
        }
    }

    private void network(NetParser.NetworkItemContext item) {
        Optional<Named> named = named(item.name());
        if (named.isPresent() && network.isPresent()) {
            problems.add(
                    named.get().where(),
                    "a second network, '" + named.get().name() + "'",
                    "there is one network in a file; line "
                            + network.get().where().line() + " names '"
                            + network.get().name() + "'");
        }
        network = network.or(() -> named);
    }

    /** A name that was understood. */
    private Optional<Named> named(NetParser.NameContext name) {
        return name == null || ValueBuilder.isBroken(name) ? Optional.empty() : Optional.of(source.named(name));
    }

    private void require(String what, boolean declared, String form, SourceRef where) {
        if (!declared) {
            problems.add(where, "the file names no " + what, "add a line: " + form);
        }
    }
}
