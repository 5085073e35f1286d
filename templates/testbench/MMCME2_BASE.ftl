// A model of the 7-series mixed-mode clock manager, for simulation and lint; synthesis has its own.
// It checks its settings against the data sheet (DS181) of the part's grade. By default it is a model by cycles, for
// simulators without time: CLKOUT0 is CLKIN1, and LOCKED comes after LOCK_CYCLES. With MMCM_TIMES defined it is one
// of time: CLKOUT0 has the frequency that the settings give, measured from CLKIN1; LOCKED falls when CLKIN1 stops.
// Only what a board's top uses is there: CLKOUT0 without phase shift, the loop closed without delay.
`default_nettype none
`ifdef MMCM_TIMES
`timescale 1ps/1ps
`endif
module MMCME2_BASE #(
    parameter real    CLKIN1_PERIOD    = 0.0,  // ns
    parameter real    CLKFBOUT_MULT_F  = 5.0,  // 2.0 to 64.0 in eighths
    parameter integer DIVCLK_DIVIDE    = 1,    // 1 to 106
    parameter real    CLKOUT0_DIVIDE_F = 1.0   // 1.0, 2.0 to 128.0 in eighths
) (
    input  wire CLKIN1,
    input  wire CLKFBIN,
    input  wire PWRDWN,
    input  wire RST,
    output wire CLKFBOUT,
    output wire CLKOUT0,
    output wire LOCKED
);
    localparam integer LOCK_CYCLES = 16;
    localparam real IN_MHZ  = 1000.0 / CLKIN1_PERIOD;
    localparam real PFD_MHZ = IN_MHZ / DIVCLK_DIVIDE;
    localparam real VCO_MHZ = PFD_MHZ * CLKFBOUT_MULT_F;
    localparam real OUT_MHZ = VCO_MHZ / CLKOUT0_DIVIDE_F;

    initial
        if (IN_MHZ < 9.99 || IN_MHZ > 800.1 || PFD_MHZ < 9.99 || PFD_MHZ > ${detectorMax} || VCO_MHZ < 599.9 || VCO_MHZ > ${vcoMax}
            || OUT_MHZ < 4.68 || OUT_MHZ > 800.1 || CLKFBOUT_MULT_F < 2.0 || CLKFBOUT_MULT_F > 64.0
            || DIVCLK_DIVIDE < 1 || DIVCLK_DIVIDE > 106 || CLKOUT0_DIVIDE_F < 1.0 || CLKOUT0_DIVIDE_F > 128.0) begin
            $display("MMCME2_BASE: settings outside of the data sheet: in %f, detector %f, oscillator %f, out %f MHz",
                IN_MHZ, PFD_MHZ, VCO_MHZ, OUT_MHZ);
            $finish;
        end

    wire stopped = PWRDWN || RST;
    reg [4:0] cycles = 5'd0; // since the start
    assign CLKFBOUT = CLKIN1;

    always @(posedge CLKFBIN or posedge stopped)
        if (stopped) cycles <= 5'd0;
        else if (cycles != LOCK_CYCLES[4:0]) cycles <= cycles + 5'd1;

`ifdef MMCM_TIMES
    real last = 0.0, period = 0.0;
    reg alive = 1'b0, out = 1'b0;
    always @(posedge CLKIN1) begin
        period = $realtime - last;
        last = $realtime;
        alive = 1'b1;
    end
    always begin
        // Alive: an edge in the last two periods.
        #(2000.0 * CLKIN1_PERIOD);
        if ($realtime - last > 2000.0 * CLKIN1_PERIOD) alive = 1'b0;
    end
    always
        if (cycles < 5'd3 || !alive) begin
            out = 1'b0;
            @(posedge CLKIN1);
        end else begin
            #(period * DIVCLK_DIVIDE * CLKOUT0_DIVIDE_F / CLKFBOUT_MULT_F / 2.0) out = !out;
        end
    assign CLKOUT0 = out;
    assign LOCKED  = alive && cycles == LOCK_CYCLES[4:0];
`else
    assign CLKOUT0 = CLKIN1 && !stopped;
    assign LOCKED  = cycles == LOCK_CYCLES[4:0];
`endif
endmodule
`default_nettype wire
