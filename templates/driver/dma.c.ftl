/* AMD's AXI DMA in simple mode: a transfer starts when its length is written. */
#include "${design}_dma.h"

#define SEND 0x00u    /* MM2S: from memory to the design */
#define RECEIVE 0x30u /* S2MM: from the design to memory */

#define CONTROL 0x00u
#define STATUS 0x04u
#define ADDRESS 0x18u
#define ADDRESS_HIGH 0x1Cu /* ignored by an engine of 32 address bits */
#define LENGTH 0x28u

#define CONTROL_RUN 0x1u
#define CONTROL_RESET 0x4u
#define STATUS_HALTED 0x1u
#define STATUS_IDLE 0x2u
#define STATUS_ERRORS 0x70u /* internal, slave, decode */

#define RESET_READS 10000 /* the reset takes some cycles of the bus */

enum ${design}_error ${design}_dma_reset(const struct ${design}_port *port)
{
    int left = RESET_READS;
    /* Either channel's bit resets both. */
    port->dma_write(port->context, SEND + CONTROL, CONTROL_RESET);
    while (port->dma_read(port->context, SEND + CONTROL) & CONTROL_RESET) {
        if (--left == 0) return ${macro}_ERROR_DMA;
    }
    port->dma_write(port->context, RECEIVE + CONTROL, CONTROL_RUN);
    port->dma_write(port->context, SEND + CONTROL, CONTROL_RUN);
    return ${macro}_OK;
}

static void start(const struct ${design}_port *port, uint32_t channel, uint64_t address, uint32_t bytes)
{
    port->dma_write(port->context, channel + ADDRESS, (uint32_t)address);
    port->dma_write(port->context, channel + ADDRESS_HIGH, (uint32_t)(address >> 32));
    port->dma_write(port->context, channel + LENGTH, bytes);
}

void ${design}_dma_start(const struct ${design}_port *port, uint64_t in, uint64_t out, uint32_t frames)
{
    start(port, RECEIVE, out, frames * ${macro}_OUT_BYTES);
    start(port, SEND, in, frames * ${macro}_IN_BYTES);
}

enum ${design}_error ${design}_dma_poll(const struct ${design}_port *port)
{
    const uint32_t sent = port->dma_read(port->context, SEND + STATUS);
    const uint32_t received = port->dma_read(port->context, RECEIVE + STATUS);
    if (((sent | received) & (STATUS_ERRORS | STATUS_HALTED)) != 0) return ${macro}_ERROR_DMA;
    return (sent & received & STATUS_IDLE) != 0 ? ${macro}_OK : ${macro}_ERROR_TIMEOUT;
}
