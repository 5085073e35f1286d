/**
 * The code that frontends for other people's model files share.
 *
 * <p>Enters: a file that may hold anything. Leaves: its content, problems under the names of their subjects, the table of
 * the kinds of operators that can be read, the messages about all others, and layers that several frontends need. Sees no
 * frontend.
 */
package systole.frontend.importing;
