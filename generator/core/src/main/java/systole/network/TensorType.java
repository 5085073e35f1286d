package systole.network;

/** Shape, integer type and quantization of a tensor. */
public record TensorType(Shape shape, Quantized element) {
    public IntType type() {
        return element.type();
    }

    public TensorType withShape(Shape other) {
        return new TensorType(other, element);
    }
}
