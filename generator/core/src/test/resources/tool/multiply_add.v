// multiply_add: what a DSP slice has inside. An accumulator, and a cascade of two products whose sums go on: 3 slices, and
// of each the registers of operands, product and sum. Outside: two flip-flops, for what says when a sum begins.
module accumulator (input clk, input step, input first, input signed [7:0] x, input signed [7:0] w, output reg signed [23:0] sum);
    reg signed [7:0] a, b;
    reg signed [15:0] m;
    reg first_a, first_m;
    always @(posedge clk) begin
        a <= x;
        b <= w;
        m <= a * b;
        first_a <= first;
        first_m <= first_a;
        if (step) sum <= (first_m ? 24'sd0 : sum) + m;
    end
endmodule

module cascade (input clk, input signed [7:0] x0, input signed [7:0] w0, input signed [7:0] x1, input signed [7:0] w1,
    output reg signed [23:0] sum);
    reg signed [7:0] a0, b0, a1, b1;
    reg signed [15:0] m0, m1;
    reg signed [23:0] p0;
    always @(posedge clk) begin
        a0 <= x0;
        b0 <= w0;
        m0 <= a0 * b0;
        p0 <= m0;
        a1 <= x1;
        b1 <= w1;
        m1 <= a1 * b1;
        sum <= p0 + m1;
    end
endmodule

module multiply_add (input clk, input step, input first, input signed [7:0] x0, input signed [7:0] w0, input signed [7:0] x1,
    input signed [7:0] w1, output signed [23:0] alone, output signed [23:0] together);
    accumulator one (.clk(clk), .step(step), .first(first), .x(x0), .w(w0), .sum(alone));
    cascade two (.clk(clk), .x0(x0), .w0(w0), .x1(x1), .w1(w1), .sum(together));
endmodule
