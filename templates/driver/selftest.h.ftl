/* Self-test of ${design}: frames, and what the golden model makes of them. */
#ifndef ${macro}_SELFTEST_H
#define ${macro}_SELFTEST_H

#include "${design}.h"

#define ${macro}_TEST_FRAMES ${tests.count}u

/* Frames in the order of the model's author, one after another from a reset. */
extern const ${design}_in ${design}_test_in[${macro}_TEST_FRAMES][${macro}_IN_ELEMENTS];
extern const ${design}_out ${design}_test_out[${macro}_TEST_FRAMES][${macro}_OUT_ELEMENTS];

/* Resets the design, sends all frames as one batch, and compares every element that comes out. Prints PASS or FAIL, and
   the rate or the first difference. Returns 0 if all elements are right, and 1 otherwise. `in` and `out` are buffers for
   ${macro}_TEST_FRAMES frames. */
int ${design}_selftest(struct ${design}_device *device, void *in, void *out);

#endif
