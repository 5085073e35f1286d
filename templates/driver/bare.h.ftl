/* ${design} without an operating system: registers through pointers, and what the platform does with its caches. */
#ifndef ${macro}_BARE_H
#define ${macro}_BARE_H

#include "${design}.h"

/* Set what stands first, then call ${design}_bare_port. */
struct ${design}_bare {
    volatile uint32_t *registers; /* base address of the design's AXI4-Lite port */
    volatile uint32_t *dma;       /* base address of the AXI DMA's registers */
    /* Of the platform, such as Xil_DCacheFlushRange and Xil_DCacheInvalidateRange; null where buffers are not cached. */
    void (*flush)(uintptr_t address, size_t bytes);
    void (*invalidate)(uintptr_t address, size_t bytes);
    /* Sleeps until the interrupt line is high, at most for some microseconds: 0, or 1 if it took too long. Null: polls. */
    int (*interrupt)(void *context, uint64_t timeout);

    struct ${design}_port port; /* the driver's */
    uint32_t ticks;
    uint64_t elapsed;
};

/* For ${design}_init. Buffers are where they seem to be: addresses are not translated. */
const struct ${design}_port *${design}_bare_port(struct ${design}_bare *bare);

#endif
