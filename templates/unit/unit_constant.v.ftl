<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// ${cycles} cycles a frame. in_ready follows out_ready; out_valid comes from a register.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<@m.input name="in" msb=inMsb/>
<@m.output name="out" msb=outMsb/>
);
    localparam integer WORDS = ${words}; // beats after which the values repeat
    localparam integer AW    = ${addressBits}; // bits of an address

    // ---------------------------------------------------------------- slices of a beat, which behave alike
    wire [${lastSlice}:0] free, valid;
    wire unused = &{1'b0, in_data, free, valid}; // what comes in only says when; the first slice speaks for all
    assign in_ready  = free[0];
    assign out_valid = valid[0];
<#list slices as s>
    systole_constant #(.WIDTH(${s.width}), .DEPTH(WORDS), .AW(AW), .BLOCK(${s.block}), .FILE("${s.file}")) values_${s.number} (
        .clk(clk), .rst(rst), .in_valid(in_valid), .in_ready(free[${s.number}]),
        .out_data(out_data[${s.high}:${s.low}]), .out_valid(valid[${s.number}]), .out_ready(out_ready)
    );
</#list>
endmodule
`default_nettype wire
