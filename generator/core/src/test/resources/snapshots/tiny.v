// tiny: a quantized network as a pipeline of 5 engines.
// AXI4-Stream in and out: 2 and 1 elements a beat, the first lowest, each filling whole bytes;
// 36 beats a frame in, 3 out, tlast on the last. Planned for Digilent Arty A7-35T.
// Predicted: a frame every 324 cycles, 528 cycles from its first beat in to its last beat out.
// status_short and status_long tell, until reset, that an input frame was too short (filled up) or too long (cut off).
`default_nettype none
module tiny (
    input  wire aclk,
    input  wire aresetn,
    input  wire [15:0] s_axis_tdata,
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
    wire [11:0] unit_rst;
    wire unused_unit_rst = &{1'b0, unit_rst};
    tiny_copy #(.WIDTH(13)) resets (
        .clk(aclk), .rst(1'b0), .en(1'b1), .in({13{!aresetn}}),
        .out({unit_rst, rst})
    );

    // ---------------------------------------------------------------- streams
    wire [15:0] image_data;
    wire image_valid, image_ready;
    wire [7:0] stem_data;
    wire stem_valid, stem_ready;
    wire [7:0] stem_tap0_data;
    wire stem_tap0_valid, stem_tap0_ready;
    wire [7:0] stem_tap1_data;
    wire stem_tap1_valid, stem_tap1_ready;
    wire [7:0] stem_tap0_fifo_data;
    wire stem_tap0_fifo_valid, stem_tap0_fifo_ready;
    wire [7:0] stem_tap1_fifo_data;
    wire stem_tap1_fifo_valid, stem_tap1_fifo_ready;
    wire [31:0] stem_tap0_fifo_x4_data;
    wire stem_tap0_fifo_x4_valid, stem_tap0_fifo_x4_ready;
    wire [7:0] block_data;
    wire block_valid, block_ready;
    wire [31:0] block_x4_data;
    wire block_x4_valid, block_x4_ready;
    wire [31:0] stem_tap1_fifo_x4_data;
    wire stem_tap1_fifo_x4_valid, stem_tap1_fifo_x4_ready;
    wire [31:0] sum_data;
    wire sum_valid, sum_ready;
    wire [31:0] pool_data;
    wire pool_valid, pool_ready;
    wire [7:0] pool_x1_data;
    wire pool_x1_valid, pool_x1_ready;
    wire [7:0] logits_data;
    wire logits_valid, logits_ready;

    // ---------------------------------------------------------------- frames in
    wire [15:0] elements = {s_axis_tdata[15:8], s_axis_tdata[7:0]};
    wire unused_tdata = &{1'b0, s_axis_tdata};
    tiny_guard #(.WIDTH(16), .BEATS(36)) guard (
        .clk(aclk), .rst(rst),
        .in_data(elements), .in_valid(s_axis_tvalid), .in_ready(s_axis_tready), .in_last(s_axis_tlast),
        .out_data(image_data), .out_valid(image_valid), .out_ready(image_ready),
        .short_frame(status_short), .long_frame(status_long)
    );

    // ---------------------------------------------------------------- units
    tiny_stem u_stem (
        .clk(aclk), .rst(unit_rst[0]),
        .in_data(image_data),
        .in_valid(image_valid),
        .in_ready(image_ready),
        .out_data(stem_data),
        .out_valid(stem_valid),
        .out_ready(stem_ready)
    );

    tiny_fork #(.WIDTH(8), .COUNT(2)) u_stem_fork (
        .clk(aclk), .rst(unit_rst[1]),
        .in_data(stem_data),
        .in_valid(stem_valid),
        .in_ready(stem_ready),
        .out_data({stem_tap1_data, stem_tap0_data}),
        .out_valid({stem_tap1_valid, stem_tap0_valid}),
        .out_ready({stem_tap1_ready, stem_tap0_ready})
    );

    tiny_fifo #(.WIDTH(8), .DEPTH(2), .BLOCK(0)) u_stem_tap0_fifo (
        .clk(aclk), .rst(unit_rst[2]),
        .in_data(stem_tap0_data),
        .in_valid(stem_tap0_valid),
        .in_ready(stem_tap0_ready),
        .out_data(stem_tap0_fifo_data),
        .out_valid(stem_tap0_fifo_valid),
        .out_ready(stem_tap0_fifo_ready)
    );

    tiny_fifo #(.WIDTH(8), .DEPTH(42), .BLOCK(0)) u_stem_tap1_fifo (
        .clk(aclk), .rst(unit_rst[3]),
        .in_data(stem_tap1_data),
        .in_valid(stem_tap1_valid),
        .in_ready(stem_tap1_ready),
        .out_data(stem_tap1_fifo_data),
        .out_valid(stem_tap1_fifo_valid),
        .out_ready(stem_tap1_fifo_ready)
    );

    tiny_widen #(.WIDTH(8), .RATIO(4)) u_stem_tap0_fifo_x4 (
        .clk(aclk), .rst(unit_rst[4]),
        .in_data(stem_tap0_fifo_data),
        .in_valid(stem_tap0_fifo_valid),
        .in_ready(stem_tap0_fifo_ready),
        .out_data(stem_tap0_fifo_x4_data),
        .out_valid(stem_tap0_fifo_x4_valid),
        .out_ready(stem_tap0_fifo_x4_ready)
    );

    tiny_block u_block (
        .clk(aclk), .rst(unit_rst[5]),
        .in_data(stem_tap0_fifo_x4_data),
        .in_valid(stem_tap0_fifo_x4_valid),
        .in_ready(stem_tap0_fifo_x4_ready),
        .out_data(block_data),
        .out_valid(block_valid),
        .out_ready(block_ready)
    );

    tiny_widen #(.WIDTH(8), .RATIO(4)) u_block_x4 (
        .clk(aclk), .rst(unit_rst[6]),
        .in_data(block_data),
        .in_valid(block_valid),
        .in_ready(block_ready),
        .out_data(block_x4_data),
        .out_valid(block_x4_valid),
        .out_ready(block_x4_ready)
    );

    tiny_widen #(.WIDTH(8), .RATIO(4)) u_stem_tap1_fifo_x4 (
        .clk(aclk), .rst(unit_rst[7]),
        .in_data(stem_tap1_fifo_data),
        .in_valid(stem_tap1_fifo_valid),
        .in_ready(stem_tap1_fifo_ready),
        .out_data(stem_tap1_fifo_x4_data),
        .out_valid(stem_tap1_fifo_x4_valid),
        .out_ready(stem_tap1_fifo_x4_ready)
    );

    tiny_sum u_sum (
        .clk(aclk), .rst(unit_rst[8]),
        .a_data(block_x4_data),
        .a_valid(block_x4_valid),
        .a_ready(block_x4_ready),
        .b_data(stem_tap1_fifo_x4_data),
        .b_valid(stem_tap1_fifo_x4_valid),
        .b_ready(stem_tap1_fifo_x4_ready),
        .out_data(sum_data),
        .out_valid(sum_valid),
        .out_ready(sum_ready)
    );

    tiny_pool u_pool (
        .clk(aclk), .rst(unit_rst[9]),
        .in_data(sum_data),
        .in_valid(sum_valid),
        .in_ready(sum_ready),
        .out_data(pool_data),
        .out_valid(pool_valid),
        .out_ready(pool_ready)
    );

    tiny_narrow #(.WIDTH(8), .RATIO(4)) u_pool_x1 (
        .clk(aclk), .rst(unit_rst[10]),
        .in_data(pool_data),
        .in_valid(pool_valid),
        .in_ready(pool_ready),
        .out_data(pool_x1_data),
        .out_valid(pool_x1_valid),
        .out_ready(pool_x1_ready)
    );

    tiny_logits u_logits (
        .clk(aclk), .rst(unit_rst[11]),
        .in_data(pool_x1_data),
        .in_valid(pool_x1_valid),
        .in_ready(pool_x1_ready),
        .out_data(logits_data),
        .out_valid(logits_valid),
        .out_ready(logits_ready)
    );

    // ---------------------------------------------------------------- frames out
    assign m_axis_tdata  = {logits_data[7:0]};
    assign m_axis_tvalid = logits_valid;
    assign logits_ready = m_axis_tready;
    tiny_counter #(.COUNT(3)) frame_out
        (.clk(aclk), .rst(rst), .step(m_axis_tvalid && m_axis_tready), .last(m_axis_tlast));
endmodule
`default_nettype wire
