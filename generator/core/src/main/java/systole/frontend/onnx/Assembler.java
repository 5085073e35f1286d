package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.frontend.importing.Attempt;
import systole.frontend.importing.OperatorKind;
import systole.frontend.importing.Unsupported;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.network.Port;
import systole.rim.Rim;
import systole.rim.Tail;

/** Builds the network of a graph, operator by operator, and collects all problems. */
final class Assembler {
    private static final Value REFUSED = new Value.Refused();

    private final Graph graph;
    private final GraphEnd end;
    private final SourceRef where;
    private final Problems problems = new Problems();
    private final NetworkSoFar network;
    private final GraphInput start;
    private final Unsupported unsupported = new Unsupported(OperatorKinds.TABLE, OnnxAdvice.WORDING, OnnxAdvice.ADVICE);
    private final Map<String, Value> values = new HashMap<>();

    Assembler(Graph graph, SourceRef where) {
        this.graph = graph;
        this.end = GraphEnd.of(graph);
        this.where = where;
        this.network = new NetworkSoFar(where);
        this.start = new GraphInput(graph);
    }

    /** The network, or a refusal with all problems. */
    OnnxModel model(String name) {
        graph.constants().forEach((tensor, constant) -> values.put(tensor, new Value.Fixed(constant)));
        Value input = new Attempt("the input, " + graph.input(), where, problems)
                .of(start::value)
                .orElse(REFUSED);
        values.put(graph.input().name(), input);
        for (FileNode node : graph.nodes()) {
            node.outputs().forEach(tensor -> values.put(tensor, REFUSED));
            if (!end.tail().contains(node)) {
                values.put(node.outputs().get(0), admits(node, operands(node)) ? read(node, this::resolve) : REFUSED);
            }
        }
        unsupported.report(where, problems);
        Optional<Wire> output = output();
        Optional<Tail> tail = output.filter(
                        wire -> !end.tail().isEmpty() || graph.output().isFloat())
                .filter(wire -> values.get(end.output()) instanceof Value.Reals)
                .map(this::tail);
        problems.throwIfAny();
        return model(name, output.orElseThrow(), new Rim(start.head(), tail));
    }

    /** The operators behind the last DequantizeLinear. */
    private Tail tail(Wire output) {
        TailReader reader = new TailReader(output);
        values.put(end.output(), reader.running());
        for (FileNode node : end.tail()) {
            values.put(node.outputs().get(0), read(node, reader::add));
        }
        values.put(end.output(), new Value.Reals(output));
        return reader.tail();
    }

    private OnnxModel model(String name, Wire output, Rim rim) {
        Wire input = start.flow().orElseThrow();
        Network valid = NetworkValidator.validate(
                name, input.node(), input.type(), network.nodes(), output.node(), where, problems);
        Map<String, Port> tensors = new HashMap<>();
        values.forEach((tensor, value) -> Value.flow(value).ifPresent(flow -> tensors.put(tensor, flow.port(tensor))));
        return new OnnxModel(valid, input.port(graph.input().name()), output.port(end.output()), rim, tensors);
    }

    private Optional<Wire> output() {
        Optional<Value> value = Optional.ofNullable(values.get(end.output()));
        Optional<Wire> flow = value.flatMap(Value::flow);
        if (flow.isEmpty() && problems.isEmpty()) {
            problems.add(
                    where,
                    "the output, " + graph.output() + ", is "
                            + (value.isEmpty() ? "computed by nothing" : "not one of integers, nor dequantized"),
                    "end the model with a QuantizeLinear; Softmax at the end may be left out for classification");
        }
        return flow;
    }

    private List<Value> operands(FileNode node) {
        List<Value> operands = new ArrayList<>();
        for (String tensor : node.inputs()) {
            if (!tensor.isEmpty() && !values.containsKey(tensor)) {
                problems.add(
                        where,
                        node + ": it reads '" + tensor + "', which nothing computes before it",
                        "export the model again");
            }
            operands.add(values.getOrDefault(tensor, REFUSED));
        }
        return operands;
    }

    /** True if an operator can be read. Otherwise it is remembered. */
    private boolean admits(FileNode node, List<Value> operands) {
        if (OperatorKinds.find(node).isEmpty()) {
            unsupported.addUnknown(node.type(), node.index() + (node.name().isEmpty() ? "" : " '" + node.name() + "'"));
            return false;
        }
        boolean floats = operands.stream().anyMatch(Value.Frames.class::isInstance)
                && !List.of("QuantizeLinear", "Shape").contains(node.operator())
                && !RimSteps.leads(node);
        if (floats) {
            unsupported.addFloating(node.index() + " " + node.operator());
        }
        return !floats;
    }

    private Value read(FileNode node, Function<OnnxOperator, Value> reader) {
        List<Value> operands = operands(node);
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) instanceof Value.Refused
                    && !node.inputs().get(i).isEmpty()) {
                return REFUSED;
            }
        }
        Optional<OperatorKind<OperatorReader>> kind = OperatorKinds.find(node);
        OnnxOperator view = new OnnxOperator(
                node,
                kind.map(OperatorKind::name).orElse("") + node.index(),
                operands,
                new Attributes(node.attributes()),
                network,
                graph,
                new Problems());
        Attempt attempt = new Attempt(node.toString(), where, problems);
        boolean alone = sumsAreForOneReader(node, operands, attempt);
        return attempt.of(() -> view.complete(() -> reader.apply(view)))
                .filter(v -> alone)
                .orElse(REFUSED);
    }

    /** Computes constants, and turns the input into integers at the operator that quantizes it. */
    private Value resolve(OnnxOperator view) {
        Optional<Constant> constant = Folding.result(view);
        if (constant.isPresent()) {
            return new Value.Fixed(constant.get());
        }
        Optional<Value> led = HeadReader.read(view, start);
        return led.orElseGet(
                () -> OperatorKinds.find(view.node()).orElseThrow().reader().read(view));
    }

    /** Refuses sums with several readers, because ONNX Runtime keeps these as real numbers. */
    private boolean sumsAreForOneReader(FileNode node, List<Value> operands, Attempt attempt) {
        boolean alone = true;
        for (int i = 0; i < operands.size(); i++) {
            String tensor = node.inputs().get(i);
            if (operands.get(i) instanceof Value.Sums
                    && (graph.readers(tensor).size() > 1
                            || tensor.equals(graph.output().name()))) {
                attempt.report(
                        "'" + tensor + "' is read elsewhere before it is quantized",
                        "quantize it once, and read the quantized tensor");
                alone = false;
            }
        }
        return alone;
    }
}
