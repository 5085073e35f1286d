// windowed: systole_window with numbered pixels. The windows leave in order, each with its pixels and with padding for the
// row above the frame.
`default_nettype none
module windowed #(
    parameter integer IN_H  = 2, // input height, pixels
    parameter integer IN_W  = 2, // input width, pixels
    parameter integer TAPS  = 2, // kernel height, taps; one row of padding is above the frame
    parameter integer OUT_H = 2, // output height, pixels: IN_H + 2 - TAPS
    parameter integer DEPTH = 3  // pixels in the ring
) (
    input wire clk,
    input wire rst,
    input wire in_valid,
    input wire pass_ready
);
    reg  [3:0] number = 4'd0; // of the next pixel in
    reg  [3:0] frame  = 4'd0; // the number of the first pixel of the frame that leaves
    reg  [1:0] top = 2'd0, left = 2'd0, row = 2'd0; // of the output position, and of the tap in its window
    wire [3:0] out_data;
    wire       in_ready, pass_start, out_valid, out_first, out_last;
    wire       ends_pass = (row == TAPS - 1);
    wire       ends_line = ends_pass && (left == IN_W - 1);

    systole_window #(
        .WIDTH(4), .IN_H(IN_H), .IN_W(IN_W), .OUT_H(OUT_H), .OUT_W(IN_W), .KERNEL_H(TAPS), .KERNEL_W(1),
        .PAD_TOP(1), .DEPTH(DEPTH), .PAD(4'd15)
    ) window (
        .clk(clk), .rst(rst), .in_data(number), .in_valid(in_valid), .in_ready(in_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(out_data), .out_valid(out_valid), .out_first(out_first), .out_last(out_last)
    );

    always @(posedge clk)
        if (rst) {number, frame, top, left, row} <= 14'd0;
        else begin
            if (in_valid && in_ready) number <= number + 1'b1;
            if (out_valid) begin
                row <= ends_pass ? 2'd0 : row + 1'b1;
                if (ends_pass) left <= ends_line ? 2'd0 : left + 1'b1;
                if (ends_line) top <= (top == OUT_H - 1) ? 2'd0 : top + 1'b1;
                if (ends_line && top == OUT_H - 1) frame <= frame + IN_H * IN_W;
            end
        end

    wire       above = (top + row < 1);
    wire [3:0] pixel = frame + (top + row - 1) * IN_W + left;
    always @* if (out_valid) begin
        assert (out_data == (above ? 4'd15 : pixel));
        assert (out_first == (row == 0) && out_last == ends_pass);
    end
endmodule
`default_nettype wire
