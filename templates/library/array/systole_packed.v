// systole_packed: a column of two lanes, each with a sum of its own: ROWS DSP slices in a cascade, two products each.
//   acc[lane] = sum over the beats of a pass of sum over rows of x[row] * w[row][lane], modulo 2^ACC_BITS
// The lanes are two output channels that read the same activations. A slice multiplies x by 2^LANE * w1 + w0. When the
// lower lane's sum over the rows is negative, it takes one from the upper lane. Its sign tells whether it does; with
// CANARY = 1, where the lower sums have one bit more, the parity of the upper lane tells, which is kept beside the
// cascade. w holds {w1 - (w0 < 0), w0} for each row; the lower lane's sum over the rows of a beat fits LANE + CANARY
// bits. x and w come skewed: row j is j cycles late. The bits step, first and last come one cycle before the sum that
// they belong to is in acc.
// Latency: ROWS + 3 cycles from row 0's x to acc, 3 with one row.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears done.
`default_nettype none
module systole_packed #(
    parameter integer ROWS     = 4, // DSP slices
    parameter integer X_BITS   = 8, // bits of an activation
    parameter integer X_SIGNED = 1, // 1: signed (two's complement), 0: unsigned
    parameter integer W_BITS   = 8, // bits of a weight, two's complement
    parameter integer CANARY   = 0, // 1: the lower lane's sums have LANE + 1 bits, 0: LANE bits
    parameter integer ACC_BITS = 24 // bits of an accumulator, at least those of a product, at most W_BITS + 23
) (
    input  wire                     clk,
    input  wire                     rst,
    input  wire [ROWS*X_BITS-1:0]   x,
    input  wire [ROWS*2*W_BITS-1:0] w,
    input  wire                     step,  // a beat's sum is accumulated
    input  wire                     first, // it is the first of a pass
    input  wire                     last,  // it is the last of a pass
    output wire [2*ACC_BITS-1:0]    acc,   // lane 0 lowest
    output reg                      done   // acc holds the sums of a pass
);
    localparam integer XE    = X_BITS + ((X_SIGNED != 0) ? 0 : 1); // bits as a signed operand
    localparam integer LANE  = 25 - W_BITS;                        // bits of the lower lane
    localparam integer M_BITS = XE + 25;                           // of two products
    localparam integer P_BITS = LANE + ACC_BITS;                   // of two sums

    wire [ROWS*P_BITS-1:0] chain;  // each row's sums with the rows above it; with one row its products
    wire [ROWS-1:0]        parity; // of the upper lane in chain

    genvar j;
    generate
        for (j = 0; j < ROWS; j = j + 1) begin : g_row
            wire [X_BITS-1:0] xj  = x[j*X_BITS +: X_BITS];
            wire [W_BITS-1:0] w0  = w[2*j*W_BITS +: W_BITS];
            wire [W_BITS-1:0] w1  = w[(2*j+1)*W_BITS +: W_BITS];
            wire signed [XE-1:0] xs;
            reg  signed [XE-1:0] a;
            reg  signed [24:0]   b;
            reg  signed [M_BITS-1:0] m;

            if (X_SIGNED != 0) begin : g_xs assign xs = $signed(xj); end
            else begin : g_xu assign xs = $signed({1'b0, xj}); end

            always @(posedge clk) begin
                a <= xs;
                b <= {w1, {(LANE-W_BITS){w0[W_BITS-1]}}, w0};
                m <= a * b;
            end

            wire signed [P_BITS-1:0] products;
            if (P_BITS > M_BITS) begin : g_extend
                assign products = {{(P_BITS-M_BITS){m[M_BITS-1]}}, m};
            end else begin : g_cut
                assign products = m[P_BITS-1:0];
            end

            if (ROWS == 1) begin : g_single
                assign chain = products;
            end else begin : g_chain
                reg signed [P_BITS-1:0] p;
                if (j == 0) begin : g_top
                    always @(posedge clk) p <= products;
                end else begin : g_below
                    always @(posedge clk) p <= products + $signed(chain[(j-1)*P_BITS +: P_BITS]);
                end
                assign chain[j*P_BITS +: P_BITS] = p;
            end

            if (CANARY != 0) begin : g_canary
                reg odd_a, odd_m, odd_p;
                always @(posedge clk) begin
                    odd_a <= xj[0] && (w1[0] ^ w0[W_BITS-1]);
                    odd_m <= odd_a;
                end
                if (j == 0) begin : g_top
                    always @(posedge clk) odd_p <= odd_m;
                end else begin : g_below
                    always @(posedge clk) odd_p <= odd_m ^ parity[j-1];
                end
                assign parity[j] = odd_p;
            end else begin : g_none
                assign parity[j] = 1'b0;
            end
        end
    endgenerate

    // ---------------------------------------------------------------- the lanes apart, and their accumulators
    wire signed [P_BITS-1:0] total    = chain[ROWS*P_BITS-1 -: P_BITS];
    wire                     negative = (CANARY != 0) ? total[LANE] ^ parity[ROWS-1] : total[LANE-1];
    wire [LANE:0]            low_sum  = {negative, total[LANE-1:0]};
    wire signed [ACC_BITS-1:0] lower;
    generate
        if (ACC_BITS > LANE + 1) begin : g_wide
            assign lower = {{(ACC_BITS-LANE-1){negative}}, low_sum};
        end else begin : g_narrow
            assign lower = low_sum[ACC_BITS-1:0];
        end
    endgenerate
    reg  signed [ACC_BITS-1:0] acc_0, acc_1;
    wire signed [ACC_BITS-1:0] kept_0 = first ? {ACC_BITS{1'b0}} : acc_0;
    wire signed [ACC_BITS-1:0] kept_1 = first ? {ACC_BITS{1'b0}} : acc_1;
    // A negative lower lane has taken one from the upper lane: it comes back as a carry.
    wire signed [ACC_BITS:0]   sum_1 = $signed({total[P_BITS-1:LANE], 1'b1}) + $signed({kept_1, negative});
    wire unused = &{1'b0, parity, low_sum, sum_1[0]};

    always @(posedge clk)
        if (step) begin
            acc_0 <= lower + kept_0;
            acc_1 <= sum_1[ACC_BITS:1];
        end
    always @(posedge clk)
        if (rst) done <= 1'b0;
        else done <= step && last;
    initial done = 1'b0;
    assign acc = {acc_1, acc_0};
endmodule
`default_nettype wire
