package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.golden.GoldenModel;
import systole.layer.lstm.Cell;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.Lstm;
import systole.network.Layer;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.network.Node;

/**
 * With table gates an LSTM is that of TensorFlow Lite for Microcontrollers (tflite-micro 0.dev20261023182759, all samples
 * run once): its outputs are those of TensorFlow Lite in all samples but one.
 */
class MicrocontrollersTest {
    private static final int OTHER = 40;
    private static final int[] OUTPUT = {-57, -124, -124, -128, -124, -57, -118, -44, -128, -122};

    @Test
    void outputsAreEqual() {
        String name = "trained_lstm_int8";
        GoldenModel golden = Models.golden(withTables(new TfliteReader(note -> {}).read(Models.file(name))));
        List<int[]> inputs = Models.samples(name, "inputs");
        List<int[]> outputs = Models.samples(name, "outputs");
        for (int i = 0; i < inputs.size(); i++) {
            int sample = i;
            assertArrayEquals(
                    i == OTHER ? OUTPUT : outputs.get(i), golden.run(inputs.get(i)), () -> "sample " + sample);
        }
    }

    private static Network withTables(Network network) {
        List<Node> nodes = network.nodes().stream()
                .map(n -> new Node(n.name(), withTables(n.layer()), n.inputs(), n.build(), n.where()))
                .toList();
        return NetworkValidator.validate(
                network.name(), network.input(), nodes, network.outputs(), SourceRef.NONE, new Problems());
    }

    private static Layer withTables(Layer layer) {
        return layer instanceof Lstm l
                ? new Lstm(
                        l.kernel(),
                        l.recurrent(),
                        l.weightType(),
                        new Cell(GateKind.TABLE, l.cell().fraction(), l.cell().clip()),
                        l.hidden(),
                        l.output(),
                        l.sequence(),
                        l.stateful())
                : layer;
    }
}
