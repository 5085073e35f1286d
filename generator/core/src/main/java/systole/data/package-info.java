/**
 * Arrays of numbers in NumPy's files, and the digest that distinguishes data from other data.
 *
 * <p>Enters: {@code .npy} and {@code .npz} files, which may hold anything. Leaves: exact values, or a refusal that
 * names the file. Sees only diagnostics and constant tensors.
 */
package systole.data;
