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
import systole.network.NetworkDraft.Named;
import systole.network.NetworkDraft.Step;
import systole.network.TensorType;

/** Turns a parse tree into a draft, which has one network, one input, one output and any number of layers. */
final class DraftReader {
    private final SourceFile source;
    private final LayerReader layers;
    private final TypeReader types;
    private final Problems problems;

    private Optional<Named> network = Optional.empty();
    private Optional<Named> input = Optional.empty();
    private Optional<Named> output = Optional.empty();
    private Optional<TensorType> inputType = Optional.empty();
    private int outputs;
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
            require("network", network, "network NAME", start);
            require("input", input, "input NAME : uint8[HEIGHT, WIDTH, CHANNELS]", start);
            require("output", output, "output NAME", start);
        }
        Optional<Named> onlyOutput = outputs == 1 && complete ? output : Optional.empty();
        return new NetworkDraft(network, input, inputType, steps, onlyOutput);
    }

    private void item(NetParser.ItemContext item) {
        if (item instanceof NetParser.LayerItemContext layer && layer.name() != null) {
            steps.add(layers.read(layer));
        } else if (item instanceof NetParser.BuildItemContext b) {
            build(b);
        } else if (item instanceof NetParser.NetworkItemContext n) {
            network = declare("network", network, n.name());
        } else if (item instanceof NetParser.OutputItemContext o) {
            outputs++;
            output = declare("output", output, o.name());
        } else if (item instanceof NetParser.InputItemContext i) {
            input(i);
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

    /** A second input is refused, and its name is kept so that layers may read it. */
    private void input(NetParser.InputItemContext item) {
        boolean second = input.isPresent();
        input = declare("input", input, item.name());
        if (second && item.name() != null) {
            steps.add(new Step(source.named(item.name()), Optional.empty(), List.of(), Optional.empty()));
        } else if (!ValueBuilder.isBroken(item)) {
            inputType = types.tensor(item.type());
        }
    }

    private Optional<Named> declare(String what, Optional<Named> first, NetParser.NameContext name) {
        if (name == null || ValueBuilder.isBroken(name)) {
            return first;
        }
        Named named = source.named(name);
        if (first.isPresent()) {
            problems.add(
                    named.where(),
                    "a second " + what + ", '" + named.name() + "'",
                    "there is one " + what + " in a file; line "
                            + first.get().where().line() + " names '"
                            + first.get().name() + "'");
            return first;
        }
        return Optional.of(named);
    }

    private void require(String what, Optional<Named> declared, String form, SourceRef where) {
        if (declared.isEmpty()) {
            problems.add(where, "the file names no " + what, "add a line: " + form);
        }
    }
}
