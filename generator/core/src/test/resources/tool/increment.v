// increment: adds 1 to every element; a too short frame is filled up, the excess of a too long one is dropped.
// Latency 1, 1 beat/cycle. s_axis_tready is combinational in m_axis_tready.
`default_nettype none
module increment #(
    parameter integer LANES = 3,       // elements a beat
    parameter integer ELEM_BYTES = 1,  // bytes an element
    parameter integer BEATS = 6        // beats a frame
) (
    input wire aclk,
    input wire aresetn,
    input wire [8*LANES*ELEM_BYTES-1:0] s_axis_tdata,
    input wire s_axis_tvalid,
    output wire s_axis_tready,
    input wire s_axis_tlast,
    output wire [8*LANES*ELEM_BYTES-1:0] m_axis_tdata,
    output wire m_axis_tvalid,
    input wire m_axis_tready,
    output wire m_axis_tlast,
    output wire status_short,
    output wire status_long
);
    localparam integer ELEM_W = 8 * ELEM_BYTES;
    localparam integer DATA_W = LANES * ELEM_W;

    reg [15:0] count = 16'd0;
    reg padding = 1'b0;
    reg dropping = 1'b0;
    reg too_short = 1'b0;
    reg too_long = 1'b0;
    reg valid = 1'b0;
    reg last;
    reg [DATA_W-1:0] data;
    wire [DATA_W-1:0] sum;

    wire room = !valid || m_axis_tready;
    wire ready = !padding && (room || dropping);
    wire take = s_axis_tvalid && ready;
    wire frame_end = count == BEATS[15:0] - 16'd1;
    wire emit = padding ? room : take && !dropping;

    genvar lane;
    generate
        for (lane = 0; lane < LANES; lane = lane + 1) begin : lanes
            assign sum[lane*ELEM_W+:ELEM_W] = s_axis_tdata[lane*ELEM_W+:ELEM_W] + {{ELEM_W - 1{1'b0}}, 1'b1};
        end
    endgenerate

    always @(posedge aclk) begin
        if (room) valid <= emit;
        if (emit) begin
            data <= sum;
            last <= frame_end;
            count <= frame_end ? 16'd0 : count + 16'd1;
        end
        if (take && !dropping && s_axis_tlast && !frame_end) begin
            padding <= 1'b1;
            too_short <= 1'b1;
        end
        if (take && !dropping && !s_axis_tlast && frame_end) begin
            dropping <= 1'b1;
            too_long <= 1'b1;
        end
        if (padding && emit && frame_end) padding <= 1'b0;
        if (dropping && take && s_axis_tlast) dropping <= 1'b0;
        if (!aresetn) begin
            count <= 16'd0;
            valid <= 1'b0;
            padding <= 1'b0;
            dropping <= 1'b0;
            too_short <= 1'b0;
            too_long <= 1'b0;
        end
    end

    assign s_axis_tready = ready;
    assign m_axis_tvalid = valid;
    assign m_axis_tdata = data;
    assign m_axis_tlast = last;
    assign status_short = too_short;
    assign status_long = too_long;
endmodule
