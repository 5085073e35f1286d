package systole.toy;

import java.util.List;
import systole.layer.Catalog;
import systole.layer.LayerKind;
import systole.layer.Syntax;
import systole.network.Layer;

/** Kinds of layers for tests of everything that must not know the real ones. They compute nothing. */
public final class ToyCatalog {
    public static final LayerKind<Blend> BLEND = kind("blend", Blend.class, Blend.SYNTAX);
    public static final LayerKind<Sum> SUM = kind("sum", Sum.class, Sum.SYNTAX);
    public static final Catalog CATALOG = new Catalog(List.of(BLEND, SUM));

    private ToyCatalog() {}

    private static <L extends Layer> LayerKind<L> kind(String name, Class<L> type, Syntax<L> syntax) {
        return new LayerKind<>(
                name, type, syntax, (layer, in, out) -> (x, y) -> {}, (layerName, layer, in, out) -> List.of());
    }
}
