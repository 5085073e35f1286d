# What the flows need to know of this design.
namespace eval systole {
    variable design     [=design]
    variable top        [=top]
    variable list       [=list]
    variable part       [=part]
    variable board      {[=board]}
    variable boards     {[=boards]}
    variable mhz        [=mhz]
    variable bus_mhz    [=busMhz]
    variable crystal    [=crystal]
    variable in_width   [=inWidth]
    variable out_width  [=outWidth]
    variable core_clock [=coreClock]
    # Predicted for the whole chip.
    variable predicted  {lut [=lut] dsp [=dsp] ramb18 [=ramb18]}
}
