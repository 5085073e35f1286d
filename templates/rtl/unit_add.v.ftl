<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame. a_ready and b_ready wait for each other's valid; out_valid comes from a register.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.streamPort direction="in" name="a" width=aWidth>,</@m.streamPort>
<@m.streamPort direction="in" name="b" width=bWidth>,</@m.streamPort>
<@m.streamPort direction="out" name="out" width=outWidth/>
);
    wire pass_ready;
    wire take = a_valid && b_valid && pass_ready;
    assign a_ready = b_valid && pass_ready;
    assign b_ready = a_valid && pass_ready;

    systole_credit #(.PASSES(${fifoDepth}), .BEATS(1)) credit (
        .clk(clk), .rst(rst), .pass_start(take), .beat_taken(out_valid && out_ready), .pass_ready(pass_ready)
    );

    wire [${lanes}*${sumBits}-1:0] sum_data;
    wire terms_valid;
    wire [${lanes}-1:0] sum_valid = {${lanes}{terms_valid}};
    systole_terms #(
        .LANES(${lanes}), .A_BITS(${aBits}), .A_SIGNED(${aSigned}), .B_BITS(${bBits}), .B_SIGNED(${bSigned}),
        .SUM_BITS(${sumBits}), .TABLES(${tables}), .FILE_A("${fileA}"), .FILE_B("${fileB}")
    ) terms (
        .clk(clk), .rst(rst), .a(a_data), .b(b_data), .in_valid(take), .out_data(sum_data), .out_valid(terms_valid)
    );

    wire [${outWidth}-1:0] level_data;
    wire [${lanes}-1:0] level_valid;
<@m.requantizers r=requant/>
<#if lanes gt 1>
    wire unused_level_valid = &{1'b0, level_valid[${lanes}-1:1]};
</#if>

    wire fifo_ready; // the credits keep it high
    wire unused_fifo_ready = &{1'b0, fifo_ready};
    systole_fifo #(.WIDTH(${outWidth}), .DEPTH(${fifoDepth})) fifo (
        .clk(clk), .rst(rst),
        .in_data(level_data), .in_valid(level_valid[0]), .in_ready(fifo_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );
endmodule
`default_nettype wire
