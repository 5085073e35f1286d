/**
 * The code that frontends for other people's model files share.
 *
 * <p>Enters: a file that may hold anything. Leaves: its content, problems under the names of their subjects, and layers
 * that several frontends need. Sees no frontend.
 */
package systole.importing;
