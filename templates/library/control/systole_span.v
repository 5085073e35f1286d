// systole_span: counts steps modulo SIZE and tells whether the present step is kept.
// COUNT steps are kept from step FIRST on, STEP apart.
// Latency: none; last and keeps belong to the step of the same cycle.
// Throughput: 1 step a cycle.
// Combinational: none.
// Reset: restarts the count.
`default_nettype none
module systole_span #(
    parameter integer SIZE  = 8, // steps of a round
    parameter integer FIRST = 1, // the first step that is kept
    parameter integer COUNT = 3, // steps that are kept
    parameter integer STEP  = 2  // from one of them to the next
) (
    input  wire clk,
    input  wire rst,
    input  wire step,
    output wire last,
    output wire keeps
);
    generate
        if (COUNT == SIZE) begin : g_all
            systole_counter #(.COUNT(SIZE)) round (.clk(clk), .rst(rst), .step(step), .last(last));
            assign keeps = 1'b1;
        end else begin : g_some
            localparam integer W  = $clog2(SIZE);
            localparam integer PW = (STEP > 1) ? $clog2(STEP) : 1;
            localparam integer LAST      = SIZE - 1;
            localparam integer LAST_KEPT = FIRST + (COUNT - 1) * STEP;
            localparam integer PHASE     = (STEP - FIRST % STEP) % STEP; // of step 0; a step that is kept has phase 0
            localparam integer LAST_PHASE = STEP - 1;
            reg  [W-1:0]  place  = {W{1'b0}};
            reg  [PW-1:0] phase  = PHASE[PW-1:0];
            reg           kept   = (FIRST == 0);
            reg           at_end = 1'b0;
            wire [W-1:0]  next_place = last ? {W{1'b0}} : place + 1'b1;
            wire [PW-1:0] next_phase = last ? PHASE[PW-1:0] : (phase == LAST_PHASE[PW-1:0]) ? {PW{1'b0}} : phase + 1'b1;
            wire begun, ended; // the next step is not before the first, or behind the last that is kept
            if (FIRST == 0) begin : g_first
                assign begun = 1'b1;
            end else begin : g_later
                assign begun = (next_place >= FIRST[W-1:0]);
            end
            if (LAST_KEPT == SIZE - 1) begin : g_to_end
                assign ended = 1'b0;
            end else begin : g_before_end
                assign ended = (next_place > LAST_KEPT[W-1:0]);
            end
            assign keeps = kept;
            assign last  = at_end;
            always @(posedge clk)
                if (rst) begin
                    place  <= {W{1'b0}};
                    phase  <= PHASE[PW-1:0];
                    kept   <= (FIRST == 0);
                    at_end <= 1'b0;
                end else if (step) begin
                    place  <= next_place;
                    phase  <= next_phase;
                    kept   <= begun && !ended && next_phase == {PW{1'b0}};
                    at_end <= (next_place == LAST[W-1:0]);
                end

`ifdef FORMAL
            always @* begin
                assert (place < SIZE && last == (place == SIZE - 1) && phase == (PHASE + place) % STEP);
                assert (keeps == (place >= FIRST && place <= LAST_KEPT && (place - FIRST) % STEP == 0));
            end
`endif
        end
    endgenerate
endmodule
`default_nettype wire
