// systole_flags: passes frames on, and hands the flag of each frame to COUNT readers.
// The flag comes with the frame's first beat. Each reader takes it when it needs it; at most DEPTH frames are ahead of
// a reader.
// Latency: 0 cycles for a beat, 2 for a flag.
// Throughput: 1 beat a cycle.
// Combinational: in_ready from out_ready; out_valid and out_data from in_valid and in_data.
// Reset: starts a new frame and forgets all flags.
`default_nettype none
module systole_flags #(
    parameter integer WIDTH = 8,  // bits of a beat
    parameter integer BEATS = 16, // beats of a frame
    parameter integer COUNT = 1,  // readers
    parameter integer DEPTH = 32  // flags that wait for a reader
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in_data,
    input  wire             in_flag,
    input  wire             in_valid,
    output wire             in_ready,
    output wire [WIDTH-1:0] out_data,
    output wire             out_valid,
    input  wire             out_ready,
    output wire [COUNT-1:0] flag_data,
    output wire [COUNT-1:0] flag_valid,
    input  wire [COUNT-1:0] flag_ready
);
    reg  first = 1'b1; // the next beat is the first of a frame
    wire last;
    wire [COUNT-1:0] room;
    wire allowed = !first || (&room);
    wire step    = out_valid && out_ready;

    assign out_data  = in_data;
    assign out_valid = in_valid && allowed;
    assign in_ready  = out_ready && allowed;

    systole_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(step), .last(last));
    always @(posedge clk)
        if (rst) first <= 1'b1;
        else if (step) first <= last;

    genvar i;
    generate
        for (i = 0; i < COUNT; i = i + 1) begin : g_reader
            systole_fifo #(.WIDTH(1), .DEPTH(DEPTH), .BLOCK(0)) flags (
                .clk(clk), .rst(rst), .in_data(in_flag), .in_valid(step && first), .in_ready(room[i]),
                .out_data(flag_data[i]), .out_valid(flag_valid[i]), .out_ready(flag_ready[i])
            );
        end
    endgenerate

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH+1), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data({in_flag, in_data}), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // A flag is taken with every first beat, and there is room for it.
    reg f_begins = 1'b1;
    always @(posedge clk) if (rst || step) f_begins <= rst || last;
    always @* assert (first == f_begins && (!(step && first) || (&room)));
`endif
endmodule
`default_nettype wire
