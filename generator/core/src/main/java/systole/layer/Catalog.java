package systole.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.network.Layer;
import systole.network.TensorType;
import systole.op.NamedOp;
import systole.op.OpTable;

/** All kinds of layers, to be found by name or by record class. Names and classes are unique. */
public final class Catalog implements OpTable {
    private final Map<String, LayerKind<?>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, LayerKind<?>> byType = new LinkedHashMap<>();

    public Catalog(List<LayerKind<?>> kinds) {
        for (LayerKind<?> kind : kinds) {
            if (byName.put(kind.name(), kind) != null || byType.put(kind.type(), kind) != null) {
                throw new IllegalArgumentException("the kind '" + kind.name() + "' is in the catalog twice");
            }
        }
    }

    /** The kind with this name in the text form. */
    public Optional<LayerKind<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The kind of a layer.
     *
     * @throws IllegalArgumentException if its class is not in the catalog, which is a mistake in the program
     */
    @SuppressWarnings("unchecked") // a kind is filed under its own record class
    public <L extends Layer> LayerKind<L> of(L layer) {
        LayerKind<?> kind = byType.get(layer.getClass());
        if (kind == null) {
            throw new IllegalArgumentException(layer.getClass().getName() + " is not in the catalog");
        }
        return (LayerKind<L>) kind;
    }

    /** The names of all kinds, in the catalog's order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** All kinds, in the catalog's order. */
    public List<LayerKind<?>> kinds() {
        return List.copyOf(byName.values());
    }

    @Override
    public List<NamedOp> ops(String name, Layer layer, List<TensorType> inputs, TensorType output) {
        return of(layer).ops().ops(name, layer, inputs, output);
    }
}
