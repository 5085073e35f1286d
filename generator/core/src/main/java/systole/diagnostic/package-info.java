/**
 * Problems as values: position, message and advice, collected and shown together.
 *
 * <p>Enters: problems that a package found in its input, and the files that people name as input. Leaves: text for people,
 * and the contents of files. Sees no other package of Systole.
 */
package systole.diagnostic;
