package systole.frontend.dsl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import systole.catalog.StandardCatalog;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.golden.GoldenModel;
import systole.layer.Kinds;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.LstmBuilder;
import systole.layer.lstm.RandomLstm;
import systole.network.Network;
import systole.network.Node;

class BidirectionalTest {
    private static final RandomLstm SORT = RandomLstm.of(3, 2, GateKind.HARD);

    private static NetworkBuilder net() {
        return NetworkBuilder.network("both");
    }

    private static Flow input(NetworkBuilder net) {
        return net.input("x", TypeSpec.int8(4, 3).scale(1 / 64.0).zero(3));
    }

    private static Network bidirectional(LstmBuilder ahead, LstmBuilder back) {
        NetworkBuilder net = net();
        return net.output(input(net).bidirectional("y", ahead, back));
    }

    private static GoldenModel golden(Network network) {
        return new GoldenModel(
                network, layer -> StandardCatalog.CATALOG.of(layer).golden());
    }

    @Test
    void stepsStandBesideEachOther() {
        Network network =
                bidirectional(SORT.builder(1).sequence(), SORT.builder(2).sequence());
        assertEquals(
                List.of("y_ahead", "y_turned", "y_back", "y_returned", "y"),
                network.nodes().stream().map(Node::name).toList());
        int[] frame = Kinds.frame(new Random(3), network.inputType());
        GoldenModel golden = golden(network);
        int[] both = golden.run(frame);
        int[] ahead = golden.tensor("y_ahead");
        int[] back = golden.tensor("y_back");
        for (int t = 0; t < 4; t++) {
            assertArrayEquals(
                    new int[] {ahead[2 * t], ahead[2 * t + 1], back[6 - 2 * t], back[7 - 2 * t]},
                    Arrays.copyOfRange(both, 4 * t, 4 * t + 4));
        }
        int[] turned = new int[frame.length];
        for (int t = 0; t < 4; t++) {
            System.arraycopy(frame, 3 * t, turned, 9 - 3 * t, 3);
        }
        assertArrayEquals(Kinds.run(SORT.builder(2).sequence().get(), network.inputType(), turned), back);
    }

    @Test
    void lastStepsStandBesideEachOther() {
        Network network = bidirectional(SORT.builder(1), SORT.builder(2));
        assertEquals(4, network.nodes().size());
        assertEquals(List.of(1, 4), network.outputType().shape().dims());
    }

    @Test
    void whatIsWrongIsToldOnce() {
        List<Diagnostic> told = assertThrows(
                        RefusedException.class,
                        () -> bidirectional(
                                SORT.builder(1).sequence(), SORT.builder(2).cellFraction(20)))
                .diagnostics();
        assertEquals(1, told.size());
        assertTrue(told.get(0).message().contains("fraction bits"), told.get(0).message());
        assertEquals("BidirectionalTest.java", told.get(0).where().file());
    }
}
