package systole.onnx;

import java.util.Map;
import systole.network.Network;
import systole.network.Port;

/**
 * A network and how the author of its file names and arranges tensors.
 *
 * @param input the frames that enter
 * @param output the results that leave
 * @param tensors every tensor of the file that the network has, by its name in the file
 */
public record OnnxModel(Network network, Port input, Port output, Map<String, Port> tensors) {
    public OnnxModel {
        tensors = Map.copyOf(tensors);
    }
}
