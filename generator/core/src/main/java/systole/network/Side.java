package systole.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The tensors that enter or leave a network, with the arrangement of each in files.
 *
 * @param bundle the tensors
 * @param ports the arrangement of each
 */
public record Side(Bundle bundle, List<Port> ports) {
    public Side {
        ports = List.copyOf(ports);
        if (ports.size() != bundle.count()) {
            throw new IllegalArgumentException(bundle.count() + " tensors in " + ports.size() + " arrangements");
        }
    }

    /** The side whose files hold elements in the order of the stream: H, W, C, channels fastest. */
    public static Side plain(Bundle bundle) {
        return new Side(
                bundle,
                IntStream.range(0, bundle.count())
                        .mapToObj(i -> Port.of(
                                bundle.names().get(i), bundle.types().get(i).shape()))
                        .toList());
    }

    /** The arrangement of a frame. Several tensors follow one another, each in the order in which it streams. */
    public Port port() {
        return bundle.isSingle()
                ? ports.get(0)
                : Port.of(String.join(", ", bundle.names()), bundle.whole().shape());
    }

    /** The type of a frame. */
    public TensorType type() {
        return bundle.whole();
    }
}
