// systole_cell: keeps the cell states of UNITS units, which come one after the other in every step.
//   c = clamp(round(f * c) + round(i * g), LOW, HIGH), rounded as systole_round does; c is 0 before a fresh step
// fresh is read when the first unit of a step comes. A unit must not come again within 6 cycles.
// Golden: CellArithmetic.
// Latency: 4 cycles; 3 without limits (LOW = -32768, HIGH = 32767).
// Throughput: 1 unit a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears valid and the counts; the states stay.
`default_nettype none
module systole_cell #(
    parameter integer UNITS        = 4,  // units
    parameter integer BLOCK        = 0,  // memory of the states: 1: block RAM, 0: LUT RAM
    parameter integer FORGET_SHIFT = 15, // binary digits that f * c is divided by, 0 to 32
    parameter signed [47:0] FORGET_POS = 48'sd16384, // added to f * c before it is shifted, where it is not negative
    parameter signed [47:0] FORGET_NEG = 48'sd16384, // where it is negative
    parameter integer INPUT_SHIFT  = 18, // binary digits that i * g is divided by, 0 to 32
    parameter signed [47:0] INPUT_POS = 48'sd131072, // added to i * g before it is shifted, where it is not negative
    parameter signed [47:0] INPUT_NEG = 48'sd131072, // where it is negative
    parameter signed [17:0] LOW = -18'sd32768, // least state
    parameter signed [17:0] HIGH = 18'sd32767 // greatest state
) (
    input  wire        clk,
    input  wire        rst,
    input  wire        fresh,
    input  wire [63:0] in_data,  // {o, g, f, i}, 16 bits each, signed
    input  wire        in_valid,
    output wire [15:0] out_state,
    output wire [15:0] out_gate_o, // gate o of the same unit
    output wire        out_valid
);
    localparam integer AW = (UNITS == 1) ? 1 : $clog2(UNITS);
    localparam integer LIMITED = (LOW == -18'sd32768 && HIGH == 18'sd32767) ? 0 : 1;
    localparam integer LATENCY = 3 + LIMITED;

    wire signed [15:0] gate_i = in_data[15:0];
    wire signed [15:0] gate_f = in_data[31:16];
    wire signed [15:0] gate_g = in_data[47:32];
    wire signed [15:0] old_state;

    // ---------------------------------------------------------------- the state of the unit that comes next
    reg  [AW-1:0] rd_addr = {AW{1'b0}};
    reg  [AW-1:0] wr_addr = {AW{1'b0}};
    reg  first = 1'b1;
    reg  fresh_step;
    wire rd_last, wr_last;
    wire [AW-1:0] rd_next = !in_valid ? rd_addr : rd_last ? {AW{1'b0}} : rd_addr + 1'b1;
    systole_counter #(.COUNT(UNITS)) reads (.clk(clk), .rst(rst), .step(in_valid), .last(rd_last));
    systole_counter #(.COUNT(UNITS)) writes (.clk(clk), .rst(rst), .step(out_valid), .last(wr_last));
    always @(posedge clk) begin
        if (in_valid && first) fresh_step <= fresh;
        if (rst) begin
            rd_addr <= {AW{1'b0}};
            wr_addr <= {AW{1'b0}};
            first   <= 1'b1;
        end else begin
            rd_addr <= rd_next;
            if (in_valid) first <= rd_last;
            if (out_valid) wr_addr <= wr_last ? {AW{1'b0}} : wr_addr + 1'b1;
        end
    end
    systole_ram #(.WIDTH(16), .DEPTH((UNITS == 1) ? 2 : UNITS), .AW(AW), .BLOCK(BLOCK)) states (
        .clk(clk), .wr_en(out_valid), .wr_addr(wr_addr), .wr_data(out_state),
        .rd_en(1'b1), .rd_addr(rd_next), .rd_data(old_state)
    );

    // ---------------------------------------------------------------- products, rounded
    wire [17:0] kept_scaled, added_scaled;
    systole_round #(.SHIFT(FORGET_SHIFT), .ADD_POS(FORGET_POS), .ADD_NEG(FORGET_NEG), .OUT_BITS(18)) round_kept
        (.clk(clk), .a(gate_f), .b(old_state), .clear(first ? fresh : fresh_step), .out(kept_scaled));
    systole_round #(.SHIFT(INPUT_SHIFT), .ADD_POS(INPUT_POS), .ADD_NEG(INPUT_NEG), .OUT_BITS(18)) round_added
        (.clk(clk), .a(gate_i), .b(gate_g), .clear(1'b0), .out(added_scaled));

    // ---------------------------------------------------------------- the new state
    wire signed [18:0] sum = $signed(kept_scaled) + $signed(added_scaled);
    reg  [15:0] state;
    generate
        if (LIMITED == 0) begin : g_saturate
            wire fits = (sum[18:15] == {4{sum[18]}});
            always @(posedge clk) state <= fits ? sum[15:0] : {sum[18], {15{!sum[18]}}};
        end else begin : g_limit
            reg signed [18:0] unlimited;
            always @(posedge clk) begin
                unlimited <= sum;
                state     <= (unlimited < $signed({LOW[17], LOW})) ? LOW[15:0]
                           : (unlimited > $signed({HIGH[17], HIGH})) ? HIGH[15:0] : unlimited[15:0];
            end
        end
    endgenerate
    assign out_state = state;
    systole_delay #(.WIDTH(16), .CYCLES(LATENCY)) delay_o (.clk(clk), .in(in_data[63:48]), .out(out_gate_o));
    systole_pipe #(.WIDTH(1), .CYCLES(LATENCY)) pipe_valid (.clk(clk), .rst(rst), .in(in_valid), .out(out_valid));
endmodule
`default_nettype wire
