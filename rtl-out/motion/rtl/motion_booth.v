// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_booth: multiplies two signed numbers in LUTs, by the radix-4 Booth digits of w, a digit a cycle.
//   product = x * w
// A digit adds 0, x or 2x, or subtracts it, with one LUT a bit.
// Latency: ceil(W_BITS / 2) cycles.
// Throughput: 1 product a cycle; cannot be stalled.
// Combinational: none.
// Reset: none.
`default_nettype none
module motion_booth #(
    parameter integer X_BITS = 8, // bits of x, two's complement
    parameter integer W_BITS = 8  // bits of w, two's complement
) (
    input  wire                     clk,
    input  wire [X_BITS-1:0]        x,
    input  wire [W_BITS-1:0]        w,
    output wire [X_BITS+W_BITS-1:0] product
);
    localparam integer DIGITS = (W_BITS + 1) / 2;
    localparam integer SUM    = X_BITS + 2; // bits of a running sum; its two lowest are product bits

    genvar r;
    generate
        for (r = 0; r < DIGITS; r = r + 1) begin : g_digit
            wire        [2*(DIGITS-r):0] left;  // the digits from this one up, and the bit below them
            wire        [X_BITS-1:0]     x_here;
            wire signed [SUM-1:0]        above; // the running sum without its two lowest bits
            reg  signed [SUM-1:0]        sum;
            reg         [2*r+1:0]        low;   // the product's bits below, and two zeros

            if (r == 0) begin : g_top
                wire [2*DIGITS-1:0] extended;
                if (2 * DIGITS > W_BITS) begin : g_odd
                    assign extended = {w[W_BITS-1], w};
                end else begin : g_even
                    assign extended = w;
                end
                assign left   = {extended, 1'b0};
                assign x_here = x;
                assign above  = {SUM{1'b0}};
                always @(posedge clk) low <= 2'b00;
            end else begin : g_below
                reg [2*(DIGITS-r):0] left_late;
                reg [X_BITS-1:0]     x_late;
                always @(posedge clk) begin
                    left_late <= g_digit[r-1].left[2*(DIGITS-r)+2:2];
                    x_late    <= g_digit[r-1].x_here;
                    low       <= {g_digit[r-1].sum[1:0], g_digit[r-1].low};
                end
                assign left   = left_late;
                assign x_here = x_late;
                assign above  = {{2{g_digit[r-1].sum[SUM-1]}}, g_digit[r-1].sum[SUM-1:2]};
            end

            wire once  = left[1] ^ left[0];
            wire twice = (left[2] ^ left[1]) && !once;
            wire minus = left[2];
            wire signed [SUM-1:0] x_single = {{2{x_here[X_BITS-1]}}, x_here};
            wire signed [SUM-1:0] x_double = {x_here[X_BITS-1], x_here, 1'b0};
            wire signed [SUM-1:0] size     = once ? x_single : twice ? x_double : {SUM{1'b0}};
            wire signed [SUM-1:0] term     = minus ? ~size : size;
            wire signed [SUM:0]   next     = $signed({above, 1'b1}) + $signed({term, minus});
            wire unused = &{1'b0, next[0], left};
            always @(posedge clk) sum <= next[SUM:1];
        end
    endgenerate

    wire [SUM+2*DIGITS-1:0] bits = {g_digit[DIGITS-1].sum, g_digit[DIGITS-1].low};
    wire unused = &{1'b0, bits};
    assign product = bits[X_BITS+W_BITS+1:2];
endmodule
`default_nettype wire
