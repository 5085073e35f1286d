// repeated: systole_repeat with numbered beats. Each block leaves TIMES times, in order, before the next block does.
`default_nettype none
module repeated #(
    parameter integer BEATS = 2, // beats of a block
    parameter integer TIMES = 2, // at least 2
    parameter integer DEPTH = 4  // beats in the memory
) (
    input wire clk,
    input wire rst,
    input wire in_valid,
    input wire out_ready
);
    reg  [3:0] number = 4'd0; // of the next beat in
    reg  [3:0] block  = 4'd0; // the number of the first beat of the block that leaves
    reg  [3:0] beat   = 4'd0;
    reg  [3:0] turn   = 4'd0;
    wire [3:0] out_data;
    wire       in_ready, out_valid;
    wire       ends = (beat == BEATS - 1);

    systole_repeat #(.WIDTH(4), .BEATS(BEATS), .TIMES(TIMES), .DEPTH(DEPTH)) repeater (
        .clk(clk), .rst(rst), .in_data(number), .in_valid(in_valid), .in_ready(in_ready),
        .out_data(out_data), .out_valid(out_valid), .out_ready(out_ready)
    );

    always @(posedge clk)
        if (rst) {number, block, beat, turn} <= 16'd0;
        else begin
            if (in_valid && in_ready) number <= number + 1'b1;
            if (out_valid && out_ready) begin
                beat <= ends ? 4'd0 : beat + 1'b1;
                if (ends) turn <= (turn == TIMES - 1) ? 4'd0 : turn + 1'b1;
                if (ends && turn == TIMES - 1) block <= block + BEATS;
            end
        end

    always @* if (out_valid) assert (out_data == ((block + beat) & 4'hf));
endmodule
`default_nettype wire
