# What the flows need to know of this design.
namespace eval systole {
    variable design     tiny
    variable top        tiny_axi
    variable list       files_axi.f
    variable part       xc7z020clg400-1
    variable board      {TUL PYNQ-Z2}
    variable boards     {tul.com.tw:pynq-z2:part0}
    variable mhz        100
    variable bus_mhz    100
    variable crystal    50
    variable in_width   32
    variable out_width  32
    variable core_clock 0
    # Predicted for the whole chip.
    variable predicted  {lut 5894 dsp 12 ramb18 6}
}
