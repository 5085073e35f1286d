// Constants of ${design} and its shell for the shell's testbenches.
#pragma once
#include <cstdint>

constexpr const char* DESIGN = "${design}";
constexpr int IN_CORE_BYTES = ${inCoreBytes};    // of a beat at the core
constexpr int IN_BUS_BYTES = ${inBusBytes};     // of a beat on the bus
constexpr int IN_BEATS = ${inBeats};             // of a frame
constexpr int OUT_CORE_BYTES = ${outCoreBytes};
constexpr int OUT_BUS_BYTES = ${outBusBytes};
constexpr int OUT_BEATS = ${outBeats};
constexpr int DIVISOR = ${divisor};              // clock cycles of a bit on the serial line; 0 without
constexpr long CYCLES_PER_MS = ${cyclesPerMs};
constexpr long MESSAGE_MS = ${messageMs};        // time-outs of the serial line
constexpr long FRAME_MS = ${frameMs};
<#if ownClock>
#define CORE_CLOCK 1
</#if>
<#if stateful>
#define STATEFUL 1                               // a state is carried from frame to frame
</#if>

// The register map: masks of the bits of each access.
struct RegisterInfo {
    const char* name;
    int offset;
    uint32_t reset, constant, read_only, read_write, w1c, self_clearing;
};

constexpr RegisterInfo REGISTERS[] = {
<#list registers as r>
    {"${r.name}", ${r.offset}, ${r.reset}, ${r.constant}, ${r.readOnly}, ${r.readWrite}, ${r.w1c}, ${r.selfClearing}},
</#list>
};

<#list registers as r>
constexpr int ${r.name} = ${r.offset};
<#list r.bits as b>
constexpr uint32_t ${r.name}_${b.name} = ${b.mask};
</#list>
</#list>
