// systole_fork: gives each beat to COUNT receivers.
// Each receiver takes the beat when it is ready; the next beat follows when all have taken it.
// Latency: 0 cycles.
// Throughput: 1 beat a cycle.
// Combinational: in_ready from out_ready; out_valid and out_data from in_valid and in_data.
// Reset: forgets who has taken the present beat.
`default_nettype none
module systole_fork #(
    parameter integer WIDTH = 8, // bits of a beat
    parameter integer COUNT = 2  // receivers
) (
    input  wire                   clk,
    input  wire                   rst,
    input  wire [WIDTH-1:0]       in_data,
    input  wire                   in_valid,
    output wire                   in_ready,
    output wire [WIDTH*COUNT-1:0] out_data,
    output wire [COUNT-1:0]       out_valid,
    input  wire [COUNT-1:0]       out_ready
);
    reg  [COUNT-1:0] taken = {COUNT{1'b0}};
    wire [COUNT-1:0] done  = taken | out_ready;

    assign out_data  = {COUNT{in_data}};
    assign out_valid = {COUNT{in_valid}} & ~taken;
    assign in_ready  = &done;

    always @(posedge clk)
        if (rst || in_ready) taken <= {COUNT{1'b0}};
        else if (in_valid) taken <= done;

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    // Each receiver takes each beat once.
    reg  [COUNT-1:0] f_took = {COUNT{1'b0}};
    wire [COUNT-1:0] f_takes = out_valid & out_ready;
    always @* begin
        assert (taken == f_took && (rst || in_valid || f_took == 0) && (f_took & f_takes) == 0);
        if (in_valid && in_ready) assert (&(f_took | f_takes));
    end
    always @(posedge clk) f_took <= (rst || (in_valid && in_ready)) ? {COUNT{1'b0}} : f_took | f_takes;
    genvar f_i;
    generate
        for (f_i = 0; f_i < COUNT; f_i = f_i + 1) begin : f_receiver
            stream_contract #(.WIDTH(WIDTH)) f_out (.clk(clk), .rst(rst),
                .data(out_data[f_i*WIDTH +: WIDTH]), .valid(out_valid[f_i]), .ready(out_ready[f_i]));
        end
    endgenerate
`endif
endmodule
`default_nettype wire
