/**
 * Chips and the families they are of: what a DSP slice multiplies, which shapes memories have, how the synthesizer is
 * told.
 *
 * <p>Enters: the name of a part, counts of its resources. Leaves: {@link systole.target.chip.Chip} values. A family is a
 * class and a line in {@link systole.target.chip.ChipFamilies}. Sees resources only.
 */
package systole.target.chip;
