package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.importing.Attempt;
import systole.frontend.importing.OperatorKind;
import systole.frontend.importing.Unsupported;
import systole.network.Bundle;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.network.Port;
import systole.rim.Rim;
import systole.rim.Tail;

/** Builds the network of a graph, operator by operator, and collects all problems. */
final class Assembler {
    private static final String INPUT = "frame";
    private static final Value REFUSED = new Value.Refused();

    private final Graph graph;
    private final List<GraphEnd> ends;
    private final Set<FileNode> trailing;
    private final SourceRef where;
    private final Problems problems = new Problems();
    private final NetworkSoFar network;
    private final List<GraphInput> starts;
    private final Unsupported unsupported = new Unsupported(OperatorKinds.TABLE, OnnxAdvice.WORDING, OnnxAdvice.ADVICE);
    private final Map<String, Value> values = new HashMap<>();

    Assembler(Graph graph, SourceRef where, RealArithmetic reals) {
        this.graph = graph;
        this.ends = graph.outputs().stream()
                .map(output -> GraphEnd.of(graph, output))
                .toList();
        this.trailing = ends.stream().flatMap(end -> end.tail().stream()).collect(Collectors.toSet());
        this.where = where;
        this.network = new NetworkSoFar(where, reals);
        this.starts = IntStream.range(0, graph.inputs().size())
                .mapToObj(i -> new GraphInput(
                        graph, graph.inputs().get(i), graph.inputs().size() == 1 ? INPUT : INPUT + i))
                .toList();
    }

    /** The network, or a refusal with all problems. */
    OnnxModel model(String name) {
        graph.constants().forEach((tensor, constant) -> values.put(tensor, new Value.Fixed(constant)));
        for (int i = 0; i < starts.size(); i++) {
            FileTensor input = graph.inputs().get(i);
            values.put(
                    input.name(),
                    new Attempt("the input, " + input, where, problems)
                            .of(starts.get(i)::value)
                            .orElse(REFUSED));
        }
        for (FileNode node : graph.nodes()) {
            node.outputs().forEach(tensor -> values.put(tensor, REFUSED));
            if (!trailing.contains(node) && admits(node, operands(node))) {
                readOutputs(node);
            }
        }
        unsupported.report(where, problems);
        List<Optional<Wire>> outputs =
                ends.stream().map(end -> Value.flow(values.get(end.output()))).toList();
        for (int i = 0; i < ends.size(); i++) {
            requireOutput(graph.outputs().get(i), ends.get(i), outputs.get(i));
        }
        List<Optional<Tail>> tails = IntStream.range(0, ends.size())
                .mapToObj(i -> tail(graph.outputs().get(i), ends.get(i), outputs.get(i)))
                .toList();
        problems.throwIfAny();
        return model(name, outputs.stream().map(Optional::orElseThrow).toList(), tails);
    }

    /** What there is to tell about the network, once it is built. */
    List<String> notes() {
        return network.notes();
    }

    private void requireOutput(FileTensor output, GraphEnd end, Optional<Wire> flow) {
        if (flow.isEmpty() && problems.isEmpty()) {
            problems.add(
                    where,
                    "the output, " + output + ", is "
                            + (values.containsKey(end.output())
                                    ? "not one of integers, nor dequantized"
                                    : "computed by nothing"),
                    "end the model with a QuantizeLinear; Softmax at the end may be left out for classification");
        }
    }

    /** The operators behind the last DequantizeLinear. */
    private Optional<Tail> tail(FileTensor output, GraphEnd end, Optional<Wire> flow) {
        boolean real =
                values.get(end.output()) instanceof Value.Reals && (!end.tail().isEmpty() || output.isFloat());
        if (!real || flow.isEmpty()) {
            return Optional.empty();
        }
        TailReader reader = new TailReader(flow.get());
        values.put(end.output(), reader.running());
        for (FileNode node : end.tail()) {
            values.put(node.outputs().get(0), read(node, 0, reader::add));
        }
        values.put(end.output(), new Value.Reals(flow.get()));
        return Optional.of(reader.tail());
    }

    private OnnxModel model(String name, List<Wire> outputs, List<Optional<Tail>> tails) {
        List<Wire> inputs = IntStream.range(0, starts.size())
                .mapToObj(i -> starts.get(i)
                        .flow()
                        .orElseThrow(() -> unused(graph.inputs().get(i))))
                .toList();
        Network valid = NetworkValidator.validate(
                name,
                new Bundle(
                        inputs.stream().map(Wire::node).toList(),
                        inputs.stream().map(Wire::type).toList()),
                network.nodes(),
                outputs.stream().map(Wire::node).toList(),
                where,
                problems);
        Map<String, Port> tensors = new HashMap<>();
        values.forEach((tensor, value) -> Value.flow(value).ifPresent(flow -> tensors.put(tensor, flow.port(tensor))));
        return new OnnxModel(
                valid,
                IntStream.range(0, inputs.size())
                        .mapToObj(i -> inputs.get(i).port(graph.inputs().get(i).name()))
                        .toList(),
                IntStream.range(0, outputs.size())
                        .mapToObj(i -> outputs.get(i).port(ends.get(i).output()))
                        .toList(),
                new Rim(starts.stream().map(GraphInput::head).toList(), tails),
                tensors);
    }

    private RefusedException unused(FileTensor input) {
        return RefusedException.of(where, "the input, " + input + ", is read by nothing", "remove it from the model");
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

    /** Reads an operator for each of its outputs that is used. */
    private void readOutputs(FileNode node) {
        int outputs = OperatorKinds.find(node).orElseThrow().reader().severalOutputs()
                ? node.outputs().size()
                : 1;
        for (int part = 0; part < outputs; part++) {
            String tensor = node.outputs().get(part);
            if (outputs == 1 || graph.isOutput(tensor) || !graph.readers(tensor).isEmpty()) {
                values.put(tensor, read(node, part, this::resolve));
            }
        }
    }

    /** @param part the output that is read */
    private Value read(FileNode node, int part, Function<OnnxOperator, Value> reader) {
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
                part,
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
        Optional<Value> led = HeadReader.read(view);
        return led.orElseGet(
                () -> OperatorKinds.find(view.node()).orElseThrow().reader().read(view));
    }

    /** Refuses sums with several readers, because ONNX Runtime keeps these as real numbers. */
    private boolean sumsAreForOneReader(FileNode node, List<Value> operands, Attempt attempt) {
        boolean alone = true;
        for (int i = 0; i < operands.size(); i++) {
            String tensor = node.inputs().get(i);
            if (operands.get(i) instanceof Value.Sums && (graph.readers(tensor).size() > 1 || graph.isOutput(tensor))) {
                attempt.report(
                        "'" + tensor + "' is read elsewhere before it is quantized",
                        "quantize it once, and read the quantized tensor");
                alone = false;
            }
        }
        return alone;
    }
}
