# What the flows need to know of this design.
namespace eval systole {
    variable design     tiny
    variable top        tiny_top
    variable list       files_top.f
    variable part       xc7a35tcpg236-1
    variable board      {Digilent Basys 3}
    variable boards     {digilentinc.com:basys3:part0}
    variable mhz        100
    variable bus_mhz    100
    variable crystal    0
    variable in_width   32
    variable out_width  32
    variable core_clock 0
    # Predicted for the whole chip.
    variable predicted  {lut 1894 dsp 12 ramb18 2}
}
