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
    localparam integer IN_WIDTH  = ${inWidth}; // bits of <#if pack.used>a beat of the window<#else>an input beat</#if>: ${array.elements} elements of ${array.xBits} bits
    localparam integer OUT_BITS  = ${outBits}; // bits of an output element
    localparam integer OUT_WIDTH = ${outWidth}; // bits of an output beat
<@m.arrayConstants a=array/>

<#if pack.used>
    // ---------------------------------------------------------------- the last beat of each pixel is filled up
    wire [IN_WIDTH-1:0] packed_data;
    wire packed_valid, packed_ready;
    systole_pack #(.WIDTH(${pack.width}), .RATIO(${pack.ratio}), .BEATS(${pack.beats})) pack (
        .clk(clk), .rst(rst), .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .out_data(packed_data), .out_valid(packed_valid), .out_ready(packed_ready)
    );

<@m.passes v=passes from="packed"/>
<#else>
<@m.passes v=passes/>
</#if>

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

<#if trim.used>
    wire [OUT_WIDTH-1:0] computed_data;
    wire computed_valid, computed_ready;
<@m.credited start="pass_start" beats=passes.outBeats credits=passes.credits depth=fifoDepth block=fifoBlock data="element_data" valid="level_valid[CHAINS-1]" to="computed"/>

    // ---------------------------------------------------------------- the last pass computes more channels than there are: they are dropped
    systole_trim #(.WIDTH(OUT_WIDTH), .KEEP(${trim.keep}), .DROP(${trim.drop})) trim (
        .clk(clk), .rst(rst), .in_data(computed_data), .in_valid(computed_valid), .in_ready(computed_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
<#else>
<@m.credited start="pass_start" beats=passes.outBeats credits=passes.credits depth=fifoDepth block=fifoBlock data="element_data" valid="level_valid[CHAINS-1]"/>
</#if>
endmodule
`default_nettype wire
