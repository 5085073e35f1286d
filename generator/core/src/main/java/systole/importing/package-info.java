/**
 * What frontends of other people's model files have in common.
 *
 * <p>Enters: a file that nobody vouches for. Leaves: its content, problems under the name of what they are about, the
 * table of the kinds of operators that can be read, what to say of all others, and layers for what several frontends
 * have in common. Sees no frontend.
 */
package systole.importing;
