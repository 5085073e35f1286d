package systole.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.data.NpyType;

/** The option that says what is computed where ONNX Runtime works with real numbers. */
class ReadOptionsTest {
    @TempDir
    private Path folder;

    private Path model;

    /** The mean of six real numbers, each 0.3 times an integer. */
    @BeforeEach
    void writeTheModel() throws IOException {
        GraphProto graph = GraphProto.newBuilder()
                .setName("mean")
                .addInitializer(TensorProto.newBuilder()
                        .setName("s")
                        .setDataType(DataType.FLOAT_VALUE)
                        .addFloatData(0.3f))
                .addInitializer(TensorProto.newBuilder()
                        .setName("z")
                        .setDataType(DataType.INT8_VALUE)
                        .addInt32Data(0))
                .addInput(tensor("x", 1, 1, 2, 3))
                .addOutput(tensor("y", 1, 1, 1, 1))
                .addNode(node("DequantizeLinear", "d", "x", "s", "z"))
                .addNode(node("ReduceMean", "m", "d")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("axes")
                                .setType(AttributeProto.AttributeType.INTS)
                                .addInts(2)
                                .addInts(3)))
                .addNode(node("QuantizeLinear", "y", "m", "s", "z"))
                .build();
        model = folder.resolve("mean.onnx");
        Files.write(
                model,
                ModelProto.newBuilder()
                        .setIrVersion(8)
                        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                        .setGraph(graph)
                        .build()
                        .toByteArray());
    }

    private static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static ValueInfoProto tensor(String name, int... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int dim : dims) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
        }
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.INT8_VALUE)
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    @Test
    void withoutItTheModelIsRefusedWithAdvice() {
        Shell refused = Shell.fail(ExitCode.REFUSED, "info", model);
        assertTrue(refused.err().contains("--reals exact"), refused::toString);
        Shell.fail(ExitCode.REFUSED, "info", model, "--reals", "runtime");
    }

    @Test
    void withItTheDifferenceIsTold() {
        Path frames = folder.resolve("x.npy");
        Path results = folder.resolve("y.npy");
        long[] elements = {1, 1, 1, 0, 0, 0, 3, 3, 3, 0, 0, 0, 5, 5, 5, 0, 0, 0};
        OutputFile.write(frames, Npy.bytes(NpyArray.ofLongs(NpyType.INT8, List.of(3, 1, 2, 3), elements)));
        for (String option : List.of("--reals", "--average")) {
            Shell told = Shell.succeed("golden", model, "--inputs", frames, "--outputs", results, option, "exact");
            assertTrue(told.err().contains("operator 1 ReduceMean: the exact result is rounded once"), told::toString);
            assertArrayEquals(new double[] {0, 2, 2}, Npy.read(results).toDoubles());
        }
    }

    @Test
    void otherWordsAreNotUnderstood() {
        Shell refused = Shell.fail(ExitCode.USAGE, "info", model, "--reals", "perhaps");
        assertEquals(List.of(), refused.out().lines().toList());
        assertTrue(refused.err().contains("RUNTIME, EXACT"), refused::toString);
    }
}
