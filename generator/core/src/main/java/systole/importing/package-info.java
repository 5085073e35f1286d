/**
 * What frontends of other people's model files have in common.
 *
 * <p>Enters: a file that nobody vouches for. Leaves: its content, and problems under the name of what they are about. Sees
 * no frontend.
 */
package systole.importing;
