/* Stands in for the cache functions of AMD's standalone BSP. */
#ifndef XIL_CACHE_H
#define XIL_CACHE_H

#include <stdint.h>

typedef intptr_t INTPTR;
typedef uint32_t u32;

void Xil_DCacheFlushRange(INTPTR address, u32 bytes);
void Xil_DCacheInvalidateRange(INTPTR address, u32 bytes);

#endif
