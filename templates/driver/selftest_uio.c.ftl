/*
 * The self-test of ${design} under Linux. Its four arguments are the files of struct ${design}_uio_files, if they are not
 * the usual ones.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "${design}_selftest.h"
#include "${design}_uio.h"

int main(int argc, char **argv)
{
    static struct ${design}_uio uio;
    static struct ${design}_device device;
    const struct ${design}_uio_files files = {argc > 1 ? argv[1] : NULL, argc > 2 ? argv[2] : NULL,
                                              argc > 3 ? argv[3] : NULL, argc > 4 ? argv[4] : NULL, ${macro}_TEST_FRAMES};
    enum ${design}_error error = ${design}_uio_open(&uio, &files);
    int failed = 1;
    if (error != ${macro}_OK) {
        printf("FAIL  ${design}: %s: %s\n", ${design}_message(error), strerror(errno));
        return 1;
    }
    error = ${design}_init(&device, &uio.port);
    if (error == ${macro}_OK) failed = ${design}_selftest(&device, uio.in, uio.out);
    else printf("FAIL  ${design}: %s\n", ${design}_message(error));
    ${design}_uio_close(&uio);
    return failed;
}
