package systole.op;

import systole.network.IntType;

/** The index of each pixel's greatest channel, and the first of them if several are equal. */
public record ArgmaxOp(IntType in, IntType out, int channels, int pixels) implements Op {}
