package systole.frontend.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static systole.frontend.dsl.TypeSpec.int8;
import static systole.layer.concat.Concat.concat;
import static systole.layer.slice.Slice.slice;

import java.util.List;
import org.junit.jupiter.api.Test;
import systole.diagnostic.SourceRef;
import systole.frontend.dsl.Flow;
import systole.frontend.dsl.NetworkBuilder;
import systole.layer.clamp.Relu;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.Lstm;
import systole.layer.lstm.RandomLstm;
import systole.network.Network;
import systole.network.Node;

class LastStepTest {
    private final NetworkBuilder net = NetworkBuilder.network("n");
    private final Flow lstm = net.input("x", int8(4, 3).scale(1 / 64.0).zero(3))
            .then("h", RandomLstm.of(3, 2, GateKind.HARD).builder(1).sequence());

    private static List<String> names(Network network) {
        return network.nodes().stream().map(Node::name).toList();
    }

    private static Network joined(Network network) {
        return LastStep.joined(network, SourceRef.NONE);
    }

    @Test
    void oneLayerInsteadOfTwo() {
        Network network =
                joined(net.output(lstm.then("p", slice().columns(3, 1, 1)).then("y", Relu::new)));
        assertEquals(List.of("h", "y"), names(network));
        assertEquals(List.of(1, 2), network.outputType().shape().dims());
        assertEquals(false, ((Lstm) network.nodes().get(0).layer()).sequence());
    }

    @Test
    void theOutputIsRenamed() {
        Network network = joined(net.output(lstm.then("p", slice().columns(3, 1, 1))));
        assertEquals(List.of("h"), network.outputs());
    }

    @Test
    void notIfSomethingElseReadsTheSequence() {
        Flow last = lstm.then("p", slice().columns(3, 1, 1));
        Flow first = lstm.then("q", slice().columns(0, 1, 1));
        Network network = net.output(net.join("y", concat(), last, first));
        assertSame(network, joined(network));
    }

    @Test
    void notIfSeveralStepsAreTaken() {
        Network network = net.output(lstm.then("p", slice().columns(1, 2, 2)));
        assertSame(network, joined(network));
    }

    @Test
    void notAnotherStep() {
        Network network = net.output(lstm.then("p", slice().columns(2, 1, 1)));
        assertSame(network, joined(network));
    }

    @Test
    void notAPartOfTheLastStep() {
        Network network = net.output(lstm.then("p", slice().columns(3, 1, 1).channels(0, 1, 1)));
        assertSame(network, joined(network));
    }
}
