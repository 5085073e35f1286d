<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame; a pass of ${passes.length} beats makes ${array.columns} x ${array.lanes} sums. in_ready and out_valid come from registers.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.input name="in" msb=inMsb/>
<@m.output name="out" msb=outMsb/>
);
    localparam integer IN_WIDTH  = ${inWidth}; // bits of an input beat: ${array.elements} of ${array.xBits} bits
    localparam integer OUT_BITS  = ${outBits}; // bits of an output element
    localparam integer OUT_WIDTH = ${outWidth}; // bits of an output beat
<@m.arrayConstants a=array/>

<@m.passes v=passes/>

<@m.array a=array/>

    // ---------------------------------------------------------------- from sums to elements
    wire [OUT_WIDTH-1:0] level_data;
    wire [CHAINS-1:0] level_valid;
<@m.requantizers r=requant/>

    // Each chain is ${passes.outBeats} cycles behind the one before it: the elements of the first wait for those of the last.
    wire [OUT_WIDTH-1:0] element_data;
<#list requant.copies as c>
    systole_delay #(.WIDTH(OUT_BITS), .CYCLES(${c.delay})) align_${c.index}
        (.clk(clk), .in(level_data[${c.index}*OUT_BITS +: OUT_BITS]), .out(element_data[${c.index}*OUT_BITS +: OUT_BITS]));
</#list>
    wire unused_level_valid = &{1'b0, level_valid};

<@m.credited start="pass_start" beats=passes.outBeats credits=passes.credits depth=fifoDepth block=fifoBlock data="element_data" valid="level_valid[CHAINS-1]"/>
endmodule
`default_nettype wire
