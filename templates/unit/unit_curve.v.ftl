<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame. out_valid comes from a register.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.input name="in" msb=inMsb/>
<@m.output name="out" msb=outMsb/>
);
    localparam integer LANES     = ${lanes}; // elements at once
    localparam integer OUT_BITS  = ${outBits}; // bits of an output element
    localparam integer OUT_WIDTH = LANES * OUT_BITS;

    wire pass_ready;
    wire take = in_valid && pass_ready;
    assign in_ready = pass_ready;

    wire [OUT_WIDTH-1:0] value_data;
    wire                 value_valid;
    systole_pipe #(.WIDTH(1), .CYCLES(${latency})) pipe_valid (.clk(clk), .rst(rst), .in(take), .out(value_valid));
<#list functions as f>

    // ---------------------------------------------------------------- lane ${f.index}
    wire signed [15:0] x_${f.index} = ${f.argument};
    wire [15:0] y_${f.index};
<@m.curve c=f.curve/>
    assign value_data[${f.low} +: OUT_BITS] = y_${f.index}[OUT_BITS-1:0];
<#if outBits lt 16>
    wire unused_${f.index} = &{1'b0, y_${f.index}[15:OUT_BITS]};
</#if>
</#list>

<@m.credited start="take" beats=1 credits=fifoDepth depth=fifoDepth block=0 data="value_data" valid="value_valid"/>
endmodule
`default_nettype wire
