// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// motion: a quantized network as a pipeline of 6 engines.
// AXI4-Stream in and out: 4 and 1 elements a beat, the first lowest, each filling whole bytes;
// 64 beats a frame in, 1 out, tlast on the last. Planned for Digilent Arty A7-35T.
// Predicted: a frame every 160 cycles, 326 cycles from its first beat in to its last beat out.
// status_short and status_long tell, until reset, that an input frame was too short (filled up) or too long (cut off).
`default_nettype none
module motion (
    input  wire aclk,
    input  wire aresetn,
    input  wire [31:0] s_axis_tdata,
    input  wire s_axis_tvalid,
    output wire s_axis_tready,
    input  wire s_axis_tlast,
    output wire [7:0] m_axis_tdata,
    output wire m_axis_tvalid,
    input  wire m_axis_tready,
    output wire m_axis_tlast,
    output wire status_short,
    output wire status_long
);
    // ---------------------------------------------------------------- resets: each unit has a register of its own
    wire rst;
    wire [10:0] unit_rst;
    wire unused_unit_rst = &{1'b0, unit_rst};
    motion_copy #(.WIDTH(12)) resets (
        .clk(aclk), .rst(1'b0), .en(1'b1), .in({12{!aresetn}}),
        .out({unit_rst, rst})
    );

    // ---------------------------------------------------------------- streams
    wire [31:0] samples_data;
    wire samples_valid, samples_ready;
    wire [15:0] narrow_data;
    wire narrow_valid, narrow_ready;
    wire [63:0] narrow_x8_data;
    wire narrow_x8_valid, narrow_x8_ready;
    wire [47:0] wide_data;
    wire wide_valid, wide_ready;
    wire [143:0] wide_x12_data;
    wire wide_x12_valid, wide_x12_ready;
    wire [15:0] coarse_data;
    wire coarse_valid, coarse_ready;
    wire [63:0] coarse_x16_data;
    wire coarse_x16_valid, coarse_x16_ready;
    wire [63:0] peaks_data;
    wire peaks_valid, peaks_ready;
    wire [15:0] peaks_x4_data;
    wire peaks_x4_valid, peaks_x4_ready;
    wire [17:0] scores_data;
    wire scores_valid, scores_ready;
    wire [5:0] scores_x1_data;
    wire scores_x1_valid, scores_x1_ready;
    wire [2:0] best_data;
    wire best_valid, best_ready;

    // ---------------------------------------------------------------- frames in
    wire [31:0] elements = {s_axis_tdata[31:24], s_axis_tdata[23:16], s_axis_tdata[15:8], s_axis_tdata[7:0]};
    wire unused_tdata = &{1'b0, s_axis_tdata};
    motion_guard #(.WIDTH(32), .BEATS(64)) guard (
        .clk(aclk), .rst(rst),
        .in_data(elements), .in_valid(s_axis_tvalid), .in_ready(s_axis_tready), .in_last(s_axis_tlast),
        .out_data(samples_data), .out_valid(samples_valid), .out_ready(samples_ready),
        .short_frame(status_short), .long_frame(status_long)
    );

    // ---------------------------------------------------------------- units
    motion_narrow u_narrow (
        .clk(aclk), .rst(unit_rst[0]),
        .in_data(samples_data),
        .in_valid(samples_valid),
        .in_ready(samples_ready),
        .out_data(narrow_data),
        .out_valid(narrow_valid),
        .out_ready(narrow_ready)
    );

    motion_widen #(.WIDTH(16), .RATIO(4)) u_narrow_x8 (
        .clk(aclk), .rst(unit_rst[1]),
        .in_data(narrow_data),
        .in_valid(narrow_valid),
        .in_ready(narrow_ready),
        .out_data(narrow_x8_data),
        .out_valid(narrow_x8_valid),
        .out_ready(narrow_x8_ready)
    );

    motion_wide u_wide (
        .clk(aclk), .rst(unit_rst[2]),
        .in_data(narrow_x8_data),
        .in_valid(narrow_x8_valid),
        .in_ready(narrow_x8_ready),
        .out_data(wide_data),
        .out_valid(wide_valid),
        .out_ready(wide_ready)
    );

    motion_widen #(.WIDTH(48), .RATIO(3)) u_wide_x12 (
        .clk(aclk), .rst(unit_rst[3]),
        .in_data(wide_data),
        .in_valid(wide_valid),
        .in_ready(wide_ready),
        .out_data(wide_x12_data),
        .out_valid(wide_x12_valid),
        .out_ready(wide_x12_ready)
    );

    motion_coarse u_coarse (
        .clk(aclk), .rst(unit_rst[4]),
        .in_data(wide_x12_data),
        .in_valid(wide_x12_valid),
        .in_ready(wide_x12_ready),
        .out_data(coarse_data),
        .out_valid(coarse_valid),
        .out_ready(coarse_ready)
    );

    motion_widen #(.WIDTH(16), .RATIO(4)) u_coarse_x16 (
        .clk(aclk), .rst(unit_rst[5]),
        .in_data(coarse_data),
        .in_valid(coarse_valid),
        .in_ready(coarse_ready),
        .out_data(coarse_x16_data),
        .out_valid(coarse_x16_valid),
        .out_ready(coarse_x16_ready)
    );

    motion_peaks u_peaks (
        .clk(aclk), .rst(unit_rst[6]),
        .in_data(coarse_x16_data),
        .in_valid(coarse_x16_valid),
        .in_ready(coarse_x16_ready),
        .out_data(peaks_data),
        .out_valid(peaks_valid),
        .out_ready(peaks_ready)
    );

    motion_narrow_1 #(.WIDTH(16), .RATIO(4)) u_peaks_x4 (
        .clk(aclk), .rst(unit_rst[7]),
        .in_data(peaks_data),
        .in_valid(peaks_valid),
        .in_ready(peaks_ready),
        .out_data(peaks_x4_data),
        .out_valid(peaks_x4_valid),
        .out_ready(peaks_x4_ready)
    );

    motion_scores u_scores (
        .clk(aclk), .rst(unit_rst[8]),
        .in_data(peaks_x4_data),
        .in_valid(peaks_x4_valid),
        .in_ready(peaks_x4_ready),
        .out_data(scores_data),
        .out_valid(scores_valid),
        .out_ready(scores_ready)
    );

    motion_narrow_1 #(.WIDTH(6), .RATIO(3)) u_scores_x1 (
        .clk(aclk), .rst(unit_rst[9]),
        .in_data(scores_data),
        .in_valid(scores_valid),
        .in_ready(scores_ready),
        .out_data(scores_x1_data),
        .out_valid(scores_x1_valid),
        .out_ready(scores_x1_ready)
    );

    motion_argmax #(.BITS(6), .SIGNED(1), .COUNT(6), .OUT_BITS(3)) u_best (
        .clk(aclk), .rst(unit_rst[10]),
        .in_data(scores_x1_data),
        .in_valid(scores_x1_valid),
        .in_ready(scores_x1_ready),
        .out_data(best_data),
        .out_valid(best_valid),
        .out_ready(best_ready)
    );

    // ---------------------------------------------------------------- frames out
    assign m_axis_tdata  = {{5{1'b0}}, best_data[2:0]};
    assign m_axis_tvalid = best_valid;
    assign best_ready = m_axis_tready;
    motion_counter #(.COUNT(1)) frame_out
        (.clk(aclk), .rst(rst), .step(m_axis_tvalid && m_axis_tready), .last(m_axis_tlast));
endmodule
`default_nettype wire
