package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.Pool2DOptionsT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.SoftmaxOptionsT;
import org.tensorflow.lite.schema.TensorType;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;

/** What is said about models that cannot become networks. */
class RefusalTest {
    private static final byte NONE = BuiltinOptions.NONE;
    private static final byte INT8 = TensorType.INT8;

    private final TinyModel model = new TinyModel();

    private List<String> refusals(int input, int... outputs) {
        return refusals(model.write(new int[] {input}, outputs)).stream()
                .map(Diagnostic::message)
                .toList();
    }

    private static List<Diagnostic> refusals(byte[] file) {
        return assertThrows(RefusedException.class, () -> new TfliteReader(note -> {}).read(file, "model", "m.tflite"))
                .diagnostics();
    }

    private int int8(int... dims) {
        return model.tensor(INT8, 0.5, 3, dims);
    }

    @Test
    void everythingIsToldAtOnce() {
        int in = int8(1, 4, 4, 2);
        int a = int8(1, 4, 4, 2);
        int b = int8(1, 4, 4, 2);
        int c = int8(1, 2, 4, 2);
        int d = model.plain(TensorType.FLOAT32, 1, 2, 4, 2);
        int e = int8(1, 2, 4, 2);
        int out = model.tensor(INT8, 1.0 / 256, -128, 1, 2, 4, 2);
        Pool2DOptionsT pool = new Pool2DOptionsT();
        pool.setFilterHeight(3);
        pool.setFilterWidth(1);
        pool.setStrideH(1);
        pool.setStrideW(1);
        pool.setPadding((byte) 1);
        pool.setFusedActivationFunction(ActivationFunctionType.TANH);
        SoftmaxOptionsT soft = new SoftmaxOptionsT();
        model.operator(BuiltinOperator.SIN, NONE, null, List.of(in), a);
        model.operator(BuiltinOperator.DIV, NONE, null, List.of(a, in), b);
        model.operator(BuiltinOperator.MAX_POOL_2D, BuiltinOptions.Pool2DOptions, pool, List.of(b), c);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(c), d);
        model.operator(BuiltinOperator.ELU, NONE, null, List.of(d), e);
        model.operator(BuiltinOperator.SOFTMAX, BuiltinOptions.SoftmaxOptions, soft, List.of(e), out);
        assertEquals(
                List.of(
                        "operator 2 MAX_POOL_2D: the fused activation function TANH",
                        "operator 5 SOFTMAX: beta 0.0 times the input scale 0.5 is not above 2^-26",
                        "operator 4 ELU 't5': not supported",
                        "operator 1 DIV 't2'; operator 0 SIN 't1': not supported",
                        "operator 3 RELU 't4': they compute with real numbers"),
                refusals(in, out));
    }

    @Test
    void everyHintSaysWhatToDo() {
        int in = int8(1, 4);
        int out = int8(1, 4);
        model.operator(BuiltinOperator.SIN, NONE, null, List.of(in), out);
        List<Diagnostic> told = refusals(model.write(new int[] {in}, out));
        assertEquals(1, told.size());
        assertTrue(told.get(0)
                .hint()
                .startsWith(
                        "these kinds are: ABS, ADD, ARG_MAX, AVERAGE_POOL_2D, BROADCAST_TO, CONCATENATION, CONV_2D"));
        assertEquals("m.tflite", told.get(0).where().file());
    }

    @Test
    void inputsThatReachNoOutput() {
        int in = int8(1, 4);
        int out = int8(1, 4);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), out);
        List<String> told = refusals(model.write(new int[] {in, in}, out, in)).stream()
                .map(Diagnostic::message)
                .toList();
        assertEquals(List.of("the output is the input itself", "the input 'frame0' does not reach an output"), told);
    }

    @Test
    void batches() {
        int in = int8(8, 4, 4, 2);
        int out = int8(8, 4, 4, 2);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), out);
        List<Diagnostic> told = refusals(model.write(new int[] {in}, out));
        assertEquals("the input: tensor 't0' is [8, 4, 4, 2]", told.get(0).message());
        assertTrue(told.get(0).hint().contains("batch of 1"));
    }

    @Test
    void openSizes() {
        int in = int8(1, 1, 1, 2);
        model.last().setShapeSignature(new int[] {-1, -1, -1, 2});
        int out = int8(1, 1, 1, 2);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), out);
        assertTrue(refusals(in, out).contains("the input: tensor 't0' has dimensions of open size"));
    }

    @Test
    void anOpenBatchIsABatchOfOne() {
        int in = int8(1, 2);
        model.last().setShapeSignature(new int[] {-1, 2});
        int out = int8(1, 2);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), out);
        assertEquals(
                1,
                new TfliteReader(note -> {})
                        .read(model.write(new int[] {in}, out), "m", "m")
                        .nodes()
                        .size());
    }

    @Test
    void shapesThatAreComputedAreNotLookedAt() {
        int in = int8(1, 2, 3);
        int shape = model.plain(TensorType.INT32, 3);
        int packed = model.plain(TensorType.INT32, 2);
        int out = int8(1, 6);
        model.operator(BuiltinOperator.SHAPE, NONE, null, List.of(in), shape);
        model.operator(BuiltinOperator.PACK, NONE, null, List.of(shape), packed);
        model.operator(BuiltinOperator.RESHAPE, NONE, null, List.of(in, packed), out);
        assertEquals(
                List.of("reshape2"),
                new TfliteReader(note -> {})
                        .read(model.write(new int[] {in}, out), "m", "m").nodes().stream()
                                .map(n -> n.name())
                                .toList());
    }

    @Test
    void operandsThatNothingComputes() {
        int in = int8(1, 2);
        int constant = model.bytes(INT8, new float[] {0.5f}, 0, new byte[] {1, 2}, 1, 2);
        model.last().getQuantization().setZeroPoint(new long[] {3});
        int later = int8(1, 2);
        int a = int8(1, 4);
        ConcatenationOptionsT o = new ConcatenationOptionsT();
        o.setAxis(1);
        model.operator(BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, o, List.of(in, constant), a);
        int b = int8(1, 2);
        model.operator(BuiltinOperator.ADD, NONE, null, List.of(in, later), b);
        int out = int8(1, 6);
        model.operator(BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, o, List.of(a, b), out);
        assertEquals(
                List.of(
                        "operator 0 CONCATENATION: it reads tensor 't1', which is a constant",
                        "operator 1 ADD: it reads tensor 't2', which nothing computes before it"),
                refusals(in, out));
    }

    @Test
    void shapesThatDoNotFit() {
        int in = int8(1, 4, 6, 2);
        int out = int8(1, 4, 2);
        ReducerOptionsT mean = new ReducerOptionsT();
        int axes = model.ints(new int[] {0}, 1);
        model.operator(BuiltinOperator.MEAN, BuiltinOptions.ReducerOptions, mean, List.of(in, axes), out);
        assertEquals(List.of("operator 0 MEAN: axis 0 of [1, 4, 6, 2]"), refusals(in, out));
    }

    @Test
    void oneOperatorMayHaveSeveralProblems() {
        int in = int8(1, 4, 4, 2);
        int out = int8(1, 4, 4, 2);
        Pool2DOptionsT pool = new Pool2DOptionsT();
        pool.setPadding((byte) 9);
        pool.setFusedActivationFunction(ActivationFunctionType.SIGN_BIT);
        model.operator(BuiltinOperator.MAX_POOL_2D, BuiltinOptions.Pool2DOptions, pool, List.of(in), out);
        assertEquals(
                List.of(
                        "operator 0 MAX_POOL_2D: the fused activation function SIGN_BIT",
                        "operator 0 MAX_POOL_2D: kernel, stride and dilation are at least 1"),
                refusals(in, out));
    }

    @Test
    void concatenationsThatRescale() {
        int in = int8(1, 2);
        int out = model.tensor(INT8, 0.25, 3, 1, 4);
        ConcatenationOptionsT o = new ConcatenationOptionsT();
        o.setAxis(1);
        model.operator(BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, o, List.of(in, in), out);
        assertEquals(2, refusals(in, out).size());
    }

    @Test
    void typesAndScales() {
        int in = model.tensor(TensorType.INT32, 0.5, 0, 1, 2);
        int out = model.plain(INT8, 1, 2);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), out);
        assertEquals(
                List.of("the input: tensor 't0' is INT32", "operator 0 RELU: tensor 't0' is INT32"), refusals(in, out));
        TinyModel other = new TinyModel();
        int x = other.tensor(INT8, 0.5, 0, 1, 2);
        int y = other.plain(INT8, 1, 2);
        other.operator(BuiltinOperator.RELU, NONE, null, List.of(x), y);
        assertEquals(
                List.of("operator 0 RELU: tensor 't1' has 0 scales and 0 zero points"),
                refusals(other.write(new int[] {x}, y)).stream()
                        .map(Diagnostic::message)
                        .toList());
    }

    @Test
    void filesThatAreNone(@TempDir Path folder) throws Exception {
        TfliteReader reader = new TfliteReader(note -> {});
        assertThrows(RefusedException.class, () -> reader.read(folder.resolve("none.tflite")));
        assertThrows(RefusedException.class, () -> reader.read(folder));
        Path text = Files.writeString(folder.resolve("text.tflite"), "network text");
        String told = assertThrows(RefusedException.class, () -> reader.read(text)).diagnostics().stream()
                .map(Diagnostic::message)
                .collect(Collectors.joining());
        assertEquals("the file is not a TensorFlow Lite model", told);
        for (String start : List.of("", "TFL3", "\0\0\0\0TFL3", "\u0008\0\0\0TFL3")) {
            byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
            assertTrue(!refusals(bytes).isEmpty());
        }
    }

    @Test
    void theNetworkIsNamedAfterTheFile(@TempDir Path folder) throws Exception {
        int in = int8(1, 2);
        int out = int8(1, 2);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), out);
        Path file = Files.write(folder.resolve("1 Small-Model.tflite"), model.write(new int[] {in}, out));
        assertEquals("t1_small_model", new TfliteReader(note -> {}).read(file).name());
    }
}
