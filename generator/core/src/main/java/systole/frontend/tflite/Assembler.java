package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.importing.Attempt;
import systole.frontend.importing.LastStep;
import systole.frontend.importing.OperatorKind;
import systole.frontend.importing.Unsupported;
import systole.layer.reshape.Reshape;
import systole.network.Bundle;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.network.Node;
import systole.network.TensorType;

/** Builds the network of a model, operator by operator, and collects all problems. */
final class Assembler {
    private static final String INPUT = "frame";
    private static final String UNCHANGED = "same";

    private final FileModel model;
    private final DataFlow flow;
    private final SourceRef where;
    private final Problems problems = new Problems();
    private final Unsupported unsupported =
            new Unsupported(OperatorKinds.TABLE, TfliteAdvice.WORDING, TfliteAdvice.ADVICE);
    private final Constants constants = new Constants();
    private final List<Node> nodes = new ArrayList<>();
    /** For each tensor, the name of its layer or of the input. */
    private final Map<Integer, String> names = new HashMap<>();
    /** Tensors of operators that were refused. */
    private final Set<Integer> refused = new HashSet<>();

    Assembler(FileModel model, DataFlow flow, SourceRef where) {
        this.model = model;
        this.flow = flow;
        this.where = where;
    }

    /** The network, or a refusal with all problems. */
    Network network(String name) {
        List<TensorType> inputs = new ArrayList<>();
        List<String> called = new ArrayList<>();
        for (int i = 0; i < flow.inputs().size(); i++) {
            int tensor = flow.inputs().get(i);
            called.add(flow.inputs().size() == 1 ? INPUT : INPUT + i);
            names.put(tensor, called.get(i));
            if (!isFloat(tensor)) {
                new Attempt("the input", where, problems)
                        .of(() -> Activations.type(model.tensor(tensor)))
                        .ifPresent(inputs::add);
            }
        }
        for (FileOperator operator : flow.operators()) {
            if (!admits(operator) || !read(operator)) {
                refused.addAll(operator.outputs());
            }
        }
        unsupported.report(where, problems);
        flow.inputs().stream().filter(this::isFloat).forEach(this::refuseFloat);
        flow.outputs().stream().filter(output -> !names.containsKey(output)).forEach(this::refuseMissing);
        problems.throwIfAny();
        if (nodes.isEmpty() && !flow.operators().isEmpty()) {
            nodes.add(unchanged(inputs.get(0)));
        }
        List<String> outputs = flow.outputs().stream().map(names::get).toList();
        Network network = NetworkValidator.validate(name, new Bundle(called, inputs), nodes, outputs, where, problems);
        return LastStep.joined(network, where);
    }

    private void refuseFloat(int input) {
        if (problems.isEmpty()) {
            problems.add(where, "the input, " + model.tensor(input) + ", is of real numbers", TfliteAdvice.QUANTIZE);
        }
    }

    private void refuseMissing(int output) {
        if (problems.isEmpty()) {
            problems.add(where, "no operator computes the output, " + model.tensor(output), "convert it again");
        }
    }

    /**
     * A layer that changes nothing. It is used if a model has no other layers, because a network needs at least one.
     */
    private Node unchanged(TensorType input) {
        names.put(flow.outputs().get(0), UNCHANGED);
        return new Node(UNCHANGED, new Reshape(input.shape()), List.of(INPUT), Optional.empty(), where);
    }

    /** True if an operator can be read. Otherwise it is remembered. */
    private boolean admits(FileOperator operator) {
        Optional<Diagnostic> variable =
                Optional.ofNullable(model.kept().refused().get(operator.index()));
        if (variable.isPresent()) {
            new Attempt(operator.toString(), where, problems)
                    .report(variable.get().message(), variable.get().hint());
            return false;
        }
        Optional<OperatorKind<OperatorReader>> kind = OperatorKinds.find(operator);
        if (kind.isEmpty()) {
            unsupported.addUnknown(operator.kind(), item(operator));
            return false;
        }
        boolean floats = Stream.concat(kind.get().reader().reads(operator, model).stream(), operator.outputs().stream())
                .anyMatch(this::isFloat);
        if (floats) {
            unsupported.addFloating(item(operator));
        }
        return !floats;
    }

