// systole_reverse: puts out the POSITIONS positions of each frame from the last to the first.
// The BEATS beats of a position keep their order. One frame comes in while the one before it leaves.
// Golden: ReverseGolden.
// Latency: 2 cycles after a frame's last beat.
// Throughput: 1 beat a cycle, without pauses between frames.
// Combinational: none.
// Reset: clears valid, addresses and counts; the memory keeps its contents.
`default_nettype none
module systole_reverse #(
    parameter integer WIDTH     = 8, // bits of a beat
    parameter integer BEATS     = 2, // beats of a position
    parameter integer POSITIONS = 3, // positions of a frame
    parameter integer BLOCK     = 0  // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
) (
    input  wire             clk,
    input  wire             rst,
    input  wire [WIDTH-1:0] in_data,
    input  wire             in_valid,
    output wire             in_ready,
    output wire [WIDTH-1:0] out_data,
    output wire             out_valid,
    input  wire             out_ready
);
    localparam integer FRAME = BEATS * POSITIONS;
    localparam integer AW    = $clog2(2 * FRAME);
    localparam integer LAST_POSITION = FRAME - BEATS;  // where the last position of frame 0 begins
    localparam integer LAST_OF_BOTH  = 2 * FRAME - BEATS;
    localparam integer LAST_BEAT     = 2 * FRAME - 1;
    localparam integer MIDDLE = FRAME - 1;             // the last beat of frame 0
    localparam integer END_0  = BEATS - 1;             // the beat of frame 0 that is read last
    localparam integer END_1  = FRAME + BEATS - 1;     // the beat of frame 1 that is read last
    localparam integer BACK  = 2 * BEATS - 1;          // from a position's last beat to the first of the position before
    localparam [AW-1:0] BACK_W = BACK[AW-1:0];

    wire [AW-1:0] wr_addr, rd_addr;
    reg           rd_half = 1'b0; // the half that is read
    reg [1:0]     full    = 2'b00; // halves that hold a whole frame
    reg           wr_half = 1'b0;

    wire rd_beat_last;
    wire write     = in_valid && in_ready;
    wire read      = full[rd_half] && (!out_valid || out_ready);
    wire write_end = write && (wr_addr == MIDDLE[AW-1:0] || wr_addr == LAST_BEAT[AW-1:0]);
    wire read_end  = read && (rd_addr == END_0[AW-1:0] || rd_addr == END_1[AW-1:0]);

    wire [AW-1:0] wr_next = (wr_addr == LAST_BEAT[AW-1:0]) ? {AW{1'b0}} : wr_addr + 1'b1;
    wire [AW-1:0] rd_next = !read_end ? (rd_beat_last ? rd_addr - BACK_W : rd_addr + 1'b1)
                          : rd_half ? LAST_POSITION[AW-1:0] : LAST_OF_BOTH[AW-1:0];

    assign in_ready = !full[wr_half];

    systole_counter #(.COUNT(BEATS)) beats (.clk(clk), .rst(rst), .step(read), .last(rd_beat_last));

    systole_store #(.WIDTH(WIDTH), .DEPTH(2 * FRAME), .AW(AW), .FIRST(LAST_POSITION), .BLOCK(BLOCK)) store (
        .clk(clk), .rst(rst),
        .in_data(in_data), .in_valid(in_valid), .room(in_ready), .wr_next(wr_next), .wr_addr(wr_addr),
        .readable(full[rd_half]), .rd_next(rd_next), .rd_addr(rd_addr),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );

    always @(posedge clk)
        if (rst) begin
            rd_half <= 1'b0;
            wr_half <= 1'b0;
            full    <= 2'b00;
        end else begin
            if (write_end) wr_half <= !wr_half;
            if (read_end) rd_half <= !rd_half;
            full[0] <= (full[0] || (write_end && !wr_half)) && !(read_end && !rd_half);
            full[1] <= (full[1] || (write_end && wr_half)) && !(read_end && rd_half);
        end

`ifdef FORMAL
    stream_contract #(.WIDTH(WIDTH), .PROVE(0)) f_in
        (.clk(clk), .rst(rst), .data(in_data), .valid(in_valid), .ready(in_ready));
    stream_contract #(.WIDTH(WIDTH)) f_out
        (.clk(clk), .rst(rst), .data(out_data), .valid(out_valid), .ready(out_ready));
    // A frame is written into the half that is not read. Reading and writing go on to the other half at the end of one.
    always @* begin
        assert (wr_addr < 2 * FRAME && wr_half == (wr_addr >= FRAME));
        assert (rd_addr < 2 * FRAME && rd_half == (rd_addr >= FRAME));
        assert (rd_beat_last == (rd_addr % BEATS == BEATS - 1));
        assert (!(write && read && wr_addr == rd_addr));
    end
`endif
endmodule
`default_nettype wire
