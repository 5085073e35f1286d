package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The place where a graph stops computing an output with integers.
 *
 * @param output the tensor that leaves the hardware
 * @param tail the operators behind it, in the order of execution; each reads one tensor that is not a constant
 */
record GraphEnd(String output, List<FileNode> tail) {
    GraphEnd {
        tail = List.copyOf(tail);
    }

    /** The operators behind the last DequantizeLinear. If there is a Softmax, also those in front of its quantizer. */
    static GraphEnd of(Graph graph, FileTensor output) {
        List<FileNode> chain = chain(graph, output);
        int softmax = 0;
        while (softmax < chain.size() && !RimSteps.isSoftmax(chain.get(softmax))) {
            softmax++;
        }
        int cut = Math.min(softmax, chain.size() - 1);
        while (cut >= 0 && !chain.get(cut).operator().equals("DequantizeLinear")) {
            cut--;
        }
        List<FileNode> tail = chain.subList(cut + 1, chain.size());
        boolean quantized = softmax == chain.size()
                && tail.stream().anyMatch(n -> n.operator().equals("QuantizeLinear"));
        boolean none = cut < 0 || quantized || tail.stream().allMatch(RimSteps::moves);
        return none
                ? new GraphEnd(output.name(), List.of())
                : new GraphEnd(chain.get(cut).outputs().get(0), tail);
    }

    /** The operators that lead to an output one by one. */
    private static List<FileNode> chain(Graph graph, FileTensor output) {
        Set<String> computed = computed(graph);
        List<FileNode> chain = new ArrayList<>();
        Optional<FileNode> next = graph.producer(output.name());
        while (next.isPresent()) {
            FileNode node = next.get();
            boolean pair = List.of("QuantizeLinear", "DequantizeLinear").contains(node.operator());
            List<String> running =
                    node.inputs().stream().filter(computed::contains).toList();
            String result = node.outputs().get(0);
            boolean alone = chain.isEmpty()
                    ? graph.readers(result).isEmpty()
                    : graph.readers(result).size() == 1 && !graph.isOutput(result);
            if (running.size() != 1 || !alone || !(pair || RimSteps.trails(node))) {
                break;
            }
            chain.add(node);
            next = graph.producer(running.get(0));
        }
        Collections.reverse(chain);
        return chain;
    }

    /** The tensors that depend on a frame. */
    static Set<String> computed(Graph graph) {
        Set<String> computed =
                new HashSet<>(graph.inputs().stream().map(FileTensor::name).toList());
        for (FileNode node : graph.nodes()) {
            boolean depends = node.inputs().stream().anyMatch(computed::contains)
                    && !node.operator().equals("Shape");
            if (depends) {
                computed.addAll(node.outputs());
            }
        }
        return computed;
    }
}
