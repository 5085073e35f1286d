/*
 * Driver of ${design}. C99, no allocation; what differs between systems is behind struct ${design}_port.
 *
 *   input   ${input.tensor}: ${input.words}, ${input.elements} elements
 *   output  ${output.tensor}: ${output.words}, ${output.elements} elements
 *
 * A frame: ${design}_pack, ${design}_start, ${design}_wait, ${design}_unpack. A batch of frames, which lie one after
 * another in memory, is one transfer of the DMA engine: ${design}_start_batch. One batch at a time, one caller at a time.
 */
#ifndef ${macro}_H
#define ${macro}_H

#include <stddef.h>
#include <stdint.h>

#include "${design}_regs.h"

<#list tensors as t>
typedef ${t.type} ${design}_${t.role};               /* an element; ${t.words} */
#define ${macro}_${t.macro}_ELEMENTS ${t.elements}
#define ${macro}_${t.macro}_MIN (${t.min})
#define ${macro}_${t.macro}_MAX (${t.max})
#define ${macro}_${t.macro}_ZERO (${t.zero})               /* real = scale * (element - zero) */
#define ${macro}_${t.macro}_SCALE (${t.scale})
#define ${macro}_${t.macro}_SIGNED ${t.signed}
#define ${macro}_${t.macro}_LANES ${t.lanes}                /* elements a beat */
#define ${macro}_${t.macro}_ELEMENT_BYTES ${t.elementBytes}
#define ${macro}_${t.macro}_BEAT_BYTES ${t.beatBytes}           /* in memory; what the elements leave free is 0 */
#define ${macro}_${t.macro}_BEATS ${t.beats}
#define ${macro}_${t.macro}_BYTES ${t.bytes}               /* of a frame in memory */
#define ${macro}_${t.macro}_BUFFER_BYTES ${t.bufferBytes}        /* of a buffer that holds a frame */
/* Of a buffer that holds a batch. Frame i begins at i * ${macro}_${t.macro}_BYTES. */
#define ${macro}_${t.macro}_BATCH_BYTES(frames) \
    (((size_t)(frames) * ${macro}_${t.macro}_BYTES + ${macro}_ALIGNMENT - 1) / ${macro}_ALIGNMENT * ${macro}_ALIGNMENT)

</#list>
<#list parts as p>
/* ${p.tensor} ${p.dims?join(" x ")}: ${p.words}; real = scale * (element - zero). A part of the frame, as it streams. */
#define ${macro}_${p.side}_${p.macro}_FIRST ${p.first}
#define ${macro}_${p.side}_${p.macro}_ELEMENTS ${p.elements}
#define ${macro}_${p.side}_${p.macro}_ZERO (${p.zero})
#define ${macro}_${p.side}_${p.macro}_SCALE (${p.scale})

</#list>
#define ${macro}_ALIGNMENT ${alignment} /* of buffers, in bytes */
#define ${macro}_MAX_FRAMES ${maxFrames}u /* of a batch */
#define ${macro}_BATCH ${batch}u /* frames of a batch that the programs beside this file send */

enum ${design}_error {
    ${macro}_OK = 0,
    ${macro}_ERROR_ARGUMENT,    /* a null pointer, a buffer that is not aligned, or a batch of 0 or too many frames */
    ${macro}_ERROR_IDENTITY,    /* there is no Systole design at this address */
    ${macro}_ERROR_VERSION,     /* its registers are those of another version */
    ${macro}_ERROR_NETWORK,     /* it computes another network than this driver is for */
    ${macro}_ERROR_BUSY,        /* a frame is under way: wait for it, or reset */
    ${macro}_ERROR_IDLE,        /* there is no frame to wait for */
    ${macro}_ERROR_TIMEOUT,     /* not yet; wait again, or reset */
    ${macro}_ERROR_DMA,         /* the DMA engine stopped with an error: reset */
    ${macro}_ERROR_SHORT_FRAME, /* beats were missing and made up: discard the output; the next frame will be right */
    ${macro}_ERROR_LONG_FRAME,  /* beats too many were cut off: discard the output; the next frame will be right */
    ${macro}_ERROR_SYSTEM       /* the operating system refused; errno tells why */
};

