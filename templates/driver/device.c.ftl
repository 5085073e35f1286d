/* Driver of ${design}: its registers, and frames through an AXI DMA. */
#include "${design}_dma.h"

#define RESET_READS 10000 /* a reset takes some cycles */
#define FRAME_ERRORS (${macro}_STATUS_SHORT_FRAME | ${macro}_STATUS_LONG_FRAME)

static uint32_t get(const struct ${design}_device *device, uint32_t offset)
{
    return device->port->read(device->port->context, offset);
}

static void set(const struct ${design}_device *device, uint32_t offset, uint32_t value)
{
    device->port->write(device->port->context, offset, value);
}

static uint64_t now(const struct ${design}_device *device)
{
    return device->port->now(device->port->context);
}

enum ${design}_error ${design}_init(struct ${design}_device *device, const struct ${design}_port *port)
{
    uint32_t version;
    if (device == NULL || port == NULL) return ${macro}_ERROR_ARGUMENT;
    device->port = port;
    device->out = NULL;
    if (get(device, ${macro}_REG_ID) != ${macro}_ID_VALUE) return ${macro}_ERROR_IDENTITY;
    version = get(device, ${macro}_REG_VERSION);
    if ((version & ${macro}_VERSION_MAJOR) != (${macro}_VERSION_VALUE & ${macro}_VERSION_MAJOR)) return ${macro}_ERROR_VERSION;
    if (version < ${macro}_VERSION_VALUE) return ${macro}_ERROR_VERSION;
    if (get(device, ${macro}_REG_NETWORK_HASH_LO) != ${macro}_NETWORK_HASH_LO_VALUE) return ${macro}_ERROR_NETWORK;
    if (get(device, ${macro}_REG_NETWORK_HASH_HI) != ${macro}_NETWORK_HASH_HI_VALUE) return ${macro}_ERROR_NETWORK;
    return ${design}_reset(device);
}

static enum ${design}_error soft_reset(const struct ${design}_device *device)
{
    int left = RESET_READS;
    set(device, ${macro}_REG_CONTROL, ${macro}_CONTROL_SOFT_RESET);
    while (get(device, ${macro}_REG_CONTROL) & ${macro}_CONTROL_SOFT_RESET) {
        if (--left == 0) return ${macro}_ERROR_TIMEOUT;
    }
    return ${macro}_OK;
}

enum ${design}_error ${design}_reset(struct ${design}_device *device)
{
    enum ${design}_error error;
    device->out = NULL;
    error = ${design}_dma_reset(device->port); /* first, for the streams go through the soft reset, too */
    if (error == ${macro}_OK) error = soft_reset(device);
    set(device, ${macro}_REG_STATUS, 0xFFFFFFFFu);
    set(device, ${macro}_REG_IRQ_STATUS, 0xFFFFFFFFu);
    set(device, ${macro}_REG_IRQ_ENABLE, device->port->interrupt != NULL ? ${macro}_IRQ_ENABLE_FRAME_OUT : 0);
    set(device, ${macro}_REG_CONTROL, ${macro}_CONTROL_ENABLE);
    return error;
}

enum ${design}_error ${design}_start(struct ${design}_device *device, const void *in, void *out)
{
    return ${design}_start_batch(device, in, out, 1);
}

enum ${design}_error ${design}_start_batch(struct ${design}_device *device, const void *in, void *out, uint32_t frames)
{
    const struct ${design}_port *port = device->port;
    uint64_t in_address, out_address;
    if (in == NULL || out == NULL || frames == 0 || frames > ${macro}_MAX_FRAMES) return ${macro}_ERROR_ARGUMENT;
    if (device->out != NULL) return ${macro}_ERROR_BUSY;
    in_address = port->address(port->context, in);
    out_address = port->address(port->context, out);
    if ((in_address | out_address) % ${macro}_ALIGNMENT != 0) return ${macro}_ERROR_ARGUMENT;
    device->out = out;
    device->frames = frames;
    port->flush(port->context, in, (size_t)frames * ${macro}_IN_BYTES);
    /* Lest a dirty line is written back over the result. */
    port->flush(port->context, out, (size_t)frames * ${macro}_OUT_BYTES);
    set(device, ${macro}_REG_TRANSFER_FRAMES, frames);
    ${design}_dma_start(port, in_address, out_address, frames);
    return ${macro}_OK;
}

/* Until both DMA channels have ended. The interrupt comes with the last beat, a little before the DMA engine ends. */
static enum ${design}_error await(struct ${design}_device *device, uint64_t timeout)
{
    const struct ${design}_port *port = device->port;
    const uint64_t start = now(device);
    int sleep = port->interrupt != NULL;
    for (;;) {
        const uint64_t passed = now(device) - start;
        const enum ${design}_error error = ${design}_dma_poll(port);
        if (error != ${macro}_ERROR_TIMEOUT || passed >= timeout) return error;
        if (sleep && port->interrupt(port->context, timeout - passed) == 0) sleep = 0;
    }
}

enum ${design}_error ${design}_wait(struct ${design}_device *device, uint64_t timeout)
{
    const struct ${design}_port *port = device->port;
    enum ${design}_error error;
    uint32_t errors;
    if (device->out == NULL) return ${macro}_ERROR_IDLE;
    error = await(device, timeout);
    if (error == ${macro}_ERROR_TIMEOUT) return error;
    port->invalidate(port->context, device->out, (size_t)device->frames * ${macro}_OUT_BYTES);
    device->out = NULL;
    set(device, ${macro}_REG_IRQ_STATUS, ${macro}_IRQ_STATUS_FRAME_OUT);
    errors = get(device, ${macro}_REG_STATUS) & FRAME_ERRORS;
    if (errors != 0) set(device, ${macro}_REG_STATUS, errors);
    if (error != ${macro}_OK) return error;
    if (errors & ${macro}_STATUS_SHORT_FRAME) return ${macro}_ERROR_SHORT_FRAME;
    return errors != 0 ? ${macro}_ERROR_LONG_FRAME : ${macro}_OK;
}

uint32_t ${design}_status(struct ${design}_device *device)
{
    return get(device, ${macro}_REG_STATUS);
}

void ${design}_clear(struct ${design}_device *device, uint32_t flags)
{
    set(device, ${macro}_REG_STATUS, flags);
}

struct ${design}_counters ${design}_counters(struct ${design}_device *device)
{
    struct ${design}_counters counters;
    counters.cycles = get(device, ${macro}_REG_CYCLES_LO); /* reading this half latches the other */
    counters.cycles |= (uint64_t)get(device, ${macro}_REG_CYCLES_HI) << 32;
    counters.frames_in = get(device, ${macro}_REG_FRAMES_IN);
    counters.frames_out = get(device, ${macro}_REG_FRAMES_OUT);
    counters.beats_in = get(device, ${macro}_REG_BEATS_IN);
    counters.beats_out = get(device, ${macro}_REG_BEATS_OUT);
    counters.latency = get(device, ${macro}_REG_LAST_LATENCY);
    return counters;
}

const char *${design}_message(enum ${design}_error error)
{
    static const char *const messages[] = {
        "done",
        "a null pointer, a buffer that is not aligned, or a wrong number of frames",
        "there is no Systole design at this address",
        "the design has registers of another version",
        "the design computes another network",
        "a frame is under way",
        "there is no frame to wait for",
        "no result in time",
        "the DMA engine stopped with an error",
        "the frame was too short",
        "the frame was too long",
        "the operating system refused"
    };
    return (unsigned)error < sizeof(messages) / sizeof(messages[0]) ? messages[error] : "unknown error";
}
