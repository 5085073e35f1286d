/*
 * ${design} under Linux: frames from standard input, results to standard output, elements as ${input.type} and ${output.type}
 * in the order of the model's author.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "${design}_uio.h"

#define TIMEOUT 1000000u /* microseconds */

static int fail(enum ${design}_error error)
{
    fprintf(stderr, "%s%s%s\n", ${design}_message(error), error == ${macro}_ERROR_SYSTEM ? ": " : "",
            error == ${macro}_ERROR_SYSTEM ? strerror(errno) : "");
    return 1;
}

int main(int argc, char **argv)
{
    static ${design}_in input[${macro}_IN_ELEMENTS];
    static ${design}_out output[${macro}_OUT_ELEMENTS];
    static struct ${design}_uio uio;
    static struct ${design}_device device;
    struct ${design}_uio_files files;
    enum ${design}_error error;
    files.registers = argc > 1 ? argv[1] : NULL;
    files.dma = argc > 2 ? argv[2] : NULL;
    files.memory = argc > 3 ? argv[3] : NULL;
    files.address = argc > 4 ? argv[4] : NULL;
    error = ${design}_uio_open(&uio, &files);
    if (error != ${macro}_OK) return fail(error);
    error = ${design}_init(&device, &uio.port);
    while (error == ${macro}_OK && fread(input, sizeof(input), 1, stdin) == 1) {
        ${design}_pack(input, uio.in);
        error = ${design}_start(&device, uio.in, uio.out);
        if (error == ${macro}_OK) error = ${design}_wait(&device, TIMEOUT);
        if (error != ${macro}_OK) break;
        ${design}_unpack(uio.out, output);
        fwrite(output, sizeof(output), 1, stdout);
    }
    ${design}_uio_close(&uio);
    return error == ${macro}_OK ? 0 : fail(error);
}
