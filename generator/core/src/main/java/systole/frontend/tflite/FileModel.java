package systole.frontend.tflite;

import java.util.List;

/**
 * The first subgraph of a file, which is the one that runtimes execute. Only its indices have been checked.
 *
 * @param tensors by index
 * @param operators in the order in which they are executed
 * @param input index of the tensor that enters
 * @param output index of the tensor that leaves
 * @param subgraphs the number of subgraphs; the others run only if an operator calls them
 */
record FileModel(List<FileTensor> tensors, List<FileOperator> operators, int input, int output, int subgraphs) {
    FileModel {
        tensors = List.copyOf(tensors);
        operators = List.copyOf(operators);
    }

    FileTensor tensor(int index) {
        return tensors.get(index);
    }
}
