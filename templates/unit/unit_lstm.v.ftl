<#import "macros.ftl" as m>
// ${module}: ${title}
// ${folding}
// A step takes about ${interval} cycles. The array works in ${beats} of them: ${passes} passes of ${xBeats} beats over x, then of ${hBeats} over h.
// in_ready and out_valid depend on registers only.
`default_nettype none
module ${module} (
    input  wire clk,
    input  wire rst,
<#if stateful>
    input  wire flag_data, // the frame begins afresh
    input  wire flag_valid,
    output wire flag_ready,
</#if>
<@m.input name="in" msb=inMsb/>
<@m.output name="out" msb=outMsb/>
);
    localparam integer IN_WIDTH  = ${inWidth}; // bits of an input beat: ${inLanes} elements of ${xBits} bits
    localparam integer X_BITS    = ${xBits}; // bits of an element of x
    localparam integer H_BITS    = ${hBits}; // bits of an element of h
    localparam integer OUT_WIDTH = H_BITS;
    localparam integer UNITS     = ${units}; // elements of h
    localparam integer PASSES    = ${passes}; // passes over each matrix in a step
    localparam integer X_BEATS   = ${xBeats}; // beats of a pass over x
    localparam integer H_BEATS   = ${hBeats}; // beats of a pass over h
    localparam integer GATES     = ${gates}; // gates that are computed at once
<@m.arrayConstants a=array/>

    // ---------------------------------------------------------------- words of x and of the h of the step before, in turns
    wire [ROWS*X_BITS-1:0] x_packed_data, x_data;
    wire x_packed_valid, x_packed_ready, x_valid, x_ready;
    systole_pack #(.WIDTH(IN_WIDTH), .RATIO(${inRatio}), .BEATS(${inBeats})) pack_x (
        .clk(clk), .rst(rst), .in_data(in_data), .in_valid(in_valid), .in_ready(in_ready),
        .out_data(x_packed_data), .out_valid(x_packed_valid), .out_ready(x_packed_ready)
    );
    systole_repeat #(.WIDTH(ROWS*X_BITS), .BEATS(X_BEATS), .TIMES(PASSES), .DEPTH(${xDepth}), .BLOCK(${xBlock})) repeat_x (
        .clk(clk), .rst(rst), .in_data(x_packed_data), .in_valid(x_packed_valid), .in_ready(x_packed_ready),
        .out_data(x_data), .out_valid(x_valid), .out_ready(x_ready)
    );

    wire [H_BITS-1:0] h_element_data;
    wire [0:0] h_element_valid;
    wire h_element_ready; // there is always room for two steps
    wire [ROWS*H_BITS-1:0] h_packed_data, h_data;
    wire h_packed_valid, h_packed_ready, h_valid, h_ready;
    systole_pack #(.WIDTH(H_BITS), .RATIO(ROWS), .BEATS(UNITS)) pack_h (
        .clk(clk), .rst(rst), .in_data(h_element_data), .in_valid(h_element_valid), .in_ready(h_element_ready),
        .out_data(h_packed_data), .out_valid(h_packed_valid), .out_ready(h_packed_ready)
    );
    systole_repeat #(.WIDTH(ROWS*H_BITS), .BEATS(H_BEATS), .TIMES(PASSES), .DEPTH(${hDepth}), .BLOCK(${hBlock})) repeat_h (
        .clk(clk), .rst(rst), .in_data(h_packed_data), .in_valid(h_packed_valid), .in_ready(h_packed_ready),
        .out_data(h_data), .out_valid(h_valid), .out_ready(h_ready)
    );

    wire pass_ready, pass_start, fresh;
    wire [ROWS*${array.xBits}-1:0] beat_data;
    wire beat_valid, beat_first, beat_last;
<#if stateful>
<#else>
    wire flag_ready; // always low
    wire unused_flag_ready = &{1'b0, flag_ready};
</#if>
    systole_turns #(
        .ROWS(ROWS), .X_BITS(X_BITS), .X_SIGNED(${xSigned}), .H_BITS(H_BITS), .H_SIGNED(${hSigned}), .BITS(${array.xBits}), .ZERO(${hZero}),
        .X_BEATS(X_BEATS), .H_BEATS(H_BEATS), .PASSES(PASSES), .STEPS(${steps}), .SEQUENCE(${sequence}), .STATEFUL(<#if stateful>1<#else>0</#if>)
    ) turns (
        .clk(clk), .rst(rst),
        .x_data(x_data), .x_valid(x_valid), .x_ready(x_ready),
        .h_data(h_data), .h_valid(h_valid), .h_ready(h_ready),
        .flag_data(${flagData}), .flag_valid(${flagValid}), .flag_ready(flag_ready),
        .pass_ready(pass_ready), .pass_start(pass_start),
        .out_data(beat_data), .out_valid(beat_valid), .out_first(beat_first), .out_last(beat_last), .out_fresh(fresh)
    );

<@m.array a=array/>

    // ---------------------------------------------------------------- from sums to gate inputs
    localparam integer OUT_BITS = ${gateBits}; // bits of the part of x, or of h, in the input of a gate
    wire [CHAINS*OUT_BITS-1:0] level_data, part_data;
    wire [CHAINS-1:0] level_valid;
    wire unused_level_valid = &{1'b0, level_valid};
<@m.requantizers r=requant/>
<#list requant.copies as c>
    systole_delay #(.WIDTH(OUT_BITS), .CYCLES(${c.delay})) align_${c.index}
        (.clk(clk), .in(level_data[${c.index}*OUT_BITS +: OUT_BITS]), .out(part_data[${c.index}*OUT_BITS +: OUT_BITS]));
</#list>

    wire [GATES*16-1:0] gate_in;
    wire gate_in_valid;
    systole_meet #(.LANES(CHAINS), .OUT_LANES(GATES), .BITS(OUT_BITS), .COUNT(4*UNITS/CHAINS), .DEPTH(${waitDepth}), .BLOCK(${waitBlock}), .BURST(${burst})) meet (
        .clk(clk), .rst(rst), .in_data(part_data), .in_valid(level_valid[CHAINS-1]), .out_data(gate_in), .out_valid(gate_in_valid)
    );

    // ---------------------------------------------------------------- gates
    wire [GATES*16-1:0] sigmoid, tanh;
    wire gates_valid;
<#list gateCurves as c>
<@m.curve c=c/>
</#list>
<#list zeros as z>
    assign ${z} = 16'd0; // no gate of this lane reads it
</#list>
    systole_pipe #(.WIDTH(1), .CYCLES(${gateLatency})) pipe_gates (.clk(clk), .rst(rst), .in(gate_in_valid), .out(gates_valid));

    // ---------------------------------------------------------------- cells
    wire [63:0] unit_gates;
    wire [15:0] state, gate_o, tanh_state, gate_o_late;
    wire unit_valid, state_valid;
    systole_gates #(.LANES(GATES)) all_gates (
        .clk(clk), .rst(rst), .sigmoid(sigmoid), .tanh(tanh), .in_valid(gates_valid), .out_data(unit_gates), .out_valid(unit_valid)
    );
    systole_cell #(
        .UNITS(UNITS), .BLOCK(${statesBlock}), .LOW(${cellLow}), .HIGH(${cellHigh}),
        .FORGET_SHIFT(${kept.shift}), .FORGET_POS(${kept.addPositive}), .FORGET_NEG(${kept.addNegative}),
        .INPUT_SHIFT(${added.shift}), .INPUT_POS(${added.addPositive}), .INPUT_NEG(${added.addNegative})
    ) cells (
        .clk(clk), .rst(rst), .fresh(fresh), .in_data(unit_gates), .in_valid(unit_valid),
        .out_state(state), .out_gate_o(gate_o), .out_valid(state_valid)
    );

    // ---------------------------------------------------------------- h
<@m.curve c=cellCurve/>
    systole_delay #(.WIDTH(16), .CYCLES(${cellCurve.latency})) delay_o (.clk(clk), .in(gate_o), .out(gate_o_late));
<#if rounds>
    systole_round #(
        .SHIFT(${hidden.shift}), .ADD_POS(${hidden.addPositive}), .ADD_NEG(${hidden.addNegative}),
        .CLAMP(1), .ZERO(${hidden.zero}), .LOW(${hidden.low}), .HIGH(${hidden.high}), .OUT_BITS(H_BITS)
    ) round_h (.clk(clk), .a(gate_o_late), .b(tanh_state), .clear(1'b0), .out(h_element_data));
    systole_pipe #(.WIDTH(1), .CYCLES(${hLatency})) pipe_h (.clk(clk), .rst(rst), .in(state_valid), .out(h_element_valid));
<#else>
    reg signed [31:0] product_data;
    wire [0:0] product_valid;
    always @(posedge clk) product_data <= $signed(gate_o_late) * $signed(tanh_state);
    systole_pipe #(.WIDTH(1), .CYCLES(${productLatency})) pipe_product (.clk(clk), .rst(rst), .in(state_valid), .out(product_valid));
<@m.requantizers r=hiddenRequant name="requant_h" inBits="32" from="product" outBits="H_BITS" to="h_element"/>
</#if>

    // ---------------------------------------------------------------- the h that leaves
    wire step_last, leaves;
    systole_counter #(.COUNT(UNITS)) units (.clk(clk), .rst(rst), .step(h_element_valid), .last(step_last));
<#if sequence == 1>
    assign leaves = h_element_valid;
    wire unused_leaves = &{1'b0, step_last, h_element_ready};
<#else>
    wire frame_last;
    systole_counter #(.COUNT(${steps})) steps (.clk(clk), .rst(rst), .step(h_element_valid && step_last), .last(frame_last));
    assign leaves = h_element_valid && frame_last;
    wire unused_leaves = &{1'b0, h_element_ready};
</#if>

<@m.credited start="pass_start" beats=units credits=credits depth=fifoDepth block=fifoBlock data="h_element_data" valid="leaves"/>
endmodule
`default_nettype wire
