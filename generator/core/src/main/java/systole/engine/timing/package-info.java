/**
 * The parts that engines' timing is made of, stepped cycle by cycle without data.
 *
 * <p>Enters: streams as their readers see them. Leaves: actors with the handshakes and storage of the library's modules: what
 * changes there changes here.
 */
package systole.engine.timing;
