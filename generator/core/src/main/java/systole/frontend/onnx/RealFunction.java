package systole.frontend.onnx;

/** A function of one real number in single precision, evaluated exactly as in the runtime. */
@FunctionalInterface
interface RealFunction {
    float of(float x);

    default RealFunction then(RealFunction next) {
        return x -> next.of(of(x));
    }
}
