// systole_terms: adds a term for each element of two beats, lane by lane.
//   out = term_a(a) + term_b(b)
// With TABLES = 1 the terms stand in memories; otherwise they are the elements themselves, with SUBTRACT = 1 that of b
// negated.
// Golden: AddArithmetic.
// Latency: 2 cycles.
// Throughput: 1 beat a cycle; cannot be stalled.
// Combinational: none.
// Reset: clears valid.
`default_nettype none
module systole_terms #(
    parameter integer LANES    = 1,  // elements of a beat
    parameter integer A_BITS   = 8,  // bits of an element of a
    parameter integer A_SIGNED = 1,  // 1: signed (two's complement), 0: unsigned
    parameter integer B_BITS   = 8,  // bits of an element of b
    parameter integer B_SIGNED = 1,  // 1: signed (two's complement), 0: unsigned
    parameter integer SUM_BITS = 10, // bits of a term and of a sum, signed
    parameter integer SUBTRACT = 0,  // 1: an element of b is subtracted, 0: added
    parameter integer TABLES   = 0,  // 1: FILE_A and FILE_B hold a term for each pattern of an element's bits, 0: no tables
    parameter         FILE_A   = "", // terms of a, hexadecimal, one a line
    parameter         FILE_B   = ""  // terms of b
) (
    input  wire                      clk,
    input  wire                      rst,
    input  wire [LANES*A_BITS-1:0]   a,
    input  wire [LANES*B_BITS-1:0]   b,
    input  wire                      in_valid,
    output wire [LANES*SUM_BITS-1:0] out_data,
    output wire                      out_valid
);
    systole_pipe #(.WIDTH(1), .CYCLES(2)) pipe_valid (.clk(clk), .rst(rst), .in(in_valid), .out(out_valid));

    genvar i;
    generate
        for (i = 0; i < LANES; i = i + 1) begin : g_lane
            wire [A_BITS-1:0] a_element = a[i*A_BITS +: A_BITS];
            wire [B_BITS-1:0] b_element = b[i*B_BITS +: B_BITS];
            wire [SUM_BITS-1:0] term_a, term_b;
            if (TABLES != 0) begin : g_tables
                systole_rom #(.WIDTH(SUM_BITS), .DEPTH(1 << A_BITS), .AW(A_BITS), .FILE(FILE_A)) table_a
                    (.clk(clk), .addr(a_element), .data(term_a));
                systole_rom #(.WIDTH(SUM_BITS), .DEPTH(1 << B_BITS), .AW(B_BITS), .FILE(FILE_B)) table_b
                    (.clk(clk), .addr(b_element), .data(term_b));
            end else begin : g_elements
                wire [SUM_BITS-1:0] wide_b = {{(SUM_BITS-B_BITS){(B_SIGNED != 0) && b_element[B_BITS-1]}}, b_element};
                reg [SUM_BITS-1:0] a_late, b_late;
                always @(posedge clk) begin
                    a_late <= {{(SUM_BITS-A_BITS){(A_SIGNED != 0) && a_element[A_BITS-1]}}, a_element};
                    b_late <= (SUBTRACT != 0) ? -wide_b : wide_b;
                end
                assign term_a = a_late;
                assign term_b = b_late;
            end
            reg [SUM_BITS-1:0] sum;
            always @(posedge clk) sum <= term_a + term_b;
            assign out_data[i*SUM_BITS +: SUM_BITS] = sum;
        end
    endgenerate
endmodule
`default_nettype wire
