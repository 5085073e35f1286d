package systole.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;
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
     * Validates nodes whose inputs have no positions of their own.
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
        NetworkDraft draft = new NetworkDraft(
                Optional.of(new Named(name, whereOutput)),
                Optional.of(new Named(inputName, whereOutput)),
                Optional.of(input),
                nodes.stream().map(Step::of).toList(),
                Optional.of(new Named(outputName, whereOutput)));
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
                draft.input().orElseThrow().name(),
                validator.nodes,
                draft.output().orElseThrow().name(),
                validator.types);
    }

    private void run() {
        draft.name().ifPresent(this::checkIdentifier);
        draft.input().ifPresent(this::define);
        for (Step step : draft.steps()) {
            if (define(step.name())) {
                steps.add(step);
            }
        }
        boolean known = checkReferences();
        List<Step> sorted = new NetworkOrder(steps).sorted(problems);
        draft.input().ifPresent(input -> draft.inputType().ifPresent(type -> types.put(input.name(), type)));
        sorted.forEach(this::infer);
        if (known && sorted.size() == steps.size()) {
            checkUse(sorted, draft.output().orElseThrow());
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
        for (Named output : draft.output().stream().toList()) {
            known &= checkReference(output);
        }
        return known && draft.input().isPresent() && draft.output().isPresent();
    }

    private boolean checkReference(Named tensor) {
        boolean known = defined.containsKey(tensor.name());
        if (!known && draft.input().isPresent()) {
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

    /**
     * Checks that every layer reaches the output. The input then reaches it as well, because all layers depend on it.
     */
    private void checkUse(List<Step> sorted, Named output) {
        Set<String> used = new HashSet<>(Set.of(output.name()));
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Step step = sorted.get(i);
            if (used.contains(step.name().name())) {
                step.inputs().forEach(read -> used.add(read.name()));
            }
        }
        for (Step step : steps) {
            if (!used.contains(step.name().name())) {
                problems.add(
                        step.name().where(),
                        "the layer '" + step.name().name() + "' does not reach the output '" + output.name() + "'",
                        "remove it, or read it in a layer that does");
            }
        }
        if (draft.input().stream().anyMatch(input -> input.name().equals(output.name()))) {
            problems.add(output.where(), "the output is the input itself", "name a layer as the output");
        }
    }
}
