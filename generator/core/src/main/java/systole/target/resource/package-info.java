/**
 * What a chip has a limited number of, by name.
 *
 * <p>Enters: counts of a part. Leaves: {@link systole.target.resource.ResourceVector}s that others compare, add and take away
 * from without knowing which resources there are. Sees nothing.
 */
package systole.target.resource;
