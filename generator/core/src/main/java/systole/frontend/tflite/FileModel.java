package systole.frontend.tflite;

import java.util.List;
import java.util.Map;

/**
 * The first subgraph of a file, which is the one that runtimes execute. Only its indices have been checked.
 *
 * @param tensors by index
 * @param operators in the order in which they are executed
 * @param inputs indices of the tensors that enter, at least one
 * @param outputs indices of the tensors that leave, at least one
 * @param subgraphs the number of subgraphs; the others run only if an operator calls them
 * @param called the subgraphs that run once before the first frame, by index; they have no inputs and outputs
 * @param kept what the variables are
 */
record FileModel(
        List<FileTensor> tensors,
        List<FileOperator> operators,
        List<Integer> inputs,
        List<Integer> outputs,
        int subgraphs,
        Map<Integer, FileModel> called,
        Kept kept) {
    FileModel {
        tensors = List.copyOf(tensors);
        operators = List.copyOf(operators);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        called = Map.copyOf(called);
    }

    /** The same file with other operators. */
    FileModel with(List<FileOperator> others, Kept variables) {
        return new FileModel(tensors, others, inputs, outputs, subgraphs, called, variables);
    }

    FileTensor tensor(int index) {
        return tensors.get(index);
    }
}
