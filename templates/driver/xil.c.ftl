/* ${design} on AMD's standalone BSP. */
#include "${design}_xil.h"

#include "xil_cache.h"

static void flush(uintptr_t address, size_t bytes)
{
    Xil_DCacheFlushRange((INTPTR)address, (u32)bytes);
}

static void invalidate(uintptr_t address, size_t bytes)
{
    Xil_DCacheInvalidateRange((INTPTR)address, (u32)bytes);
}

const struct ${design}_port *${design}_xil_port(struct ${design}_bare *bare)
{
    bare->registers = (volatile uint32_t *)(uintptr_t)${macro}_REGISTERS;
    bare->dma = (volatile uint32_t *)(uintptr_t)${macro}_DMA;
    bare->flush = flush;
    bare->invalidate = invalidate;
    bare->interrupt = NULL;
    return ${design}_bare_port(bare);
}
