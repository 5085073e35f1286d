/* Numbers and frames of ${design}: quantization, and the order of elements in memory. */
#include <string.h>

#include "${design}.h"

/* An index of the author's order: how many values it takes, and elements of the stream between two of them. */
struct axis {
    uint32_t size, stride;
};

<#list tensors as t>
static const struct axis ${t.role}_axes[] = {<#list t.axes as a>{${a.size}, ${a.stride}}<#sep>, </#list>};
</#list>

#define AXES(table) (sizeof(table) / sizeof((table)[0]))

/* Walks through a frame in the author's order. */
struct walk {
    uint32_t at[4];
    uint32_t position; /* in the stream */
};

static void step(struct walk *walk, const struct axis *axes, size_t count)
{
    size_t i = count;
    while (i-- > 0) {
        walk->position += axes[i].stride;
        if (++walk->at[i] < axes[i].size) return;
        walk->position -= axes[i].size * axes[i].stride;
        walk->at[i] = 0;
    }
}

${design}_in ${design}_quantize(double real)
{
    const double quotient = real / ${macro}_IN_SCALE;
    int32_t whole;
    double rest;
    if (quotient != quotient) return ${macro}_IN_ZERO;
    if (quotient <= ${macro}_IN_MIN - ${macro}_IN_ZERO) return ${macro}_IN_MIN;
    if (quotient >= ${macro}_IN_MAX - ${macro}_IN_ZERO) return ${macro}_IN_MAX;
    whole = (int32_t)quotient;
    rest = quotient - whole;
    whole += (rest >= 0.5) - (rest <= -0.5);
    return (${design}_in)(whole + ${macro}_IN_ZERO);
}

double ${design}_dequantize(${design}_out element)
{
    return ${macro}_OUT_SCALE * ((int32_t)element - ${macro}_OUT_ZERO);
}

static void put(uint8_t *buffer, uint32_t position, ${design}_in element)
{
    size_t offset = (size_t)(position / ${macro}_IN_LANES) * ${macro}_IN_BEAT_BYTES
                  + (size_t)(position % ${macro}_IN_LANES) * ${macro}_IN_ELEMENT_BYTES;
    int i;
    for (i = 0; i < ${macro}_IN_ELEMENT_BYTES; i++) buffer[offset + i] = (uint8_t)((uint32_t)element >> 8 * i);
}

static ${design}_out get(const uint8_t *buffer, uint32_t position)
{
    size_t offset = (size_t)(position / ${macro}_OUT_LANES) * ${macro}_OUT_BEAT_BYTES
                  + (size_t)(position % ${macro}_OUT_LANES) * ${macro}_OUT_ELEMENT_BYTES;
    int32_t bits = 0;
    int i;
    for (i = 0; i < ${macro}_OUT_ELEMENT_BYTES; i++) bits |= (int32_t)buffer[offset + i] << 8 * i;
    if (${macro}_OUT_SIGNED && bits >> (8 * ${macro}_OUT_ELEMENT_BYTES - 1)) bits -= 1 << 8 * ${macro}_OUT_ELEMENT_BYTES;
    return (${design}_out)bits;
}

void ${design}_pack(const ${design}_in *frame, void *buffer)
{
    struct walk walk = {{0, 0, 0, 0}, 0};
    size_t i;
    memset(buffer, 0, ${macro}_IN_BYTES);
    for (i = 0; i < ${macro}_IN_ELEMENTS; i++, step(&walk, in_axes, AXES(in_axes))) put(buffer, walk.position, frame[i]);
}

void ${design}_pack_real(const float *frame, void *buffer)
{
    struct walk walk = {{0, 0, 0, 0}, 0};
    size_t i;
    memset(buffer, 0, ${macro}_IN_BYTES);
    for (i = 0; i < ${macro}_IN_ELEMENTS; i++, step(&walk, in_axes, AXES(in_axes)))
        put(buffer, walk.position, ${design}_quantize(frame[i]));
}

void ${design}_unpack(const void *buffer, ${design}_out *frame)
{
    struct walk walk = {{0, 0, 0, 0}, 0};
    size_t i;
    for (i = 0; i < ${macro}_OUT_ELEMENTS; i++, step(&walk, out_axes, AXES(out_axes))) frame[i] = get(buffer, walk.position);
}

void ${design}_unpack_real(const void *buffer, float *frame)
{
    struct walk walk = {{0, 0, 0, 0}, 0};
    size_t i;
    for (i = 0; i < ${macro}_OUT_ELEMENTS; i++, step(&walk, out_axes, AXES(out_axes)))
        frame[i] = (float)${design}_dequantize(get(buffer, walk.position));
}
