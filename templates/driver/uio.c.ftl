/* ${design} under Linux, from user space. */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64

#include "${design}_uio.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define REGISTER_BYTES 0x1000u

static uint32_t get(void *context, uint32_t offset)
{
    return ((struct ${design}_uio *)context)->registers[offset / 4];
}

static void set(void *context, uint32_t offset, uint32_t value)
{
    ((struct ${design}_uio *)context)->registers[offset / 4] = value;
}

static uint32_t dma_get(void *context, uint32_t offset)
{
    return ((struct ${design}_uio *)context)->dma[offset / 4];
}

static void dma_set(void *context, uint32_t offset, uint32_t value)
{
    __sync_synchronize(); /* what was written to memory is there before the engine starts */
    ((struct ${design}_uio *)context)->dma[offset / 4] = value;
}

static uint64_t address(void *context, const void *buffer)
{
    const struct ${design}_uio *uio = context;
    return uio->memory_address + (uint64_t)((const uint8_t *)buffer - uio->memory);
}

static void flush(void *context, const void *buffer, size_t bytes)
{
    (void)context, (void)buffer, (void)bytes;
    __sync_synchronize();
}

static void invalidate(void *context, void *buffer, size_t bytes)
{
    (void)context, (void)buffer, (void)bytes;
    __sync_synchronize();
}

static uint64_t now(void *context)
{
    struct timespec time;
    (void)context;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_nsec / 1000;
}

/* UIO masks the interrupt when it comes; writing 1 unmasks it, and if the line is high it comes at once. */
static int interrupt(void *context, uint64_t timeout)
{
    const struct ${design}_uio *uio = context;
    const uint64_t milliseconds = timeout / 1000 + 1;
    const uint32_t unmask = 1;
    struct pollfd waiting = {0, POLLIN, 0};
    uint32_t count;
    waiting.fd = uio->registers_file;
    if (write(uio->registers_file, &unmask, sizeof(unmask)) != (ssize_t)sizeof(unmask)) return 1;
    if (poll(&waiting, 1, milliseconds < 1000000 ? (int)milliseconds : 1000000) <= 0) return 1;
    return read(uio->registers_file, &count, sizeof(count)) == (ssize_t)sizeof(count) ? 0 : 1;
}

static int read_address(const char *file, uint64_t *value)
{
    FILE *stream = fopen(file, "r");
    int fields;
    if (stream == NULL) return 0;
    fields = fscanf(stream, "%" SCNx64, value);
    fclose(stream);
    if (fields != 1) errno = EINVAL;
    return fields == 1;
}

/* Null if the file cannot be opened or mapped. */
static void *map(const char *file, int flags, size_t bytes, int *descriptor)
{
    void *memory;
    *descriptor = open(file, O_RDWR | flags);
    if (*descriptor < 0) return NULL;
    memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, *descriptor, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

static const char *or_else(const char *chosen, const char *usual)
{
    return chosen != NULL ? chosen : usual;
}

enum ${design}_error ${design}_uio_open(struct ${design}_uio *uio, const struct ${design}_uio_files *files)
{
    const struct ${design}_port port = {NULL, get, set, dma_get, dma_set, address, flush, invalidate, now, interrupt};
    const uint32_t frames = files->frames > 0 ? files->frames : 1;
    int error;
    uio->memory_bytes = ${macro}_IN_BATCH_BYTES(frames) + ${macro}_OUT_BATCH_BYTES(frames);
    uio->registers_file = uio->dma_file = uio->memory_file = -1;
    uio->dma = NULL;
    uio->memory = NULL;
    uio->port = port;
    uio->port.context = uio;
    uio->registers = map(or_else(files->registers, "/dev/uio0"), O_SYNC, REGISTER_BYTES, &uio->registers_file);
    if (uio->registers != NULL)
        uio->dma = map(or_else(files->dma, "/dev/uio1"), O_SYNC, REGISTER_BYTES, &uio->dma_file);
    if (uio->dma != NULL)
        uio->memory = map(or_else(files->memory, "/dev/udmabuf0"), O_SYNC, uio->memory_bytes, &uio->memory_file);
    if (uio->memory != NULL
        && read_address(or_else(files->address, "/sys/class/u-dma-buf/udmabuf0/phys_addr"), &uio->memory_address)) {
        uio->in = uio->memory;
        uio->out = uio->memory + ${macro}_IN_BATCH_BYTES(frames);
        return ${macro}_OK;
    }
    error = errno;
    ${design}_uio_close(uio);
    errno = error;
    return ${macro}_ERROR_SYSTEM;
}

void ${design}_uio_close(struct ${design}_uio *uio)
{
    if (uio->registers != NULL) munmap((void *)uio->registers, REGISTER_BYTES);
    if (uio->dma != NULL) munmap((void *)uio->dma, REGISTER_BYTES);
    if (uio->memory != NULL) munmap(uio->memory, uio->memory_bytes);
    if (uio->registers_file >= 0) close(uio->registers_file);
    if (uio->dma_file >= 0) close(uio->dma_file);
    if (uio->memory_file >= 0) close(uio->memory_file);
}
