package systole.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import systole.catalog.StandardCatalog;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.Kinds;
import systole.layer.add.Add;
import systole.layer.clamp.Relu;
import systole.layer.concat.Concat;
import systole.layer.support.Axis;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.NetworkValidator;
import systole.network.Node;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;

class GoldenModelTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8);

    private static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs), Optional.empty(), SourceRef.NONE);
    }

    private static GoldenModel model() {
        Add add = Add.add()
                .requant(new Pow2(ShiftRounding.FLOOR, List.of(0)))
                .output(INT8)
                .get();
        List<Node> nodes = List.of(
                node("positive", new Relu(), "x"),
                node("sum", add, "x", "positive"),
                node("both", new Concat(Axis.CHANNELS), "sum", "x"));
        return new GoldenModel(
                NetworkValidator.validate(
                        "net", "x", Kinds.type(INT8, 1, 2), nodes, "both", SourceRef.NONE, new Problems()),
                layer -> StandardCatalog.CATALOG.of(layer).golden());
    }

    @Test
    void everyTensorOfEveryFrame() {
        GoldenModel model = model();
        int[] first = model.run(new int[] {-5, 70});
        assertArrayEquals(new int[] {-5, 127, -5, 70}, first);
        assertArrayEquals(new int[] {0, 70}, model.tensor("positive"));
        assertArrayEquals(new int[] {-5, 127}, model.tensor("sum"));
        assertArrayEquals(new int[] {2, 4, 1, 2}, model.run(new int[] {1, 2}));
        assertArrayEquals(new int[] {1, 2}, model.tensor("x"));
        assertArrayEquals(new int[] {-5, 127, -5, 70}, first, "results are the caller's");
    }

    @Test
    void wrongFrames() {
        assertThrows(IllegalArgumentException.class, () -> model().run(new int[3]));
        assertThrows(IllegalArgumentException.class, () -> model().run(new int[] {0, 128}));
        assertThrows(IllegalArgumentException.class, () -> model().tensor("nothing"));
    }
}
