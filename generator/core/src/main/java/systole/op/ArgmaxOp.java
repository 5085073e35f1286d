package systole.op;

import systole.network.IntType;

/** The place of each pixel's greatest channel, the first of equal ones. */
public record ArgmaxOp(IntType in, IntType out, int channels, int pixels) implements Op {}
