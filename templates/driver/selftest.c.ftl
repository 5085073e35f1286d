/* Self-test of ${design}. */
#include "${design}_selftest.h"

#include <stdio.h>
#include <string.h>

#define TIMEOUT 10000000u /* microseconds */
#define POISON 0xA5       /* in the buffer before the results are in it */

/* Sends the frames, and measures the cycles of the design's clock that all of them take. */
static enum ${design}_error run(struct ${design}_device *device, uint8_t *in, uint8_t *out, uint64_t *cycles)
{
    enum ${design}_error error = ${design}_reset(device);
    size_t i;
    for (i = 0; i < ${macro}_TEST_FRAMES; i++) ${design}_pack(${design}_test_in[i], in + i * ${macro}_IN_BYTES);
    memset(out, POISON, (size_t)${macro}_TEST_FRAMES * ${macro}_OUT_BYTES);
    *cycles = ${design}_counters(device).cycles;
    if (error == ${macro}_OK) error = ${design}_start_batch(device, in, out, ${macro}_TEST_FRAMES);
    if (error == ${macro}_OK) error = ${design}_wait(device, TIMEOUT);
    *cycles = ${design}_counters(device).cycles - *cycles;
    return error;
}

/* The number of elements that differ. The first of them is told. */
static unsigned long compare(const uint8_t *out)
{
    static ${design}_out got[${macro}_OUT_ELEMENTS];
    unsigned long differences = 0;
    size_t i, k;
    for (i = 0; i < ${macro}_TEST_FRAMES; i++) {
        ${design}_unpack(out + i * ${macro}_OUT_BYTES, got);
        for (k = 0; k < ${macro}_OUT_ELEMENTS; k++) {
            if (got[k] == ${design}_test_out[i][k] || differences++ > 0) continue;
            printf("FAIL  ${design}: frame %lu, element %lu: expected %d, got %d\n", (unsigned long)i, (unsigned long)k,
                   (int)${design}_test_out[i][k], (int)got[k]);
        }
    }
    return differences;
}

int ${design}_selftest(struct ${design}_device *device, void *in, void *out)
{
    uint64_t cycles;
    unsigned long differences;
    const enum ${design}_error error = run(device, in, out, &cycles);
    if (error != ${macro}_OK) {
        printf("FAIL  ${design}: %s\n", ${design}_message(error));
        return 1;
    }
    differences = compare(out);
    if (differences > 0) {
        printf("FAIL  ${design}: %lu of %lu elements differ\n", differences,
               (unsigned long)${macro}_TEST_FRAMES * ${macro}_OUT_ELEMENTS);
    } else {
        printf("PASS  ${design}: %lu frames, bit-exact\n", (unsigned long)${macro}_TEST_FRAMES);
    }
    printf("%lu frames/s in one batch of %lu (%lu cycles)\n",
           (unsigned long)((uint64_t)${macro}_TEST_FRAMES * ${macro}_CLOCK_HZ_VALUE / cycles),
           (unsigned long)${macro}_TEST_FRAMES, (unsigned long)cycles);
    return differences > 0;
}
