/* The self-test of ${design} on AMD's standalone BSP, without an operating system. */
#include <stdio.h>

#include "${design}_selftest.h"
#include "${design}_xil.h"

static uint8_t in[${macro}_IN_BATCH_BYTES(${macro}_TEST_FRAMES)] __attribute__((aligned(${macro}_ALIGNMENT)));
static uint8_t out[${macro}_OUT_BATCH_BYTES(${macro}_TEST_FRAMES)] __attribute__((aligned(${macro}_ALIGNMENT)));

int main(void)
{
    static struct ${design}_bare bare;
    static struct ${design}_device device;
    const enum ${design}_error error = ${design}_init(&device, ${design}_xil_port(&bare));
    if (error != ${macro}_OK) {
        printf("FAIL  ${design}: %s\n", ${design}_message(error));
        return 1;
    }
    return ${design}_selftest(&device, in, out);
}
