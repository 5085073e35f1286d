package systole.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
import systole.network.NetworkDraft.Input;
import systole.network.NetworkDraft.Named;
import systole.network.NetworkDraft.Step;

/**
 * Makes a {@link Network} out of a frontend's draft, or refuses it with all of its problems: names, unknown tensors,
 * cycles, numbers of inputs, types, and layers that do not reach the output.
 */
public final class NetworkValidator {
    private final NetworkDraft draft;
    private final Problems problems;
    private final Map<String, Named> defined = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, TensorType> types = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private NetworkValidator(NetworkDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    /**
     * Validates nodes of a network with one input and one output, whose inputs have no positions of their own.
     *
     * @param whereOutput position for problems of the network, its input and its output
     * @param problems what the frontend already found; everything found here is added
     * @return the network, its nodes in the written order wherever that is valid
     * @throws RefusedException with all problems, if there are any
     */
    public static Network validate(
            String name,
            String inputName,
            TensorType input,
            List<Node> nodes,
            String outputName,
            SourceRef whereOutput,
            Problems problems) {
        return validate(
                name,
                new Bundle(List.of(inputName), List.of(input)),
                nodes,
                List.of(outputName),
                whereOutput,
                problems);
    }

    /**
     * Validates nodes whose inputs have no positions of their own, as the other method does.
     *
     * @param inputs the input tensors
     * @param outputs the names of the output tensors
     */
    public static Network validate(
            String name, Bundle inputs, List<Node> nodes, List<String> outputs, SourceRef where, Problems problems) {
        NetworkDraft draft = new NetworkDraft(
                Optional.of(new Named(name, where)),
                IntStream.range(0, inputs.count())
                        .mapToObj(i -> new Input(
                                new Named(inputs.names().get(i), where),
                                Optional.of(inputs.types().get(i))))
                        .toList(),
                nodes.stream().map(Step::of).toList(),
                outputs.stream().map(output -> new Named(output, where)).toList());
        return validate(draft, problems);
    }

    /**
     * Validates a draft; problems are reported where the names are written.
     *
     * @param problems what the frontend already found; everything found here is added
     * @return the network, its nodes in the written order wherever that is valid
     * @throws RefusedException with all problems, if there are any
     */
    public static Network validate(NetworkDraft draft, Problems problems) {
        NetworkValidator validator = new NetworkValidator(draft, problems);
        validator.run();
        problems.throwIfAny();
        return new Network(
                draft.name().orElseThrow().name(),
                draft.inputs().stream().map(i -> i.name().name()).toList(),
                validator.nodes,
                draft.outputs().stream().map(Named::name).toList(),
                validator.types);
    }

    private void run() {
        draft.name().ifPresent(this::checkIdentifier);
        draft.inputs().forEach(input -> define(input.name()));
        for (Step step : draft.steps()) {
            if (define(step.name())) {
                steps.add(step);
            }
        }
        boolean known = checkReferences();
        List<Step> sorted = new NetworkOrder(steps).sorted(problems);
        draft.inputs().forEach(input -> input.type()
                .ifPresent(type -> types.putIfAbsent(input.name().name(), type)));
        sorted.forEach(this::infer);
        if (known && sorted.size() == steps.size()) {
            checkUse(sorted);
            checkBundle("inputs", draft.inputs().stream().map(Input::name).toList());
            checkBundle("outputs", draft.outputs());
        }
    }

    private void checkIdentifier(Named named) {
        Identifiers.problem(named.name())
                .ifPresent(problem -> problems.add(
                        named.where(), problem, "'" + Identifiers.suggestion(named.name()) + "' would do"));
    }

    private boolean define(Named named) {
        checkIdentifier(named);
        Named first = defined.putIfAbsent(named.name(), named);
        if (first != null) {
            String at = first.where().line() == 0
                    ? ""
                    : ", it is taken in line " + first.where().line();
            problems.add(named.where(), "there are two tensors '" + named.name() + "'", "choose another name" + at);
        }
        return first == null;
    }

    /** Reports unknown tensors. Returns false if the layers that are used cannot be determined. */
    private boolean checkReferences() {
        boolean known = true;
        for (Step step : steps) {
            known &= !step.inputs().isEmpty();
            for (Named input : step.inputs()) {
                known &= checkReference(input);
            }
        }
        for (Named output : draft.outputs()) {
            known &= checkReference(output);
        }
        return known && !draft.inputs().isEmpty() && !draft.outputs().isEmpty();
    }

    private boolean checkReference(Named tensor) {
        boolean known = defined.containsKey(tensor.name());
        if (!known && !draft.inputs().isEmpty()) {
            problems.add(
                    tensor.where(),
                    "there is no tensor '" + tensor.name() + "'",
                    () -> Suggestions.didYouMean(tensor.name(), defined.keySet()));
        }
        return known;
    }

    /**
     * Infers the type of a layer if the types of its inputs are known. Problems that follow from reported ones are not
     * reported.
     */
    private void infer(Step step) {
        if (step.layer().isEmpty()) {
            return;
        }
        Layer layer = step.layer().get();
        boolean countIsRight = checkInputCount(step, layer);
        List<TensorType> inputs = step.inputs().stream()
                .flatMap(i -> Optional.ofNullable(types.get(i.name())).stream())
                .toList();
        if (!countIsRight || inputs.size() != step.inputs().size()) {
            return;
        }
        SourceRef where = step.name().where();
        int before = problems.count();
        try {
            TensorType type = layer.infer(inputs, where, problems);
            if (problems.count() == before) {
                types.put(step.name().name(), type);
                nodes.add(step.node(layer));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(where, layer.kind() + ": " + e.getMessage(), "");
        }
    }

    private boolean checkInputCount(Step step, Layer layer) {
        int actual = step.inputs().size();
        if (layer.arity().accepts(actual)) {
            return true;
        }
        problems.add(
                step.name().where(),
                layer.kind() + " takes " + layer.arity() + ", not " + actual,
                "the inputs are the names of tensors: " + step.name().name() + " = " + layer.kind() + "(a, ...)");
        return false;
    }

    /** Checks that every layer and every input reach an output, and that each output is a layer that is named once. */
    private void checkUse(List<Step> sorted) {
        Set<String> used = new HashSet<>();
        draft.outputs().forEach(output -> checkOutput(output, used));
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Step step = sorted.get(i);
            if (used.contains(step.name().name())) {
                step.inputs().forEach(read -> used.add(read.name()));
            }
        }
        String outputs = draft.outputs().size() == 1
                ? "the output '" + draft.outputs().get(0).name() + "'"
                : "an output";
        steps.forEach(step -> checkReaches("layer", step.name(), outputs, used));
        draft.inputs().forEach(input -> checkReaches("input", input.name(), outputs, used));
    }

    private void checkReaches(String what, Named tensor, String outputs, Set<String> used) {
        if (!used.contains(tensor.name())) {
            problems.add(
                    tensor.where(),
                    "the " + what + " '" + tensor.name() + "' does not reach " + outputs,
                    "remove it, or read it in a layer that does");
        }
    }

    private void checkOutput(Named output, Set<String> used) {
        if (!used.add(output.name())) {
            problems.add(output.where(), "'" + output.name() + "' is an output twice", "name each output once");
        }
        if (draft.inputs().stream().anyMatch(input -> input.name().name().equals(output.name()))) {
            problems.add(output.where(), "the output is the input itself", "name a layer as the output");
        }
    }

    /** Checks that tensors can be sent one after the other in one stream. */
    private void checkBundle(String what, List<Named> tensors) {
        List<TensorType> known = tensors.stream()
                .flatMap(t -> Optional.ofNullable(types.get(t.name())).stream())
                .toList();
        if (known.size() != tensors.size() || known.size() < 2) {
            return;
        }
        SourceRef where = tensors.get(1).where();
        Bundle bundle = new Bundle(tensors.stream().map(Named::name).toList(), known);
        if (known.size() > Bundle.MAX_TENSORS) {
            problems.add(
                    where, "there are " + known.size() + " " + what, "at most " + Bundle.MAX_TENSORS + " are possible");
        }
        if (bundle.elements() > Shape.MAX_ELEMENTS) {
            problems.add(
                    where,
                    "the " + what + " have " + bundle.elements() + " elements",
                    "all of them together have at most " + Shape.MAX_ELEMENTS);
        }
        if (bundle.bits() > IntType.MAX_BITS) {
            problems.add(
                    where,
                    "the " + what + " are "
                            + known.stream().map(t -> t.type().toString()).collect(Collectors.joining(", "))
                            + ", which no type of " + IntType.MAX_BITS + " bits holds",
                    "give them types that are all signed or all unsigned");
        }
    }
}
