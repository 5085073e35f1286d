package systole.style.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.engine.EngineKind;
import systole.engine.EngineTable;
import systole.engine.Fold;
import systole.engine.clamp.ClampEngine;
import systole.engine.mac.MacEngine;
import systole.engine.pad.PadEngine;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.clamp.Relu;
import systole.layer.dense.Dense;
import systole.layer.pool.MaxPool2d;
import systole.layer.reshape.Flatten;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Padding.Explicit;
import systole.network.Quantized;
import systole.network.Requantization.Thresholds;
import systole.network.Shape;
import systole.op.OpGraph;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.Wiring;
import systole.target.chip.ChipFamilies;

class ClaimOpsTest {
    private static Wiring lower(Network network) {
        return new ClaimOps(EngineCatalog.CATALOG, ChipFamilies.usual())
                .run(OpGraph.of(network, StandardCatalog.CATALOG))
                .wiring();
    }

    @Test
    void aFreeLayerIsAnotherNameForItsInput() {
        NetworkBuilder net = NetworkBuilder.network("net");
        Wiring wiring = lower(net.output(net.input("image", TypeSpec.int8(2, 2, 1))
                .then("flat", Flatten::new)
                .then("dense", TinyNetworks.dense(3, 4))
                .then("again", Flatten::new)));
        assertEquals("dense", wiring.output());
        assertEquals(List.of("image"), wiring.stages().get(0).sources());
    }

    @Test
    void aChainOfEnginesEndsWithTheLayersName() {
        NetworkBuilder net = NetworkBuilder.network("net");
        Wiring wiring = lower(net.output(net.input("image", TypeSpec.int8(4, 4, 1))
                .then("pool", MaxPool2d.maxpool2d().kernel(2).clamp(-5, 5))));
        assertEquals(
                List.of("pool_max", "pool"),
                wiring.stages().stream().map(s -> s.unit().name()).toList());
        assertEquals(List.of("pool_max"), wiring.stages().get(1).sources());
    }

    @Test
    void aLayerMayHaveTheNameOfAnothersPart() {
        NetworkBuilder net = NetworkBuilder.network("net");
        Network network = net.output(net.input("image", TypeSpec.int8(4, 4, 1))
                .then("pool", MaxPool2d.maxpool2d().kernel(2).clamp(-5, 5))
                .then("pool_max", Relu::new));
        assertEquals(
                List.of("pool_max_", "pool", "pool_max"),
                lower(network).stages().stream().map(s -> s.unit().name()).toList());
    }

    @Test
    void reshapingAloneIsAUnitThatPassesEverything() {
        NetworkBuilder net = NetworkBuilder.network("net");
        Network network = net.output(net.input("image", TypeSpec.int8(2, 2, 1)).then("flat", Flatten::new));
        Wiring wiring = lower(network);
        assertEquals(
                new ClampEngine("flat", IntType.INT8, -128, 127, 4, 4, new Fold(1, 1)),
                wiring.stages().get(0).unit());
        assertEquals("flat", wiring.output());
    }

    /** A window that lies in the padding altogether has no place in a ring. */
    @ParameterizedTest
    @CsvSource({"3, 0, 1, 1", "0, 3, 1, 1", "1, 1, 3, 0", "1, 1, 0, 3"})
    void paddingAsWideAsTheKernelHasAnEngineOfItsOwn(int top, int bottom, int left, int right) {
        NetworkBuilder net = NetworkBuilder.network("net");
        Network network = net.output(net.input("image", TypeSpec.int8(6, 5, 2).zero(-7))
                .then("conv", TinyNetworks.conv(3, 2, new Explicit(top, bottom, left, right))));
        List<Stage> stages = lower(network).stages();
        PadEngine pad = (PadEngine) stages.get(0).unit();
        MacEngine conv = (MacEngine) stages.get(1).unit();
        assertEquals("conv_pad", pad.name());
        assertEquals(-7, pad.value());
        assertEquals(6 + top + bottom, conv.shape().window().inH());
        assertEquals(5 + left + right, conv.shape().window().inW());
        assertEquals(0, conv.shape().window().padTop() + conv.shape().window().padLeft());
        assertEquals(
                network.outputType().shape(),
                Shape.of(conv.shape().window().outH(), conv.shape().window().outW(), 3));
        assertEquals(pad.output().elements(), conv.input().elements());
    }

    /** Nine bits whose steps are those of a square root, which are no straight line and too many for thresholds. */
    @Test
    void aRequantizerWithoutAFormIsRefusedWithTheLayerAndWhatToDo() {
        int[] squares = IntStream.range(1, 512).map(i -> i * i / 4).toArray();
        NetworkBuilder net = NetworkBuilder.network("net");
        Network network = net.output(net.input("image", TypeSpec.uint8(8))
                .then(
                        "dense",
                        Dense.dense()
                                .weights(new IntTensor(List.of(1, 8), new int[] {99, 99, 99, 99, 99, 99, 99, 99}))
                                .requant(new Thresholds(new IntTensor(List.of(1, squares.length), squares)))
                                .output(new Quantized(new IntType(9, false)))));
        List<Diagnostic> told =
                assertThrows(RefusedException.class, () -> lower(network)).diagnostics();
        assertEquals(1, told.size());
        assertEquals("ClaimOpsTest.java", told.get(0).where().file());
        assertTrue(told.get(0).message().startsWith("dense: no multiplication of up to 4 DSP slices"));
        assertEquals(
                "use a scale or a rounding with fewer bits, or an output of 8 bits",
                told.get(0).hint());
    }

    /** Only the maintainers of the program can mend this fault. */
    @Test
    void aFaultOfAnEngineIsNotTheNetworks() {
        NetworkBuilder net = NetworkBuilder.network("net");
        Network network = net.output(net.input("image", TypeSpec.int8(4)).then("relu", Relu::new));
        EngineKind faulty = new EngineKind("faulty", (name, op, hardBlocks) -> {
            throw new IllegalStateException("a fault");
        });
        ClaimOps claims = new ClaimOps(new EngineTable(List.of(faulty)), ChipFamilies.usual());
        OpGraph graph = OpGraph.of(network, StandardCatalog.CATALOG);
        assertEquals(
                "a fault",
                assertThrows(IllegalStateException.class, () -> claims.run(graph))
                        .getMessage());
    }

    @Test
    void narrowPaddingIsTheWindowsOwn() {
        NetworkBuilder net = NetworkBuilder.network("net");
        Wiring wiring = lower(net.output(net.input("image", TypeSpec.int8(6, 5, 2))
                .then("conv", TinyNetworks.conv(3, 2, new Explicit(2, 2, 2, 2)))));
        assertEquals(1, wiring.stages().size());
    }
}
