/** The kind {@code lookup}: any function of one element, as a table. */
package systole.layer.lookup;
