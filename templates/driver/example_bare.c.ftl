/* ${design} on AMD's standalone BSP, without an operating system: one frame of zeros. */
#include <stdio.h>

#include "${design}_xil.h"

#define TIMEOUT 1000000u /* microseconds */

static ${design}_in input[${macro}_IN_ELEMENTS];
static ${design}_out output[${macro}_OUT_ELEMENTS];
static uint8_t in[${macro}_IN_BUFFER_BYTES] __attribute__((aligned(${macro}_ALIGNMENT)));
static uint8_t out[${macro}_OUT_BUFFER_BYTES] __attribute__((aligned(${macro}_ALIGNMENT)));

int main(void)
{
    static struct ${design}_bare bare;
    static struct ${design}_device device;
    enum ${design}_error error = ${design}_init(&device, ${design}_xil_port(&bare));
    size_t i;
    for (i = 0; i < ${macro}_IN_ELEMENTS; i++) input[i] = ${design}_quantize(0.0);
    ${design}_pack(input, in);
    if (error == ${macro}_OK) error = ${design}_start(&device, in, out);
    if (error == ${macro}_OK) error = ${design}_wait(&device, TIMEOUT);
    if (error != ${macro}_OK) {
        printf("%s\n", ${design}_message(error));
        return 1;
    }
    ${design}_unpack(out, output);
    for (i = 0; i < ${macro}_OUT_ELEMENTS; i++) printf("%d\n", (int)output[i]);
    return 0;
}
