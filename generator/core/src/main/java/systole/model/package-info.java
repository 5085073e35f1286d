/**
 * Models: networks from files of every format for which there is a frontend.
 *
 * <p>Enters: a file. Leaves: a network and the arrangement of files that hold its frames. The packages after it do not know
 * which frontend read a network.
 */
package systole.model;
