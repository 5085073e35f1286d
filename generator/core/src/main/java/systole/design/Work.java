package systole.design;

import systole.engine.Cost;

/**
 * What a unit does for a frame, and what it is expected to occupy.
 *
 * @param folding how it is folded, in a few words
 * @param cycles of a frame, at the least
 * @param multipliers that work on products of the network
 * @param macs multiply-accumulate operations of a frame
 * @param cost what it is expected to occupy
 */
public record Work(String folding, long cycles, int multipliers, long macs, Cost cost) {}
