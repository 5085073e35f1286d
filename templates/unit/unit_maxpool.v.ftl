<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame. in_ready and out_valid come from registers.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.input name="in" msb=msb/>
<@m.output name="out" msb=msb/>
);
    localparam integer LANES     = ${lanes}; // channels at once
    localparam integer BITS      = ${bits}; // bits of an element
    localparam integer IN_WIDTH  = LANES * BITS;
    localparam integer OUT_WIDTH = LANES * BITS;

<@m.passes v=passes/>

    // ---------------------------------------------------------------- the greatest of each window
    wire [OUT_WIDTH-1:0] max_data;
    wire max_valid;
    systole_max #(.LANES(LANES), .BITS(BITS), .SIGNED(${signed})) max (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .out_data(max_data), .out_valid(max_valid)
    );

<@m.credited start="pass_start" beats=passes.outBeats credits=passes.credits depth=fifoDepth block=fifoBlock data="max_data" valid="max_valid"/>
endmodule
`default_nettype wire
