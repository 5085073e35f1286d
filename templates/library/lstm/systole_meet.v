// systole_meet: adds the recurrent sums of a step to the kernel sums that came before them, saturated to 16 bits.
//   u = clamp16(clamp16(kernel) + recurrent)
// COUNT beats of kernel sums come, then as many of recurrent sums, and so on. The kernel sums wait in a FIFO. Where
// more than OUT_LANES sums come at once, the recurrent sums come in bursts and wait as well.
// Golden: LstmGolden.
// Latency: 1 cycle after the recurrent sums with LANES = OUT_LANES, and at least 4 otherwise. With LANES = OUT_LANES
//   the recurrent sums must come at least 2 cycles after their kernel sums.
// Throughput: OUT_LANES sums a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears valid and the counts.
`default_nettype none
module systole_meet #(
    parameter integer LANES     = 4,  // sums that come at once, a multiple of OUT_LANES
    parameter integer OUT_LANES = 4,  // sums that leave at once
    parameter integer BITS      = 17, // bits of a sum, signed, at least 17
    parameter integer COUNT     = 8,  // beats of a step's kernel sums
    parameter integer DEPTH     = 8,  // beats of kernel sums that wait, at least 2
    parameter integer BLOCK     = 0,  // memory of the kernel sums: 1: block RAM, 0: LUT RAM
    parameter integer BURST     = 2   // beats of recurrent sums that wait, at least 2
) (
    input  wire                    clk,
    input  wire                    rst,
    input  wire [LANES*BITS-1:0]   in_data,
    input  wire                    in_valid,
    output reg  [OUT_LANES*16-1:0] out_data,
    output reg                     out_valid
);
    localparam integer RATIO = LANES / OUT_LANES;

    reg  recurrent = 1'b0;
    wire last;
    systole_counter #(.COUNT(COUNT)) sums (.clk(clk), .rst(rst), .step(in_valid), .last(last));
    always @(posedge clk)
        if (rst) recurrent <= 1'b0;
        else if (in_valid && last) recurrent <= !recurrent;

    // ---------------------------------------------------------------- kernel sums
    wire [LANES*16-1:0] clamped;
    genvar i;
    generate
        for (i = 0; i < LANES; i = i + 1) begin : g_clamp
            wire [BITS-1:0] sum  = in_data[i*BITS +: BITS];
            wire            fits = (sum[BITS-1:15] == {(BITS-15){sum[BITS-1]}});
            assign clamped[i*16 +: 16] = fits ? sum[15:0] : {sum[BITS-1], {15{!sum[BITS-1]}}};
        end
    endgenerate

    wire [LANES*16-1:0] waiting_data;
    wire waiting_valid, waiting_ready;
    wire kernel_in_ready; // always high
    systole_fifo #(.WIDTH(LANES*16), .DEPTH(DEPTH), .BLOCK(BLOCK)) waiting (
        .clk(clk), .rst(rst), .in_data(clamped), .in_valid(in_valid && !recurrent), .in_ready(kernel_in_ready),
        .out_data(waiting_data), .out_valid(waiting_valid), .out_ready(waiting_ready)
    );

    // ---------------------------------------------------------------- as many of both as leave at once
    wire [OUT_LANES*16-1:0]   kernel_data;
    wire [OUT_LANES*BITS-1:0] recurrent_data;
    wire kernel_valid, recurrent_valid, burst_in_ready;
    wire take = kernel_valid && recurrent_valid;
    wire unused = &{1'b0, kernel_in_ready, burst_in_ready};
    generate
        if (RATIO == 1) begin : g_same
            assign kernel_data     = waiting_data;
            assign kernel_valid    = waiting_valid;
            assign waiting_ready   = take;
            assign recurrent_data  = in_data;
            assign recurrent_valid = in_valid && recurrent;
            assign burst_in_ready  = 1'b1;
        end else begin : g_narrow
            wire [LANES*BITS-1:0] burst_data;
            wire burst_valid, burst_ready;
            systole_fifo #(.WIDTH(LANES*BITS), .DEPTH(BURST), .BLOCK(0)) burst (
                .clk(clk), .rst(rst), .in_data(in_data), .in_valid(in_valid && recurrent), .in_ready(burst_in_ready),
                .out_data(burst_data), .out_valid(burst_valid), .out_ready(burst_ready)
            );
            systole_narrow #(.WIDTH(OUT_LANES*16), .RATIO(RATIO)) narrow_kernel (
                .clk(clk), .rst(rst), .in_data(waiting_data), .in_valid(waiting_valid), .in_ready(waiting_ready),
                .out_data(kernel_data), .out_valid(kernel_valid), .out_ready(take)
            );
            systole_narrow #(.WIDTH(OUT_LANES*BITS), .RATIO(RATIO)) narrow_recurrent (
                .clk(clk), .rst(rst), .in_data(burst_data), .in_valid(burst_valid), .in_ready(burst_ready),
                .out_data(recurrent_data), .out_valid(recurrent_valid), .out_ready(take)
            );
        end
        for (i = 0; i < OUT_LANES; i = i + 1) begin : g_add
            wire [BITS-1:0] recurrent_sum = recurrent_data[i*BITS +: BITS];
            wire [15:0]     kernel_sum    = kernel_data[i*16 +: 16];
            wire [BITS:0]   sum
                = {recurrent_sum[BITS-1], recurrent_sum} + {{(BITS-15){kernel_sum[15]}}, kernel_sum};
            wire            fits = (sum[BITS:15] == {(BITS-14){sum[BITS]}});
            always @(posedge clk) out_data[i*16 +: 16] <= fits ? sum[15:0] : {sum[BITS], {15{!sum[BITS]}}};
        end
    endgenerate
    always @(posedge clk) out_valid <= take && !rst;
    initial out_valid = 1'b0;
endmodule
`default_nettype wire
