package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.Map;

/**
 * An operator as the file describes it.
 *
 * @param index its place in the order of execution, from 0
 * @param operator its type
 * @param domain empty for ONNX's own
 * @param name its name in the file, shortened; may be empty
 * @param inputs names of tensors; an empty name stands for an input that is left out
 * @param outputs names of tensors; an empty name stands for an output that is not used
 */
record FileNode(
        int index,
        String operator,
        String domain,
        String name,
        List<String> inputs,
        List<String> outputs,
        Map<String, AttributeProto> attributes) {
    FileNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Map.copyOf(attributes);
    }

    /** The same operator on other tensors. */
    FileNode with(List<String> otherInputs) {
        return new FileNode(index, operator, domain, name, otherInputs, outputs, attributes);
    }

    /** The type, with its domain if this is not ONNX's own. */
    String type() {
        return domain.isEmpty() ? operator : domain + "." + operator;
    }

    /** The operator in the words of messages: {@code operator 3 Conv 'stem'}. */
    @Override
    public String toString() {
        return "operator " + index + " " + operator + (name.isEmpty() ? "" : " '" + name + "'");
    }
}
