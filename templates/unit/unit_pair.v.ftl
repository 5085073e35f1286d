<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame. a_ready and b_ready wait for each other's valid; out_valid comes from a register.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.input name="a" msb=aMsb/>
<@m.input name="b" msb=bMsb/>
<@m.output name="out" msb=outMsb/>
);
    localparam integer LANES     = ${lanes}; // elements at once
    localparam integer SUM_BITS  = ${sumBits}; // bits of the sum or the product of two elements
    localparam integer OUT_BITS  = ${outBits}; // bits of an output element
    localparam integer OUT_WIDTH = LANES * OUT_BITS;

    // ---------------------------------------------------------------- a beat of each, combined
    wire pass_ready;
    wire take = a_valid && b_valid && pass_ready;
    assign a_ready = b_valid && pass_ready;
    assign b_ready = a_valid && pass_ready;

    wire [LANES*SUM_BITS-1:0] sum_data;
    wire all_valid;
    wire [LANES-1:0] sum_valid = {LANES{all_valid}};
<#if accumulators.product>
    systole_product #(
        .LANES(LANES), .A_BITS(${aBits}), .A_SIGNED(${aSigned}), .A_ZERO(${accumulators.aZero}),
        .B_BITS(${bBits}), .B_SIGNED(${bSigned}), .B_ZERO(${accumulators.bZero})
    ) products (
<#elseif accumulators.rescaled>
    systole_rescaled #(
        .LANES(LANES), .SUM_BITS(SUM_BITS),
        .A_FACTOR(${accumulators.factorA}), .A_SHIFT(${accumulators.shiftA}),
        .B_FACTOR(${accumulators.factorB}), .B_SHIFT(${accumulators.shiftB})
    ) terms (
<#else>
    systole_terms #(
        .LANES(LANES), .A_BITS(${aBits}), .A_SIGNED(${aSigned}), .B_BITS(${bBits}), .B_SIGNED(${bSigned}),
        .SUM_BITS(SUM_BITS), .SUBTRACT(${accumulators.subtract}), .TABLES(${accumulators.tables}),
        .FILE_A("${accumulators.fileA}"), .FILE_B("${accumulators.fileB}")
    ) terms (
</#if>
        .clk(clk), .rst(rst), .a(a_data), .b(b_data), .in_valid(take), .out_data(sum_data), .out_valid(all_valid)
    );

    // ---------------------------------------------------------------- from sums to elements
    wire [OUT_WIDTH-1:0] level_data;
    wire [LANES-1:0] level_valid;
    wire unused_level_valid = &{1'b0, level_valid};
<@m.requantizers r=requant/>

<@m.credited start="take" beats=1 credits=fifoDepth depth=fifoDepth block=0 data="level_data" valid="level_valid[0]"/>
endmodule
`default_nettype wire
