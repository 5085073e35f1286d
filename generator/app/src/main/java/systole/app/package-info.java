/**
 * The command line: the composition root, where the parts are put together, and the only place that talks to people.
 *
 * <p>Enters: arguments, models, arrays. Leaves: results on standard output, progress and problems on standard error, an
 * exit code. Sees everything and is seen by nobody; computes nothing that a report could not be read from.
 */
package systole.app;