    /** True if a tensor holds real numbers. */
    private boolean isFloat(int tensor) {
        return tensor >= 0 && model.tensor(tensor).isFloat();
    }

    private String item(FileOperator operator) {
        String name = operator.outputs().isEmpty()
                ? ""
                : " '" + model.tensor(operator.outputs().get(0)).name() + "'";
        return operator.index() + " " + operator.kind() + name;
    }

    /** Adds the layers of an operator. Returns false if it was refused. */
    private boolean read(FileOperator operator) {
        OperatorReader reader = OperatorKinds.find(operator).orElseThrow().reader();
        int count = operator.outputs().size();
        if (count != 1 && !reader.severalOutputs()) {
            new Attempt(operator.toString(), where, problems)
                    .report("it has " + count + " outputs", "convert the model again");
            return false;
        }
        return IntStream.range(0, count)
                .filter(part -> isRead(operator.outputs().get(part)))
                .mapToObj(part -> read(operator, part, count == 1 ? "" : "_" + part))
                .reduce(true, Boolean::logicalAnd);
    }

    /** True if a tensor is an output, or is read on the way to one. */
    private boolean isRead(int tensor) {
        return flow.outputs().contains(tensor)
                || flow.operators().stream().anyMatch(o -> o.inputs().contains(tensor));
    }

    /**
     * Adds the layers of an output of an operator. Returns false if it was refused.
     *
     * @param suffix of the names of the layers
     */
    private boolean read(FileOperator operator, int part, String suffix) {
        OperatorKind<OperatorReader> kind = OperatorKinds.find(operator).orElseThrow();
        TfliteOperator view = new TfliteOperator(model, operator, constants, part);
        Attempt attempt = new Attempt(operator.toString(), where, problems);
        List<Integer> reads = kind.reader().reads(operator, model);
        boolean connected = reads.stream().allMatch(tensor -> connected(tensor, attempt));
        Optional<LayerTree> tree = attempt.of(() -> view.complete(() -> tree(view, kind, operator, types(reads))));
        if (tree.isEmpty() || !connected) {
            return false;
        }
        List<String> inputs = reads.stream().map(names::get).toList();
        List<Node> added = tree.get().nodes(kind.name() + operator.index() + suffix, inputs, where);
        nodes.addAll(added);
        names.put(
                operator.outputs().get(part),
                added.isEmpty() ? inputs.get(0) : added.get(added.size() - 1).name());
        return true;
    }

    private static LayerTree tree(
            TfliteOperator view, OperatorKind<OperatorReader> kind, FileOperator operator, List<TensorType> inputs) {
        Int16Kernels.check(view, operator.kind(), inputs);
        return LayerTree.of(view, kind.reader(), inputs);
    }

    private List<TensorType> types(List<Integer> tensors) {
        return tensors.stream().map(this::type).toList();
    }

    private TensorType type(int tensor) {
        if (tensor < 0) {
            throw RefusedException.of(SourceRef.NONE, "one of its inputs is left out", "convert the model again");
        }
        return Activations.type(model.tensor(tensor));
    }

    /** True if a tensor is known. An unknown tensor is reported, unless another refused operator is the cause. */
    private boolean connected(int tensor, Attempt attempt) {
        if (names.containsKey(tensor)) {
            return true;
        }
        if (tensor >= 0 && !refused.contains(tensor)) {
            FileTensor file = model.tensor(tensor);
            attempt.report(
                    "it reads " + file + ", which "
                            + (file.computed() ? "nothing computes before it" : "is a constant"),
                    "operands other than weights are computed from the input");
        }
        return false;
    }
}
