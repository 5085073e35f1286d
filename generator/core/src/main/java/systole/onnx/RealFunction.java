package systole.onnx;

/** A function of one real number, in single precision exactly as the runtime evaluates it. */
@FunctionalInterface
interface RealFunction {
    float of(float x);

    default RealFunction then(RealFunction next) {
        return x -> next.of(of(x));
    }
}
