/**
 * What a kind of layer consists of: its record, its syntax, its golden model and its lowering, in one {@link
 * systole.layer.LayerKind}, listed in a {@link systole.layer.Catalog}.
 *
 * <p>Each kind has a package of its own below this one. Kinds may build on each other without cycles; nothing but the
 * catalog names them all.
 */
package systole.layer;
