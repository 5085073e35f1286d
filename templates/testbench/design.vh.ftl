// Constants of ${design} for tb.v.
`define SYSTOLE_DUT ${module}
`define SYSTOLE_DESIGN "${design}"
`define SYSTOLE_IN_LANES ${inLanes}
`define SYSTOLE_IN_ELEM_BYTES ${inElementBytes}
`define SYSTOLE_IN_BEATS ${inBeats}
`define SYSTOLE_OUT_LANES ${outLanes}
`define SYSTOLE_OUT_ELEM_BYTES ${outElementBytes}
`define SYSTOLE_OUT_SIGNED ${outSigned}
`define SYSTOLE_OUT_BEATS ${outBeats}
`define SYSTOLE_OUT_WIDTH ${outWidth}
`define SYSTOLE_OUT_CHANNELS ${outChannels}
<#if stateful>
`define SYSTOLE_STATEFUL
</#if>
`define SYSTOLE_PASSAGE ${passage}
`define SYSTOLE_IDLE_LIMIT ${idleLimit}
