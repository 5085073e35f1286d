package systole.frontend.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/** The attributes of an operator. Attributes that were never read are refused in the end. */
final class Attributes {
    private final Map<String, AttributeProto> attributes;
    private final Set<String> unread;

    Attributes(Map<String, AttributeProto> attributes) {
        this.attributes = attributes;
        this.unread = new HashSet<>(attributes.keySet());
    }

    /** The names of attributes that were never read, sorted. */
    List<String> unread() {
        return unread.stream().sorted().toList();
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    /** Marks attributes that do not affect values as read. */
    void ignore(String... names) {
        unread.removeAll(List.of(names));
    }

    int integer(String name, int otherwise) {
        return get(name, AttributeType.INT)
                .map(a -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, a.getI())))
                .orElse(otherwise);
    }

    float real(String name, float otherwise) {
        return get(name, AttributeType.FLOAT).map(AttributeProto::getF).orElse(otherwise);
    }

    String text(String name, String otherwise) {
        return get(name, AttributeType.STRING).map(a -> a.getS().toStringUtf8()).orElse(otherwise);
    }

    List<Integer> integers(String name, List<Integer> otherwise) {
        return get(name, AttributeType.INTS)
                .map(a -> a.getIntsList().stream()
                        .map(i -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, i)))
                        .toList())
                .orElse(otherwise);
    }

    Optional<Constant> tensor(String name) {
        return get(name, AttributeType.TENSOR).map(a -> Constant.of(name, a.getT()));
    }

    /** A single number, which the file may hold as an integer, a real number or a tensor. */
    Optional<Double> number(String name) {
        unread.remove(name);
        return Optional.ofNullable(attributes.get(name)).map(a -> switch (a.getType()) {
            case INT -> (double) a.getI();
            case FLOAT -> (double) a.getF();
            default -> Constant.of(name, a.getT()).scalar();
        });
    }

    private Optional<AttributeProto> get(String name, AttributeType type) {
        unread.remove(name);
        Optional<AttributeProto> found = Optional.ofNullable(attributes.get(name));
        if (found.isPresent() && found.get().getType() != type) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    "attribute '" + name + "' is " + found.get().getType() + ", not " + type,
                    "export the model again");
        }
        return found;
    }
}
