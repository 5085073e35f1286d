package systole.frontend.onnx;

import java.util.Map;
import systole.network.Network;
import systole.network.Port;
import systole.rim.Rim;

/**
 * A network, with the names and arrangements of tensors in its file.
 *
 * @param input the frames that enter
 * @param output the results that leave
 * @param rim what is done to frames and results of real numbers
 * @param tensors every tensor of the file that is also in the network, by its name in the file
 */
public record OnnxModel(Network network, Port input, Port output, Rim rim, Map<String, Port> tensors) {
    public OnnxModel {
        tensors = Map.copyOf(tensors);
    }
}
