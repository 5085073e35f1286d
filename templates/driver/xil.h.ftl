/* ${design} on AMD's standalone BSP, at the addresses of its block design. */
#ifndef ${macro}_XIL_H
#define ${macro}_XIL_H

#include "${design}_bare.h"

#ifndef ${macro}_REGISTERS
#define ${macro}_REGISTERS ${registersAddress}
#endif
#ifndef ${macro}_DMA
#define ${macro}_DMA ${dmaAddress}
#endif

/* For ${design}_init: polls, and keeps caches and memory the same with the BSP's functions. */
const struct ${design}_port *${design}_xil_port(struct ${design}_bare *bare);

#endif
