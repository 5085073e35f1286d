package systole.frontend.tflite;

import java.util.List;

/**
 * The first subgraph of a file, which is the one that runtimes execute. Only its indices have been checked.
 *
 * @param tensors by index
 * @param operators in the order in which they are executed
 * @param inputs indices of the tensors that enter, at least one
 * @param outputs indices of the tensors that leave, at least one
 * @param subgraphs the number of subgraphs; the others run only if an operator calls them
 */
record FileModel(
        List<FileTensor> tensors,
        List<FileOperator> operators,
        List<Integer> inputs,
        List<Integer> outputs,
        int subgraphs) {
    FileModel {
        tensors = List.copyOf(tensors);
        operators = List.copyOf(operators);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    FileTensor tensor(int index) {
        return tensors.get(index);
    }
}
