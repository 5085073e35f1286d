package systole.tflite;

import java.util.List;

/**
 * What a file says of its first subgraph, which is the one that runtimes execute; its indices checked and nothing else.
 *
 * @param tensors by index
 * @param operators in the order in which they are executed
 * @param input index of the tensor that enters
 * @param output index of the tensor that leaves
 * @param subgraphs how many there are; others run only if an operator calls them
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
