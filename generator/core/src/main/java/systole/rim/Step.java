package systole.rim;

/** One operator on real numbers, evaluated in single precision. */
@FunctionalInterface
public interface Step {
    RealTensor apply(RealTensor tensor);
}
