// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_array: the systolic array: COLUMNS columns of LANES lanes (output channels) and ROWS rows.
// With SHARED = 1 the activations hop from column to column, one column a cycle. With SHARED = 0 every column has an
// element of its own among the ELEMENTS of a beat. Column c asks for its weights by weight_addr[c] and reads those of
// row j j + 1 cycles later, j + 2 if it multiplies in LUTs; the address counts the beats modulo WEIGHTS. The sums leave over CHAINS chains. Chain k
// carries those of the columns k*Q to k*Q + Q-1, the last column's first and a column's lanes in order, one sum a
// cycle.
//   logical place of lane m of column k*Q + i = ((Q-1-i)*LANES + m)*CHAINS + k, with Q = COLUMNS / CHAINS
//   element of a column with SHARED = 0 = its logical place * ELEMENTS / COLUMNS
// Latency: M + ROWS + 2 + Q cycles from a pass's last beat to the first sum of chain 0, M + 2 + Q with one row and one
//   lane, where a product takes M cycles; each further chain is Q cycles later.
// Throughput: 1 beat a cycle; cannot be stalled; a pass must be at least Q*LANES beats long.
// Combinational: none.
// Reset: clears the control bits and the weight address, not the data.
`default_nettype none
module motion_array #(
    parameter integer COLUMNS  = 4,  // columns
    parameter integer LANES    = 1,  // output channels of a column; 2: two products share a DSP slice, with DSP = 1
    parameter integer WEIGHTED = 1,  // 1: with weights, 0: all weights are 1, and nothing is multiplied
    parameter integer DSP      = 1,  // multipliers: 1: DSP slices, 0: LUTs
    parameter integer CANARY   = 0,  // with LANES = 2: 1: the lower sums have a bit more, see systole_packed
    parameter integer PORT     = 25, // with LANES = 2: bits of a DSP slice's wider port
    parameter integer ROWS     = 1,  // input elements at once (SIMD); 1 if SHARED = 0 or WEIGHTED = 0
    parameter integer CHAINS   = 1,  // sums a cycle, a divisor of COLUMNS
    parameter integer SHARED   = 1,  // 1: one activation for all columns, 0: each has its own
    parameter integer ELEMENTS = 1,  // elements of a beat: ROWS if SHARED = 1, else a divisor of COLUMNS
    parameter integer X_BITS   = 8,  // bits of an activation
    parameter integer X_SIGNED = 1,  // 1: signed (two's complement), 0: unsigned
    parameter integer W_BITS   = 8,  // bits of a weight
    parameter integer W_SIGNED = 1,  // 1: signed (two's complement), 0: unsigned
    parameter integer ACC_BITS = 24, // bits of a sum
    parameter integer WEIGHTS  = 16, // words of a column's weight memory
    parameter integer AW       = 4   // bits of the address of a weight
) (
    input  wire                                 clk,
    input  wire                                 rst,
    input  wire [ELEMENTS*X_BITS-1:0]           in_data,
    input  wire                                 in_valid,
    input  wire                                 in_first,    // first beat of a pass
    input  wire                                 in_last,     // last beat of a pass
    output wire [COLUMNS*AW-1:0]                weight_addr, // for each column
    input  wire [COLUMNS*ROWS*LANES*W_BITS-1:0] weight_data, // for each column, row and lane
    output wire [CHAINS*ACC_BITS-1:0]           out_data,    // for each chain
    output wire [CHAINS-1:0]                    out_valid
);
    localparam integer PER_CHAIN      = COLUMNS / CHAINS;                     // columns of a chain
    localparam integer W_OP           = W_BITS + ((W_SIGNED != 0) ? 0 : 1);   // bits of a weight as a signed operand
    localparam integer DIGITS         = (W_OP + 1) / 2;                       // of a weight multiplied in LUTs
    localparam integer PRODUCT_CYCLES = (WEIGHTED == 0) ? 1 : (DSP != 0) ? 2 : (ROWS == 1) ? DIGITS : $clog2(DIGITS);
    localparam integer LATE           = (WEIGHTED != 0 && DSP == 0) ? 1 : 0;  // logic reads weights from a register more
    localparam integer SUM_CYCLES     = PRODUCT_CYCLES + ((ROWS == 1 && LANES == 1) ? 1 : ROWS + 1) + LATE; // from a beat to the accumulator
    localparam integer X_WIDTH        = ROWS * X_BITS;                        // activations of a column
    localparam integer W_WIDTH        = ROWS * LANES * W_BITS;                // weights of a column
    localparam integer SUMS_WIDTH     = LANES * ACC_BITS;                     // sums of a column

    // ---------------------------------------------------------------- weight addresses hop with the activations
    reg  [AW-1:0] address = {AW{1'b0}};
    wire          wrap;
    motion_counter #(.COUNT(WEIGHTS)) words (.clk(clk), .rst(rst), .step(in_valid), .last(wrap));
    always @(posedge clk)
        if (rst) address <= {AW{1'b0}};
        else if (in_valid) address <= wrap ? {AW{1'b0}} : address + 1'b1;

    motion_hop #(.WIDTH(AW), .COUNT(COLUMNS)) hop_address (.clk(clk), .rst(rst), .in(address), .out(weight_addr));

    // ---------------------------------------------------------------- control bits are delayed until they meet the sums
    wire [2:0]           control;
    wire [3*COLUMNS-1:0] control_hop;
    motion_pipe #(.WIDTH(3), .CYCLES(SUM_CYCLES)) pipe_control
        (.clk(clk), .rst(rst), .in({in_valid && in_first, in_valid && in_last, in_valid}), .out(control));
    motion_hop #(.WIDTH(3), .COUNT(COLUMNS), .CLEAR(1)) hop_control
        (.clk(clk), .rst(rst), .in(control), .out(control_hop));

    // ---------------------------------------------------------------- activations
    wire [X_WIDTH*COLUMNS-1:0] x; // of each column, 1 + LATE cycles after its weight address
    genvar r, c;
    generate
        if (SHARED != 0) begin : g_shared
            wire [X_WIDTH-1:0] skewed;
            for (r = 0; r < ROWS; r = r + 1) begin : g_skew
                motion_delay #(.WIDTH(X_BITS), .CYCLES(r + 1 + LATE)) skew
                    (.clk(clk), .in(in_data[r*X_BITS +: X_BITS]), .out(skewed[r*X_BITS +: X_BITS]));
            end
            motion_hop #(.WIDTH(X_WIDTH), .COUNT(COLUMNS)) hop_x (.clk(clk), .rst(rst), .in(skewed), .out(x));
        end else begin : g_own
            for (c = 0; c < COLUMNS; c = c + 1) begin : g_lane
                localparam integer PLACE   = (PER_CHAIN - 1 - c % PER_CHAIN) * CHAINS + c / PER_CHAIN;
                localparam integer ELEMENT = PLACE * ELEMENTS / COLUMNS;
                motion_delay #(.WIDTH(X_BITS), .CYCLES(c + 1 + LATE)) skew
                    (.clk(clk), .in(in_data[ELEMENT*X_BITS +: X_BITS]), .out(x[c*X_BITS +: X_BITS]));
            end
        end
    endgenerate

    // ---------------------------------------------------------------- columns and drain
    wire [COLUMNS*SUMS_WIDTH-1:0] sums;
    wire [COLUMNS-1:0]            done;
    generate
        for (c = 0; c < COLUMNS; c = c + 1) begin : g_column
            wire [X_WIDTH-1:0] x_column = x[c*X_WIDTH +: X_WIDTH];
            wire [W_WIDTH-1:0] w_column = weight_data[c*W_WIDTH +: W_WIDTH];
            wire step  = control_hop[3*c];
            wire last  = control_hop[3*c+1];
            wire first = control_hop[3*c+2];
            if (WEIGHTED != 0 && DSP != 0 && LANES == 2) begin : g_packed
                motion_packed #(
                    .ROWS(ROWS), .X_BITS(X_BITS), .X_SIGNED(X_SIGNED), .W_BITS(W_BITS), .CANARY(CANARY), .PORT(PORT), .ACC_BITS(ACC_BITS)
                ) column (
                    .clk(clk), .rst(rst), .x(x_column), .w(w_column), .step(step), .first(first), .last(last),
                    .acc(sums[c*SUMS_WIDTH +: SUMS_WIDTH]), .done(done[c])
                );
            end else if (WEIGHTED != 0 && DSP != 0) begin : g_dsp
                motion_column #(
                    .ROWS(ROWS), .X_BITS(X_BITS), .X_SIGNED(X_SIGNED),
                    .W_BITS(W_BITS), .W_SIGNED(W_SIGNED), .ACC_BITS(ACC_BITS)
                ) column (
                    .clk(clk), .rst(rst), .x(x_column), .w(w_column), .step(step), .first(first), .last(last),
                    .acc(sums[c*SUMS_WIDTH +: SUMS_WIDTH]), .done(done[c])
                );
            end else if (ROWS == 1) begin : g_lane
                motion_lane #(
                    .X_BITS(X_BITS), .X_SIGNED(X_SIGNED),
                    .W_BITS(W_BITS), .W_SIGNED(W_SIGNED), .WEIGHTED(WEIGHTED), .ACC_BITS(ACC_BITS)
                ) column (
                    .clk(clk), .rst(rst), .x(x_column), .w(w_column), .step(step), .first(first), .last(last),
                    .acc(sums[c*SUMS_WIDTH +: SUMS_WIDTH]), .done(done[c])
                );
            end else begin : g_fabric
                motion_fabric #(
                    .ROWS(ROWS), .X_BITS(X_BITS), .X_SIGNED(X_SIGNED),
                    .W_BITS(W_BITS), .W_SIGNED(W_SIGNED), .ACC_BITS(ACC_BITS)
                ) column (
                    .clk(clk), .rst(rst), .x(x_column), .w(w_column), .step(step), .first(first), .last(last),
                    .acc(sums[c*SUMS_WIDTH +: SUMS_WIDTH]), .done(done[c])
                );
            end
        end
        for (c = 0; c < CHAINS; c = c + 1) begin : g_chain
            motion_drain #(.COUNT(PER_CHAIN), .LANES(LANES), .WIDTH(ACC_BITS)) drain (
                .clk(clk), .rst(rst),
                .in_data(sums[c*PER_CHAIN*SUMS_WIDTH +: PER_CHAIN*SUMS_WIDTH]),
                .in_valid(done[c*PER_CHAIN +: PER_CHAIN]),
                .out_data(out_data[c*ACC_BITS +: ACC_BITS]), .out_valid(out_valid[c])
            );
        end
    endgenerate
endmodule
`default_nettype wire
