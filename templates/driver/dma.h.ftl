/* AMD's AXI DMA in simple mode (register mode), as far as ${design} needs it. */
#ifndef ${macro}_DMA_H
#define ${macro}_DMA_H

#include "${design}.h"

/* Stops both channels and empties them. */
enum ${design}_error ${design}_dma_reset(const struct ${design}_port *port);

/* Starts the receiving channel, then the sending one: frames in, and the frames they become. */
void ${design}_dma_start(const struct ${design}_port *port, uint64_t in, uint64_t out, uint32_t frames);

/* OK once all frames have been moved, TIMEOUT before, DMA if a channel stopped with an error. */
enum ${design}_error ${design}_dma_poll(const struct ${design}_port *port);

#endif
