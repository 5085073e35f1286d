<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame; a pass of ${passBeats} beats makes ${columns} sums. in_ready and out_valid come from registers.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.streamPort direction="in" name="in" width=inWidth>,</@m.streamPort>
<@m.streamPort direction="out" name="out" width=outWidth/>
);
    wire pass_ready, pass_start;
    wire [${inWidth}-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;

<#if direct>
    systole_feed #(.WIDTH(${inWidth}), .BEATS(${passBeats})) feed (
<#else>
    systole_window #(
        .WIDTH(${inWidth}), .BEATS(${window.beats}), .IN_H(${window.inH}), .IN_W(${window.inW}), .OUT_H(${window.outH}), .OUT_W(${window.outW}),
        .KERNEL_H(${window.kernelH}), .KERNEL_W(${window.kernelW}), .STRIDE_H(${window.strideH}), .STRIDE_W(${window.strideW}),
        .DILATE_H(${window.dilateH}), .DILATE_W(${window.dilateW}), .PAD_TOP(${window.padTop}), .PAD_LEFT(${window.padLeft}),
        .GROUPS(${window.groups}), .REPEAT(${window.repeat}), .DEPTH(${window.depth}), .PAD(${window.pad}), .BLOCK(${window.block})
    ) window (
</#if>
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last)
    );

    systole_credit #(.PASSES(${credits}), .BEATS(${outBeats})) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    // The array: ${columns} columns of ${rows} multipliers, drained by ${chains} chains.
    wire [${columns}*${aw}-1:0] weight_addr;
    wire [${columns}*${weightWidth}-1:0] weight_data;
    wire [${chains}*${accBits}-1:0] sum_data;
    wire [${chains}-1:0] sum_valid;
    systole_array #(
        .COLUMNS(${columns}), .ROWS(${rows}), .CHAINS(${chains}), .SHARED(${shared}), .LANES(${lanes}),
        .X_BITS(${xBits}), .X_SIGNED(${xSigned}), .W_BITS(${wBits}), .W_SIGNED(${wSigned}), .ACC_BITS(${accBits}),
        .WEIGHTS(${words}), .AW(${aw})
    ) array (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .weight_addr(weight_addr), .weight_data(weight_data),
        .out_data(sum_data), .out_valid(sum_valid)
    );

<#if weightless>
    // Every weight is 1.
    assign weight_data = {${columns}{2'b01}};
    wire unused_weight_addr = &{1'b0, weight_addr};
<#else>
<#list weights as w>
    systole_rom #(.WIDTH(${weightWidth}), .DEPTH(${words}), .AW(${aw}), .BLOCK(${weightBlock}), .FILE("${w.file}")) weights_${w.index}
        (.clk(clk), .addr(weight_addr[${w.index}*${aw} +: ${aw}]), .data(weight_data[${w.index}*${weightWidth} +: ${weightWidth}]));
</#list>
</#if>

    // From sums to elements, one requantizer for each chain.
    wire [${chains}*${outBits}-1:0] level_data;
    wire [${chains}-1:0] level_valid;
<@m.requantizers r=requant/>

    // Chain k is ${outBeats} cycles behind chain k - 1: the earlier ones wait.
    wire [${outWidth}-1:0] element_data;
<#list requant.copies as c>
    systole_delay #(.WIDTH(${outBits}), .CYCLES(${c.delay})) align_${c.index}
        (.clk(clk), .in(level_data[${c.index}*${outBits} +: ${outBits}]), .out(element_data[${c.index}*${outBits} +: ${outBits}]));
</#list>
<#if chains gt 1>
    wire unused_level_valid = &{1'b0, level_valid[${chains}-2:0]};
</#if>

    wire fifo_ready; // the credits keep it high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(${outWidth}), .DEPTH(${fifoDepth}), .BLOCK(${fifoBlock})) fifo (
        .clk(clk), .rst(rst),
        .in_data(element_data), .in_valid(level_valid[${chains}-1]), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
