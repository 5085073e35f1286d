// Constants of ${design} for tb.cpp.
#pragma once
constexpr const char* DESIGN = "${design}";
constexpr int IN_LANES = ${inLanes};             // elements a beat
constexpr int IN_ELEM_BYTES = ${inElementBytes};
constexpr int IN_SIGNED = ${inSigned};
constexpr int IN_BEATS = ${inBeats};             // a frame
constexpr int OUT_LANES = ${outLanes};
constexpr int OUT_ELEM_BYTES = ${outElementBytes};
constexpr int OUT_SIGNED = ${outSigned};
constexpr int OUT_BEATS = ${outBeats};
constexpr int OUT_HEIGHT = ${outHeight};         // shape of an output frame
constexpr int OUT_WIDTH = ${outWidth};
constexpr int OUT_CHANNELS = ${outChannels};
<#if stateful>
#define DESIGN_IS_STATEFUL                       // s_axis_tuser tells which frames begin afresh
</#if>
constexpr long PASSAGE = ${passage};           // predicted cycles of a frame and until the next one
constexpr long IDLE_LIMIT = ${idleLimit};        // cycles without a handshake that count as a deadlock
