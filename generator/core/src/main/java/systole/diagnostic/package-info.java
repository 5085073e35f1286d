/**
 * Problems as values: position, message and advice, collected and shown together.
 *
 * <p>Enters: problems that a package found in its input. Leaves: text for people. Sees no other package of Systole.
 */
package systole.diagnostic;
