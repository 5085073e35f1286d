/**
 * Models: networks in the files of every format that there is a frontend for.
 *
 * <p>Enters: a file. Leaves: a network, and how files with its frames are arranged. Nobody behind it knows which frontend
 * read a network.
 */
package systole.model;
