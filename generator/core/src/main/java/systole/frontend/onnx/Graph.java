package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of a file in the order of execution.
 *
 * @param constants by name
 * @param opset version of ONNX's own operators
 */
record Graph(List<FileNode> nodes, Map<String, Constant> constants, FileTensor input, FileTensor output, long opset) {
    Graph {
        nodes = List.copyOf(nodes);
        constants = Map.copyOf(constants);
    }

    /** The operators that read a tensor. */
    List<FileNode> readers(String tensor) {
        return nodes.stream().filter(n -> n.inputs().contains(tensor)).toList();
    }

    /** The same graph with only those operators on which the output depends. */
    Graph needed() {
        Set<String> wanted = new HashSet<>(Set.of(output.name()));
        List<FileNode> needed = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            FileNode node = nodes.get(i);
            if (node.outputs().stream().anyMatch(wanted::contains)) {
                needed.add(0, node);
                wanted.addAll(node.inputs());
            }
        }
        return new Graph(needed, constants, input, output, opset);
    }

    /** True if some operator has this type. */
    boolean has(String operator) {
        return nodes.stream().anyMatch(n -> n.operator().equals(operator));
    }
}