/* How the driver reaches the hardware. Offsets and lengths are in bytes, times in microseconds. */
struct ${design}_port {
    void *context; /* handed to all functions */
    uint32_t (*read)(void *context, uint32_t offset); /* of the design's registers */
    void (*write)(void *context, uint32_t offset, uint32_t value);
    uint32_t (*dma_read)(void *context, uint32_t offset); /* of the AXI DMA's registers */
    void (*dma_write)(void *context, uint32_t offset, uint32_t value);
    uint64_t (*address)(void *context, const void *buffer); /* as the DMA engine sees it */
    void (*flush)(void *context, const void *buffer, size_t bytes); /* from caches to memory */
    void (*invalidate)(void *context, void *buffer, size_t bytes);  /* memory has changed, caches have not */
    uint64_t (*now)(void *context); /* a clock that never runs backwards */
    /* Waits until the interrupt line is high: 0, or 1 if it took too long. Null: the driver polls instead. */
    int (*interrupt)(void *context, uint64_t timeout);
};

struct ${design}_device {
    const struct ${design}_port *port;
    void *out;       /* where the batch under way goes; null if there is none */
    uint32_t frames; /* of this batch */
};

struct ${design}_counters {
    uint64_t cycles;  /* of the clock, since the last reset */
    uint32_t frames_in, frames_out, beats_in, beats_out; /* all wrap around */
    uint32_t latency; /* of the last frame, from its first beat in to its last beat out, in cycles */
};

/* Checks that this driver is for the design that is there, and brings it to rest. */
enum ${design}_error ${design}_init(struct ${design}_device *device, const struct ${design}_port *port);

/* Drops whatever is under way, in the design and in the DMA engine, and clears errors. */
enum ${design}_error ${design}_reset(struct ${design}_device *device);

/* Starts a frame. `in` and `out` stay the driver's until ${design}_wait says otherwise than TIMEOUT. */
enum ${design}_error ${design}_start(struct ${design}_device *device, const void *in, void *out);

/* Starts a batch, which is one transfer in each direction. A wait that ends with TIMEOUT ends only with a reset if the
   DMA engine sent fewer frames. */
enum ${design}_error ${design}_start_batch(struct ${design}_device *device, const void *in, void *out, uint32_t frames);

/* Waits until the frame, or the whole batch, has come out. */
enum ${design}_error ${design}_wait(struct ${design}_device *device, uint64_t timeout);

/* The register STATUS: busy, idle, and the errors since they were cleared, ${macro}_STATUS_... */
uint32_t ${design}_status(struct ${design}_device *device);

/* Clears errors, ${macro}_STATUS_... ${design}_wait reports and clears SHORT_FRAME and LONG_FRAME itself. */
void ${design}_clear(struct ${design}_device *device, uint32_t flags);

struct ${design}_counters ${design}_counters(struct ${design}_device *device);

/* What an error means, in English. */
const char *${design}_message(enum ${design}_error error);

/* The element for a real number: real / scale in double precision, rounded to the nearest integer with halves away
   from 0, plus the zero point, saturated to MIN and MAX. Not a number becomes the zero point. */
${design}_in ${design}_quantize(double real);

/* The real number of an element: scale * (element - zero) in double precision. */
double ${design}_dequantize(${design}_out element);

/* Between frames in the order of the model's author, row-major, and frames in memory as the DMA engine moves them. */
void ${design}_pack(const ${design}_in *frame, void *buffer);
void ${design}_unpack(const void *buffer, ${design}_out *frame);

/* The same with real numbers. */
void ${design}_pack_real(const float *frame, void *buffer);
void ${design}_unpack_real(const void *buffer, float *frame);

#endif
