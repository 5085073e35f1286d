/**
 * The parts of a kind of layer: its record, its syntax, its golden model and its lowering. One
 * {@link systole.layer.LayerKind} holds them, and a {@link systole.layer.Catalog} lists all kinds.
 *
 * <p>Each kind has a package of its own below this one. Kinds may build on each other without cycles. Only the catalog
 * names them all.
 */
package systole.layer;
