// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// Constants of motion for tb.v.
`define SYSTOLE_DUT motion
`define SYSTOLE_DESIGN "motion"
`define SYSTOLE_IN_LANES 4
`define SYSTOLE_IN_ELEM_BYTES 1
`define SYSTOLE_IN_BEATS 64
`define SYSTOLE_OUT_LANES 1
`define SYSTOLE_OUT_ELEM_BYTES 1
`define SYSTOLE_OUT_SIGNED 0
`define SYSTOLE_OUT_BEATS 1
`define SYSTOLE_OUT_WIDTH 1
`define SYSTOLE_OUT_CHANNELS 1
`define SYSTOLE_PASSAGE 486
`define SYSTOLE_IDLE_LIMIT 11944
