<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame. in_ready and out_valid come from registers.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.streamPort direction="in" name="in" width=width>,</@m.streamPort>
<@m.streamPort direction="out" name="out" width=width/>
);
    wire pass_ready, pass_start;
    wire [${width}-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;

    systole_window #(
        .WIDTH(${width}), .BEATS(${window.beats}), .IN_H(${window.inH}), .IN_W(${window.inW}), .OUT_H(${window.outH}), .OUT_W(${window.outW}),
        .KERNEL_H(${window.kernelH}), .KERNEL_W(${window.kernelW}), .STRIDE_H(${window.strideH}), .STRIDE_W(${window.strideW}),
        .DILATE_H(${window.dilateH}), .DILATE_W(${window.dilateW}), .PAD_TOP(${window.padTop}), .PAD_LEFT(${window.padLeft}),
        .GROUPS(${window.groups}), .REPEAT(${window.repeat}), .DEPTH(${window.depth}), .PAD(${window.pad}), .BLOCK(${window.block})
    ) window (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last)
    );

    systole_credit #(.PASSES(${credits}), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(pass_start), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire [${width}-1:0] max_data;
    wire max_valid;
    systole_max #(.LANES(${lanes}), .BITS(${bits}), .SIGNED(${signed})) max (
        .clk(clk), .rst(rst),
        .in_data(beat_data), .in_valid(beat_valid), .in_first(beat_first), .in_last(beat_last),
        .out_data(max_data), .out_valid(max_valid)
    );

    wire fifo_ready; // the credits keep it high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(${width}), .DEPTH(${fifoDepth}), .BLOCK(${fifoBlock})) fifo (
        .clk(clk), .rst(rst),
        .in_data(max_data), .in_valid(max_valid), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
