// systole_permute: puts out the WORDS words of each block in another order.
// The order is that of loops one inside the other: the word that is read first is number FIRST, and where loop i goes on and
// those inside it begin again, the number changes by its step. One block comes in while the one before it leaves.
// Golden: TransposeGolden, ReverseGolden.
// Latency: 2 cycles after a block's last word.
// Throughput: 1 word a cycle, without pauses between blocks.
// Combinational: none.
// Reset: clears valid, addresses and counts; the memory keeps its contents.
`default_nettype none
module systole_permute #(
    parameter integer WIDTH = 8, // bits of a word
    parameter integer WORDS = 6, // words of a block, at least 2
    parameter integer FIRST = 0, // the word that is read first
    parameter integer LOOPS = 2, // loops
    parameter [32*LOOPS-1:0] SIZES = {32'd3, 32'd2}, // how often each loop is run through, the innermost lowest
    parameter [32*LOOPS-1:0] STEPS = {32'hfffffffe, 32'd3}, // its step, signed, likewise
    parameter integer BLOCK = 0  // memory: 2: UltraRAM, 1: block RAM, 0: LUT RAM
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
    localparam integer AW = $clog2(2 * WORDS);
    localparam integer FIRST_1   = WORDS + FIRST;     // the word of block 1 that is read first
    localparam integer LAST_BEAT = 2 * WORDS - 1;
    localparam integer MIDDLE    = WORDS - 1;         // the last word of block 0

    wire [AW-1:0] wr_addr, rd_addr;
    reg           rd_half = 1'b0;  // the half that is read
    reg [1:0]     full    = 2'b00; // halves that hold a whole block
    reg           wr_half = 1'b0;

    wire write     = in_valid && in_ready;
    wire read      = full[rd_half] && (!out_valid || out_ready);
    wire write_end = write && (wr_addr == MIDDLE[AW-1:0] || wr_addr == LAST_BEAT[AW-1:0]);

    wire [AW-1:0] wr_next = (wr_addr == LAST_BEAT[AW-1:0]) ? {AW{1'b0}} : wr_addr + 1'b1;

    assign in_ready = !full[wr_half];

    genvar i;
    generate
        for (i = 0; i < LOOPS; i = i + 1) begin : g_loop
            wire          last;    // the loop ends with this word, unless one inside it goes on
            wire          turn;    // the loops inside it end with this word
            wire          ends;    // and so does this one
            wire [AW-1:0] step;    // the step of the innermost loop that goes on, from this one inwards
            if (i == 0) begin : g_inner
                assign turn = 1'b1;
                assign step = STEPS[AW-1:0];
            end else begin : g_outer
                assign turn = g_loop[i-1].ends;
                assign step = turn ? STEPS[32*i +: AW] : g_loop[i-1].step;
            end
            assign ends = turn && last;
            systole_counter #(.COUNT(SIZES[32*i +: 32])) turns (.clk(clk), .rst(rst), .step(read && turn), .last(last));
        end
    endgenerate

    wire block_end = g_loop[LOOPS-1].ends;
    wire read_end  = read && block_end;
    wire [AW-1:0] rd_next = !block_end ? rd_addr + g_loop[LOOPS-1].step
                          : rd_half ? FIRST[AW-1:0] : FIRST_1[AW-1:0];

    systole_store #(.WIDTH(WIDTH), .DEPTH(2 * WORDS), .AW(AW), .FIRST(FIRST), .BLOCK(BLOCK)) store (
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
    // The word that is read is that of the loops' indices, each times its stride.
    generate
        for (i = 0; i < LOOPS; i = i + 1) begin : f_loop
            reg  signed [31:0] index = 0;
            wire signed [31:0] stride, back, place;
            if (i == 0) begin : f_inner
                assign stride = STEPS[31:0];
                assign back   = (SIZES[31:0] - 1) * stride;
                assign place  = index * stride;
            end else begin : f_outer
                assign stride = STEPS[32*i +: 32] + f_loop[i-1].back;
                assign back   = f_loop[i-1].back + (SIZES[32*i +: 32] - 1) * stride;
                assign place  = f_loop[i-1].place + index * stride;
            end
            always @(posedge clk)
                if (rst) index <= 0;
                else if (read && g_loop[i].turn) index <= g_loop[i].last ? 0 : index + 1;
            always @* assert (index >= 0 && index < SIZES[32*i +: 32] && g_loop[i].last == (index == SIZES[32*i +: 32] - 1));
        end
    endgenerate
    always @* begin
        assert (rd_addr == (rd_half ? WORDS : 0) + FIRST + f_loop[LOOPS-1].place);
        assert (wr_addr < 2 * WORDS && wr_half == (wr_addr >= WORDS));
        assert (rd_addr < 2 * WORDS && rd_half == (rd_addr >= WORDS));
        assert (!(write && read && wr_addr == rd_addr));
    end
`endif
endmodule
`default_nettype wire
