/*
 * ${design} under Linux: frames from standard input, results to standard output, elements as ${input.type} and ${output.type}
 * in the order of the model's author. Frames go to the design in batches. Its four arguments are the files of
 * struct ${design}_uio_files, if they are not the usual ones.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "${design}_uio.h"

#define TIMEOUT 10000000u /* microseconds */

static int fail(enum ${design}_error error)
{
    fprintf(stderr, "%s%s%s\n", ${design}_message(error), error == ${macro}_ERROR_SYSTEM ? ": " : "",
            error == ${macro}_ERROR_SYSTEM ? strerror(errno) : "");
    return 1;
}

/* Packs frames from standard input, as many as there are and a batch holds. */
static uint32_t take(uint8_t *in)
{
    static ${design}_in input[${macro}_IN_ELEMENTS];
    uint32_t frames = 0;
    while (frames < ${macro}_BATCH && fread(input, sizeof(input), 1, stdin) == 1) {
        ${design}_pack(input, in + (size_t)frames * ${macro}_IN_BYTES);
        frames++;
    }
    return frames;
}

static void give(const uint8_t *out, uint32_t frames)
{
    static ${design}_out output[${macro}_OUT_ELEMENTS];
    uint32_t i;
    for (i = 0; i < frames; i++) {
        ${design}_unpack(out + (size_t)i * ${macro}_OUT_BYTES, output);
        fwrite(output, sizeof(output), 1, stdout);
    }
}

int main(int argc, char **argv)
{
    static struct ${design}_uio uio;
    static struct ${design}_device device;
    const struct ${design}_uio_files files = {argc > 1 ? argv[1] : NULL, argc > 2 ? argv[2] : NULL,
                                              argc > 3 ? argv[3] : NULL, argc > 4 ? argv[4] : NULL, ${macro}_BATCH};
    uint32_t frames;
    enum ${design}_error error = ${design}_uio_open(&uio, &files);
    if (error != ${macro}_OK) return fail(error);
    error = ${design}_init(&device, &uio.port);
    while (error == ${macro}_OK && (frames = take(uio.in)) > 0) {
        error = ${design}_start_batch(&device, uio.in, uio.out, frames);
        if (error == ${macro}_OK) error = ${design}_wait(&device, TIMEOUT);
        if (error == ${macro}_OK) give(uio.out, frames);
    }
    ${design}_uio_close(&uio);
    return error == ${macro}_OK ? 0 : fail(error);
}
