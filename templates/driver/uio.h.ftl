/*
 * ${design} under Linux, from user space: registers through UIO (driver uio_pdrv_genirq), buffers for the DMA engine
 * from u-dma-buf, opened without caching.
 */
#ifndef ${macro}_UIO_H
#define ${macro}_UIO_H

#include "${design}.h"

/* Files to open, where null stands for what is named first, and the size of the buffers. */
struct ${design}_uio_files {
    const char *registers; /* "/dev/uio0": the design's registers, with its interrupt */
    const char *dma;       /* "/dev/uio1": the AXI DMA's registers */
    const char *memory;    /* "/dev/udmabuf0" */
    const char *address;   /* "/sys/class/u-dma-buf/udmabuf0/phys_addr": the memory's address on the bus */
    uint32_t frames;       /* that each buffer holds; 0 stands for 1 */
};

struct ${design}_uio {
    int registers_file, dma_file, memory_file;
    volatile uint32_t *registers, *dma;
    uint8_t *memory;
    size_t memory_bytes;
    uint64_t memory_address;
    struct ${design}_port port;
    void *in, *out; /* buffers, for ${design}_start and ${design}_start_batch */
};

/* Opens and maps everything. On SYSTEM, errno tells why, and nothing is left open. */
enum ${design}_error ${design}_uio_open(struct ${design}_uio *uio, const struct ${design}_uio_files *files);

void ${design}_uio_close(struct ${design}_uio *uio);

#endif
