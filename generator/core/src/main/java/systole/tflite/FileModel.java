package systole.tflite;

import java.util.List;

/**
 * What a file says, its indices checked and nothing else.
 *
 * @param tensors by index
 * @param operators in the order in which they are executed
 * @param input index of the tensor that enters
 * @param output index of the tensor that leaves
 */
record FileModel(List<FileTensor> tensors, List<FileOperator> operators, int input, int output) {
    FileModel {
        tensors = List.copyOf(tensors);
        operators = List.copyOf(operators);
    }

    FileTensor tensor(int index) {
        return tensors.get(index);
    }
}
