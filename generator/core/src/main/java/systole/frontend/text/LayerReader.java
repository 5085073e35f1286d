package systole.frontend.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.frontend.text.StatementArguments.Output;
import systole.frontend.text.StatementArguments.Readers;
import systole.frontend.text.Written.Argument;
import systole.layer.Catalog;
import systole.layer.LayerKind;
import systole.network.BuildRequest;
import systole.network.Layer;
import systole.network.NetworkDraft.Named;
import systole.network.NetworkDraft.Step;

/** Statements of the form {@code name = kind(inputs, key = value) -> type fold ...}. */
final class LayerReader {
    private static final int MAX_FOLD = 1 << 16;

    private final Catalog catalog;
    private final SourceFile source;
    private final ValueBuilder values;
    private final TypeReader types;
    private final Readers readers;
    private final Problems problems;

    LayerReader(
            Catalog catalog,
            SourceFile source,
            ValueBuilder values,
            TypeReader types,
            Readers readers,
            Problems problems) {
        this.catalog = catalog;
        this.source = source;
        this.values = values;
        this.types = types;
        this.readers = readers;
        this.problems = problems;
    }

    /** Reads a statement. The step has no layer if there was any problem. */
    Step read(NetParser.LayerItemContext context) {
        Named name = source.named(context.name());
        if (ValueBuilder.isBroken(context)) {
            return new Step(name, Optional.empty(), List.of(), Optional.empty());
        }
        int before = problems.count();
        Written.Call call = values.call(context.call());
        Optional<List<Named>> inputs = inputs(call);
        Optional<Output> output = Optional.ofNullable(context.arrow())
                .map(arrow -> new Output(types.output(arrow.type()), source.at(arrow)));
        Optional<Layer> layer = layer(call, output);
        Optional<BuildRequest> fold = Optional.ofNullable(context.fold()).map(this::fold);
        boolean sound = problems.count() == before;
        Named placed = new Named(name.name(), name.where().withParts(places(call, output)));
        return new Step(placed, sound ? layer : Optional.empty(), inputs.orElse(List.of()), fold);
    }

    private static Map<String, SourceRef> places(Written.Call call, Optional<Output> output) {
        Map<String, SourceRef> places = new HashMap<>();
        call.keyed().forEach(a -> places.put(a.key(), a.value().where()));
        output.ifPresent(o -> places.put(StatementArguments.ARROW, o.where()));
        return places;
    }

    private Optional<List<Named>> inputs(Written.Call call) {
        List<Named> inputs = new ArrayList<>();
        for (Written value : call.positional()) {
            if (value instanceof Written.Word word) {
                inputs.add(new Named(word.name(), word.where()));
            } else {
                problems.add(
                        value.where(),
                        "an input is the name of a tensor, not " + value.described(),
                        "write parameters as key = value");
            }
        }
        return inputs.size() == call.positional().size() ? Optional.of(inputs) : Optional.empty();
    }

    private Optional<Layer> layer(Written.Call call, Optional<Output> output) {
        Optional<LayerKind<?>> kind = catalog.find(call.name());
        if (kind.isEmpty()) {
            problems.add(
                    call.where(),
                    "there is no kind of layer '" + call.name() + "'",
                    () -> Suggestions.didYouMeanOr(call.name(), catalog.names(), "there are "));
            return Optional.empty();
        }
        List<String> keys = kind.get().syntax().keys();
        int before = problems.count();
        try {
            return Optional.of(kind.get().syntax().read(new StatementArguments(call, keys, output, readers, problems)));
        } catch (IllegalArgumentException e) {
            if (problems.count() == before) {
                problems.add(call.where(), call.name() + ": " + e.getMessage(), "");
            }
            return Optional.empty();
        }
    }

    private BuildRequest fold(NetParser.FoldContext context) {
        List<Argument> settings = context.setting().stream()
                .map(s -> new Argument(s.name().getText(), source.at(s), values.number(s.number())))
                .toList();
        Written.Call call = new Written.Call("fold", List.of(), settings, source.at(context));
        Keyed keyed = new Keyed(call, List.of("pe", "simd"), problems);
        return BuildRequest.fold(
                keyed.optional("pe", v -> scalars().integer("pe", v, 1, MAX_FOLD), 1),
                keyed.optional("simd", v -> scalars().integer("simd", v, 1, MAX_FOLD), 1),
                source.at(context));
    }

    /** Reads {@code engine(key = value, ...)}. The planner knows which keys an engine has. */
    BuildRequest build(NetParser.CallContext context) {
        Written.Call call = values.call(context);
        call.positional()
                .forEach(value -> problems.add(
                        value.where(),
                        "an engine is built by keys, not " + value.described(),
                        "write key = value, such as pe = 8"));
        Map<String, String> keys = new LinkedHashMap<>();
        for (Argument argument : call.keyed()) {
            if (keys.putIfAbsent(argument.key(), setting(argument.value())) != null) {
                problems.add(argument.where(), "'" + argument.key() + "' is given twice", "keep one of them");
            }
        }
        return new BuildRequest(call.name(), keys, call.where());
    }

    private String setting(Written value) {
        if (value instanceof Written.Word word) {
            return word.name();
        }
        return String.valueOf(scalars().integer("a key of an engine", value, 0, MAX_FOLD));
    }

    private Scalars scalars() {
        return readers.scalars();
    }
}
