// systole_guard: makes every incoming AXI4-Stream frame BEATS long, so that a wrong one cannot disturb the next.
// A frame that ends early is filled up with zeros and sets short_frame. Of a frame that is too long, the surplus is
// dropped and long_frame is set. Both bits stay set until reset. Control bits are kept once for each slice of SLICE
// bits, so that no net grows with the width of a beat; all slices behave alike.
// Latency: 0 cycles.
// Throughput: 1 beat a cycle.
// Combinational: in_ready from out_ready; out_valid and out_data from in_valid and in_data.
// Reset: starts a new frame and clears both bits; no beat is taken.
`default_nettype none
module systole_guard #(
    parameter integer WIDTH = 8,  // bits of a beat
    parameter integer BEATS = 16, // beats of a frame
    parameter integer SLICE = 72  // bits of a slice
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in_data,
    input  wire             in_valid,
    output wire             in_ready,
    input  wire             in_last,
    output wire [WIDTH-1:0] out_data,
    output wire             out_valid,
    input  wire             out_ready,
    output reg              short_frame,
    output reg              long_frame
);
    reg  filling  = 1'b0; // the frame ended early
    reg  dropping = 1'b0; // the frame is longer than BEATS
    wire last;
    wire step = out_valid && out_ready;
    wire ends_early   = step && in_last && !last && !filling && !dropping;
    wire next_filling = filling ? !(step && last) : ends_early;

    assign in_ready  = !rst && (dropping || (!filling && out_ready));
    assign out_valid = !rst && (filling || (in_valid && !dropping));

    systole_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(step), .last(last));

    always @(posedge clk)
        if (rst) begin
            filling     <= 1'b0;
            dropping    <= 1'b0;
            short_frame <= 1'b0;
            long_frame  <= 1'b0;
        end else begin
            filling <= next_filling;
            if (ends_early) short_frame <= 1'b1;
            if (dropping) dropping <= !(in_valid && in_last);
            else if (!filling && step && last && !in_last) begin
                dropping   <= 1'b1;
                long_frame <= 1'b1;
            end
        end

    genvar s;
    generate
        for (s = 0; s < WIDTH; s = s + SLICE) begin : g_slice
            localparam integer BITS = (WIDTH - s < SLICE) ? WIDTH - s : SLICE;
            wire zero;
            systole_copy copy (.clk(clk), .rst(rst), .en(1'b1), .in(next_filling), .out(zero));
            assign out_data[s +: BITS] = zero ? {BITS{1'b0}} : in_data[s +: BITS];
`ifdef FORMAL
            always @* assert (zero == filling);
`endif
        end
    endgenerate

    initial begin
        short_frame = 1'b0;
        long_frame  = 1'b0;
    end

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH+1), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data({in_last, in_data}), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // Except while a frame is filled up or its surplus is dropped, a beat goes out in the cycle in which it comes in.
    wire f_take = in_valid && in_ready;
    always @* assert (!(filling && dropping) && !(filling && f_take) && !(dropping && step));
    always @* if (filling) assert (out_data == 0);
    always @* if (rst) assert (!in_ready && !out_valid);
    always @* if (!filling && !dropping) assert (f_take == step && (!step || out_data == in_data));
`endif
endmodule
`default_nettype wire
