package systole.frontend.onnx;

import java.util.List;
import java.util.Map;
import systole.network.Network;
import systole.network.Port;
import systole.network.Side;
import systole.rim.Rim;

/**
 * A network, with the names and arrangements of tensors in its file.
 *
 * @param inputs the frames that enter, one tensor for each input of the file
 * @param outputs the results that leave, one tensor for each output of the file
 * @param rim what is done to frames and results of real numbers
 * @param tensors every tensor of the file that is also in the network, by its name in the file
 */
public record OnnxModel(Network network, List<Port> inputs, List<Port> outputs, Rim rim, Map<String, Port> tensors) {
    public OnnxModel {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        tensors = Map.copyOf(tensors);
    }

    /** The tensors that enter. */
    public Side in() {
        return new Side(network.input(), inputs);
    }

    /** The tensors that leave. */
    public Side out() {
        return new Side(network.output(), outputs);
    }
}
