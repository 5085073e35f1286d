/* ${design} without an operating system. */
#include "${design}_bare.h"

static uint32_t read(void *context, uint32_t offset)
{
    return ((struct ${design}_bare *)context)->registers[offset / 4];
}

static void write(void *context, uint32_t offset, uint32_t value)
{
    ((struct ${design}_bare *)context)->registers[offset / 4] = value;
}

static uint32_t dma_read(void *context, uint32_t offset)
{
    return ((struct ${design}_bare *)context)->dma[offset / 4];
}

static void dma_write(void *context, uint32_t offset, uint32_t value)
{
    __sync_synchronize(); /* what was written to memory is there before the engine starts */
    ((struct ${design}_bare *)context)->dma[offset / 4] = value;
}

static uint64_t address(void *context, const void *buffer)
{
    (void)context;
    return (uintptr_t)buffer;
}

static void flush(void *context, const void *buffer, size_t bytes)
{
    const struct ${design}_bare *bare = context;
    if (bare->flush != NULL) bare->flush((uintptr_t)buffer, bytes);
    __sync_synchronize();
}

static void invalidate(void *context, void *buffer, size_t bytes)
{
    const struct ${design}_bare *bare = context;
    __sync_synchronize();
    if (bare->invalidate != NULL) bare->invalidate((uintptr_t)buffer, bytes);
}

/* The design's own counter of cycles, extended to 64 bits: read at least once in 2^32 cycles. */
static uint64_t now(void *context)
{
    struct ${design}_bare *bare = context;
    const uint32_t ticks = read(bare, ${macro}_REG_CYCLES_LO);
    bare->elapsed += (uint32_t)(ticks - bare->ticks);
    bare->ticks = ticks;
    return bare->elapsed * 1000 / (${macro}_CLOCK_HZ_VALUE / 1000);
}

const struct ${design}_port *${design}_bare_port(struct ${design}_bare *bare)
{
    const struct ${design}_port port = {NULL, read, write, dma_read, dma_write, address, flush, invalidate, now, NULL};
    bare->port = port;
    bare->port.context = bare;
    bare->port.interrupt = bare->interrupt;
    bare->ticks = 0;
    bare->elapsed = 0;
    return &bare->port;
}
