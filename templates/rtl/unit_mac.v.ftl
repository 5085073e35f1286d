<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame; a pass of ${passes.length} beats makes ${columns} x ${lanes} sums. in_ready and out_valid come from registers.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.input name="in" msb=inMsb/>
<@m.output name="out" msb=outMsb/>
);
    localparam integer IN_WIDTH  = ${inWidth}; // bits of an input beat: ${elements} of ${xBits} bits
    localparam integer OUT_BITS  = ${outBits}; // bits of an output element
    localparam integer OUT_WIDTH = ${outWidth}; // bits of an output beat
    localparam integer COLUMNS   = ${columns}; // columns of the array
    localparam integer LANES     = ${lanes}; // output channels of a column
    localparam integer ROWS      = ${rows}; // input elements at once (SIMD)
    localparam integer CHAINS    = ${chains}; // drain chains, each with a requantizer
    localparam integer SUM_BITS  = ${accBits}; // bits of a sum of products
    localparam integer W_BITS    = ${wBits}; // bits of a weight
    localparam integer WORDS     = ${words}; // words of a column's weights
    localparam integer AW        = ${aw}; // bits of their address

<@m.passes v=passes/>

    // ---------------------------------------------------------------- the array
    wire [COLUMNS*AW-1:0] weight_addr;
    wire [COLUMNS*ROWS*LANES*W_BITS-1:0] weight_data;
    wire [CHAINS*SUM_BITS-1:0] sum_data;
    wire [CHAINS-1:0] sum_valid;
    systole_array #(
        .COLUMNS(COLUMNS), .LANES(LANES), .KIND(${kind}), .CANARY(${canary}), .ROWS(ROWS),
        .CHAINS(CHAINS), .SHARED(${shared}), .ELEMENTS(${elements}),
        .X_BITS(${xBits}), .X_SIGNED(${xSigned}), .W_BITS(W_BITS), .W_SIGNED(${wSigned}), .ACC_BITS(SUM_BITS),
        .WEIGHTS(WORDS), .AW(AW)
    ) array (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .weight_addr(weight_addr), .weight_data(weight_data),
        .out_data(sum_data), .out_valid(sum_valid)
    );

<#if weightless>
    // Every weight is 1.
    assign weight_data = {COLUMNS{1'b1}};
    wire unused_weight_addr = &{1'b0, weight_addr};
<#else>
    localparam integer ROW = LANES * W_BITS; // bits of a row's weights
<#list weights as w>
    systole_weights #(.ROWS(${w.rows}), .START(${w.firstRow}), .WIDTH(ROW), .DEPTH(WORDS), .AW(AW), .BLOCK(${w.block}), .FILE("${w.file}"))
        weights_${w.column}_${w.firstRow} (.clk(clk), .addr(weight_addr[${w.column}*AW +: AW]), .data(weight_data[(${w.column}*ROWS+${w.firstRow})*ROW +: ${w.rows}*ROW]));
</#list>
</#if>

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
