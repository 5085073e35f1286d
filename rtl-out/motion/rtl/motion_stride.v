// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// systole_stride: tells how far the next window of a row, or the next row of windows, moves what is needed.
// Windows move by STEP pixels each, FULL times. The next move is cut to REST, where the frame ends, and those after it
// are 0. To each move MORE is added. The result is negative, so that it is taken away by an addition.
// Latency: 1 cycle; size belongs to the step of the same cycle.
// Throughput: 1 step a cycle.
// Combinational: none.
// Reset: begins with the first move.
`default_nettype none
module motion_stride #(
    parameter integer WIDTH = 12, // bits of a size, signed
    parameter integer STEP  = 1,  // pixels of a move
    parameter integer FULL  = 4,  // moves of STEP pixels
    parameter integer REST  = 0,  // pixels of the move after them
    parameter integer MORE  = 0   // pixels added to each
) (
    input  wire                    clk,
    input  wire                    rst,
    input  wire                    step,
    input  wire                    restart, // with step: the next move is the first again
    output reg  signed [WIDTH-1:0] size     // -(move + MORE)
);
    localparam integer CW = (FULL == 0) ? 1 : $clog2(FULL + 1);
    localparam integer SIZE_STEP = -STEP - MORE;
    localparam integer SIZE_REST = -REST - MORE;
    localparam integer SIZE_NONE = -MORE;
    localparam integer SIZE_0    = (FULL == 0) ? SIZE_REST : SIZE_STEP;

    reg [CW-1:0] left = FULL[CW-1:0]; // moves of STEP pixels that are left, with the present one
    wire none = (left == {CW{1'b0}});
    wire one  = (left == {{(CW-1){1'b0}}, 1'b1});

    initial size = SIZE_0[WIDTH-1:0];
    always @(posedge clk)
        if (rst || (step && restart)) begin
            left <= FULL[CW-1:0];
            size <= SIZE_0[WIDTH-1:0];
        end else if (step) begin
            left <= none ? left : left - 1'b1;
            size <= none ? SIZE_NONE[WIDTH-1:0] : one ? SIZE_REST[WIDTH-1:0] : SIZE_STEP[WIDTH-1:0];
        end

`ifdef FORMAL
    // Moves are told in their order.
    reg [CW:0] f_moves = {(CW+1){1'b0}}; // made since the first, FULL + 1 at most
    always @(posedge clk)
        if (rst || (step && restart)) f_moves <= {(CW+1){1'b0}};
        else if (step && f_moves <= FULL) f_moves <= f_moves + 1'b1;
    wire signed [31:0] f_move = (f_moves < FULL) ? STEP : (f_moves == FULL) ? REST : 0;
    wire signed [31:0] f_size = -f_move - MORE;
    wire        [31:0] f_left = (f_moves < FULL) ? FULL - f_moves : 0;
    always @* assert (f_moves <= FULL + 1 && size == f_size[WIDTH-1:0] && left == f_left);
`endif
endmodule
`default_nettype wire
