// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_argmax: finds the place of the greatest of COUNT elements, the first of equal ones.
// Golden: ArgmaxGolden.
// Latency: 1 cycle after the last element.
// Throughput: 1 element a cycle.
// Combinational: in_ready from out_ready.
// Reset: clears valid and the count.
`default_nettype none
module motion_argmax #(
    parameter integer BITS     = 8,  // bits of an element
    parameter integer SIGNED   = 1,  // 1: signed (two's complement), 0: unsigned
    parameter integer COUNT    = 10, // elements of a pixel
    parameter integer OUT_BITS = 4   // bits of a place
) (
    input  wire                clk,
    input  wire                rst,
    input  wire [BITS-1:0]     in_data,
    input  wire                in_valid,
    output wire                in_ready,
    output wire [OUT_BITS-1:0] out_data,
    output reg                 out_valid,
    input  wire                out_ready
);
    // With the sign bit inverted, signed numbers compare as unsigned ones do.
    localparam [BITS-1:0] SIGN = {(SIGNED != 0), {(BITS-1){1'b0}}};

    reg  [BITS-1:0]     best;
    reg  [OUT_BITS-1:0] place, place_best;
    reg                 running = 1'b0; // a pixel has begun
    wire                last;
    wire [BITS-1:0]     now    = in_data ^ SIGN;
    wire                take   = in_valid && in_ready;
    wire                better = !running || (now > best);

    assign in_ready = !out_valid || out_ready;
    assign out_data = place_best;

    motion_counter #(.COUNT(COUNT)) places (.clk(clk), .rst(rst), .step(take), .last(last));

    always @(posedge clk)
        if (take) begin
            place <= running ? place + 1'b1 : {{(OUT_BITS-1){1'b0}}, 1'b1};
            if (better) begin
                best       <= now;
                place_best <= running ? place : {OUT_BITS{1'b0}};
            end
        end

    always @(posedge clk)
        if (rst) begin
            running   <= 1'b0;
            out_valid <= 1'b0;
        end else begin
            if (take) running <= !last;
            if (take) out_valid <= last;
            else if (out_ready) out_valid <= 1'b0;
        end
    initial out_valid = 1'b0;

`ifdef FORMAL
    stream_contract #(.WIDTH(BITS), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(OUT_BITS)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
`endif
endmodule
`default_nettype wire
