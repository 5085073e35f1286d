package systole.design;

import systole.target.resource.ResourceVector;

/**
 * The work of a unit for a frame, and the resources that the unit is expected to need.
 *
 * @param folding its folding in a few words
 * @param cycles the fewest cycles of a frame
 * @param multipliers the number of multipliers for products of the network
 * @param macs multiply-accumulate operations of a frame
 * @param cost the resources that it is expected to need
 */
public record Work(String folding, long cycles, int multipliers, long macs, ResourceVector cost) {}
