package systole.frontend.tflite;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.InterpreterOptions;
import org.bytedeco.tensorflowlite.OpResolver;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;
import org.junit.jupiter.api.Assumptions;

/** TensorFlow Lite 2.18 with its reference kernels, every tensor kept. */
final class ReferenceRuntime implements AutoCloseable {
    private static final String CONSTRUCTOR = "_ZN6tflite3ops7builtin20BuiltinRefOpResolverC1Ev";
    private static final int RESOLVER_BYTES = 4096;

    private final BytePointer content;
    private final FlatBufferModel model;
    private final InterpreterBuilder builder;
    private final Interpreter interpreter = new Interpreter((org.bytedeco.javacpp.Pointer) null);

    /** Refuses like the runtime: with an exception. */
    ReferenceRuntime(byte[] file) {
        content = new BytePointer(file);
        model = FlatBufferModel.BuildFromBuffer(content, file.length);
        InterpreterOptions options = new InterpreterOptions();
        options.SetPreserveAllTensors(true);
        builder = new InterpreterBuilder(model, Resolver.REFERENCE, options);
        check("build", builder.apply(interpreter));
        check("allocate", interpreter.AllocateTensors());
    }

    /** Executes a frame of 8-bit elements, from a fresh state. */
    void run(int[] frame) {
        check("reset", interpreter.ResetVariableTensors());
        resume(frame);
    }

    /** Executes a frame of 8-bit elements, or 16-bit ones, from the state that the frame before left. */
    void resume(int[] frame) {
        if (interpreter.input_tensor(0).type() == tensorflowlite.kTfLiteInt16) {
            short[] words = new short[frame.length];
            IntStream.range(0, frame.length).forEach(i -> words[i] = (short) frame[i]);
            interpreter.input_tensor(0).data().i16().put(words);
            check("invoke", interpreter.Invoke());
            return;
        }
        byte[] bytes = new byte[frame.length];
        IntStream.range(0, frame.length).forEach(i -> bytes[i] = (byte) frame[i]);
        interpreter.input_tensor(0).data().raw().put(bytes);
        check("invoke", interpreter.Invoke());
    }

    /** The elements of a tensor of the file: of 8, 16 or 32 bits. */
    int[] tensor(int index) {
        TfLiteTensor tensor = interpreter.tensor(index);
        if (tensor.type() == tensorflowlite.kTfLiteInt32) {
            int[] words = new int[(int) tensor.bytes() / Integer.BYTES];
            tensor.data().i32().get(words);
            return words;
        }
        if (tensor.type() == tensorflowlite.kTfLiteInt16) {
            short[] words = new short[(int) tensor.bytes() / Short.BYTES];
            tensor.data().i16().get(words);
            return IntStream.range(0, words.length).map(i -> words[i]).toArray();
        }
        byte[] bytes = new byte[(int) tensor.bytes()];
        tensor.data().raw().get(bytes);
        boolean unsigned = tensor.type() == tensorflowlite.kTfLiteUInt8;
        return IntStream.range(0, bytes.length)
                .map(i -> unsigned ? Byte.toUnsignedInt(bytes[i]) : bytes[i])
                .toArray();
    }

    /** The elements of the model's output. */
    int[] output() {
        return tensor(interpreter.outputs().get(0));
    }

    @Override
    public void close() {
        interpreter.close();
        builder.close();
        model.close();
        content.close();
    }

    private static void check(String step, int status) {
        if (status != tensorflowlite.kTfLiteOk) {
            throw new IllegalStateException("the runtime refuses to " + step + ": status " + status);
        }
    }

    /** The resolver of the reference kernels has no Java class, but its constructor can be called. */
    private static final class Resolver {
        private static final BytePointer MEMORY = memory();
        private static final OpResolver REFERENCE = new OpResolver(MEMORY);

        private static BytePointer memory() {
            BytePointer memory = new BytePointer(RESOLVER_BYTES);
            org.bytedeco.javacpp.Pointer.memset(memory, 0, RESOLVER_BYTES);
            return memory;
        }

        static {
            String library = Loader.load(tensorflowlite.class);
            NativeLibrary.getInstance(library)
                    .getFunction(CONSTRUCTOR)
                    .invokeVoid(new Object[] {new Pointer(MEMORY.address())});
        }
    }

    /** Skips a test where there is no runtime for the platform. */
    static void assume() {
        String platform = Loader.getPlatform();
        Assumptions.assumeTrue(platform.equals("linux-x86_64"), () -> "skipped: no runtime for " + platform);
    }
}
