// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// Generic testbench for Icarus Verilog, with the same vectors and checks as tb.cpp. In addition, no unknown value (x)
// may come out. tb_phases.vh has what follows the frames. The file design.vh has everything that differs between designs.
//   vvp tb.vvp +input=FILE +expected=FILE +frames=N [+stall=PERCENT] [+seed=N] [+reset=CYCLES] [+garbage=CYCLES]
//       [+short=FRAME] [+long=FRAME] [+max_idle=CYCLES] [+json=FILE] [+user=FILE] [+phases=0]
// Vector files are hex text, one beat a line, most significant byte first. Exit status: 0 passed, 1 failed, 2 usage.
`timescale 1ns / 1ps
`default_nettype none
`include "design.vh"

module tb;
    localparam integer IN_W = 8 * `SYSTOLE_IN_LANES * `SYSTOLE_IN_ELEM_BYTES;
    localparam integer OUT_ELEM_W = 8 * `SYSTOLE_OUT_ELEM_BYTES;
    localparam integer OUT_W = `SYSTOLE_OUT_LANES * OUT_ELEM_W;
    localparam integer IN_BEATS = `SYSTOLE_IN_BEATS;
    localparam integer OUT_BEATS = `SYSTOLE_OUT_BEATS;
    localparam integer EXTRA_BEATS = 3;        // of a frame sent long
    localparam integer PROGRESS_CYCLES = 200000;

    reg aclk = 1'b0;
    reg aresetn = 1'b1;
    reg [IN_W-1:0] s_axis_tdata = {IN_W{1'bx}};
    reg s_axis_tvalid = 1'b0;
    reg s_axis_tlast = 1'bx;
    reg s_axis_tuser = 1'bx; // of a stateful design: the frame begins afresh
    wire s_axis_tready;
    wire [OUT_W-1:0] m_axis_tdata;
    wire m_axis_tvalid;
    wire m_axis_tlast;
    reg m_axis_tready = 1'b0;
    wire status_short;
    wire status_long;

    `SYSTOLE_DUT dut (
        .aclk(aclk),
        .aresetn(aresetn),
        .s_axis_tdata(s_axis_tdata),
        .s_axis_tvalid(s_axis_tvalid),
        .s_axis_tready(s_axis_tready),
        .s_axis_tlast(s_axis_tlast),
`ifdef SYSTOLE_STATEFUL
        .s_axis_tuser(s_axis_tuser),
`endif
        .m_axis_tdata(m_axis_tdata),
        .m_axis_tvalid(m_axis_tvalid),
        .m_axis_tready(m_axis_tready),
        .m_axis_tlast(m_axis_tlast),
        .status_short(status_short),
        .status_long(status_long)
    );

    always #5 aclk = ~aclk;

    // ---- options -----------------------------------------------------------------------------------------------
    reg [8*1024-1:0] input_file, expected_file, json_file, user_file;
    integer frames, stall, seed, reset_cycles, garbage, short_frame, long_frame, max_idle, phases;
    integer input_fd, expected_fd, json_fd, user_fd, ok;
    integer source_seed, sink_seed, data_seed;

    task read_options;
        begin
            if (!$value$plusargs("stall=%d", stall)) stall = 0;
            if (!$value$plusargs("seed=%d", seed)) seed = 1;
            if (!$value$plusargs("reset=%d", reset_cycles)) reset_cycles = 8;
            if (!$value$plusargs("garbage=%d", garbage)) garbage = 0;
            if (!$value$plusargs("short=%d", short_frame)) short_frame = -1;
            if (!$value$plusargs("long=%d", long_frame)) long_frame = -1;
            if (!$value$plusargs("phases=%d", phases)) phases = 1;
            if (!$value$plusargs("max_idle=%d", max_idle)) max_idle = `SYSTOLE_IDLE_LIMIT;
            if (!$value$plusargs("frames=%d", frames) || !$value$plusargs("input=%s", input_file)
                || !$value$plusargs("expected=%s", expected_file)) begin
                $display("+input=, +expected= and +frames= are needed");
                $finish_and_return(2);
            end else begin
                input_fd = $fopen(input_file, "r");
                expected_fd = $fopen(expected_file, "r");
                user_fd = $value$plusargs("user=%s", user_file) ? $fopen(user_file, "r") : 0;
                if (input_fd == 0 || expected_fd == 0) begin
                    $display("cannot read the vector files");
                    $finish_and_return(2);
                end
            end
            source_seed = 2 * seed + 1000003;
            sink_seed = 3 * seed + 2000003;
            data_seed = 5 * seed + 3000017;
        end
    endtask

    // ---- source: keeps offering what it offers until it is taken; x in between -----------------------------------
    integer in_frame, in_beat, sent, source_stretch;
    reg source_pausing;
    reg [IN_W-1:0] beat_in;

    task random_beat;
        integer i;
        begin
            for (i = 0; i < IN_W; i = i + 8) beat_in[i+:8] = $random(data_seed);
        end
    endtask

    task read_beat;
        begin
            ok = $fscanf(input_fd, "%h", beat_in);
            if (ok != 1) begin
                $display("the input file holds fewer than %0d frames", frames);
                $finish_and_return(2);
            end
        end
    endtask

    // The flag that comes with a frame's first beat. The first frame of the file comes again in the phases, afresh.
    task start_frame;
        begin
            if (frame_of(in_frame) == 0) begin
                ok = $rewind(input_fd);
                if (user_fd != 0) ok = $rewind(user_fd);
            end
            s_axis_tuser = 1'b0;
            if (user_fd != 0) ok = $fscanf(user_fd, "%h", s_axis_tuser);
            if (phase > 0 && frame_of(in_frame) == 0) s_axis_tuser = 1'b1;
        end
    endtask

    // Pauses of geometric length with a given share of all cycles; the mean length changes from time to time.
    task step_source;
        begin
            if (!s_axis_tvalid && in_frame < script) begin
                if (stall > 0) begin
                    if (source_pausing) source_pausing = {$random(source_seed)} % (100 * source_stretch) >= 100 - stall;
                    else source_pausing = {$random(source_seed)} % (100 * source_stretch) < stall;
                end
                if (!source_pausing) begin
                    if (in_beat == 0) start_frame;
                    if (in_beat < IN_BEATS) read_beat;
                    else random_beat;
                    s_axis_tdata = beat_in;
                    s_axis_tlast = in_beat == IN_BEATS + extra_of(in_frame) - 1;
                    s_axis_tvalid = 1'b1;
                end
            end
        end
    endtask

    task beat_taken;
        begin
            if (phase == 0 && sent == 0) first_in = cycle;
            sent = sent + 1;
            if (s_axis_tlast && extra_of(in_frame) < 0) begin
                short_due = 1'b1;
                read_beat;
            end
            if (in_beat == IN_BEATS - 1 && extra_of(in_frame) > 0) long_due = 1'b1;
            if (s_axis_tlast) in_frame = in_frame + 1;
            in_beat = s_axis_tlast ? 0 : in_beat + 1;
            if ({$random(source_seed)} % 16 == 0) source_stretch = stretch({$random(source_seed)} % 4);
        end
    endtask

    function integer stretch(input integer choice);
        stretch = choice == 3 ? 24 : choice == 2 ? 4 : 1;
    endfunction

    // ---- sink: pauses likewise; a coy one waits for tvalid before it raises tready, as it may --------------------
    integer sink_stretch;
    reg sink_pausing, coy, valid_waits;

    task step_sink;
        begin
            if (stall > 0) begin
                if (sink_pausing) sink_pausing = {$random(sink_seed)} % (100 * sink_stretch) >= 100 - stall;
                else sink_pausing = {$random(sink_seed)} % (100 * sink_stretch) < stall;
            end
            m_axis_tready = !sink_pausing && !stopped && (!coy || valid_waits);
        end
    endtask

    task change_sink;
        begin
            sink_stretch = stretch({$random(sink_seed)} % 4);
            coy = stall > 0 && {$random(sink_seed)} % 4 == 0;
        end
    endtask

    // ---- checks --------------------------------------------------------------------------------------------------
    integer cycle, idle, received, out_frame, out_beat, mismatches, protocol_errors, first_in, total_cycles;
    integer first_frame_end, last_frame_end, interval_sum, interval_count, interval_min, interval_max;
    integer first_frame, first_y, first_x, first_channel, first_cycle;
    reg [OUT_W-1:0] wanted, held_data;
    reg signed [OUT_ELEM_W:0] first_expected, first_got;
    reg held_last, stalled, deadlock, draining, short_due, long_due, short_seen, long_seen;

    task protocol_error(input [8*48-1:0] message);
        begin
            if (protocol_errors < 10) $display("protocol error in cycle %0d: %0s", cycle, message);
            protocol_errors = protocol_errors + 1;
        end
    endtask

    function signed [OUT_ELEM_W:0] element(input [OUT_ELEM_W-1:0] bits);
        element = {`SYSTOLE_OUT_SIGNED ? bits[OUT_ELEM_W-1] : 1'b0, bits};
    endfunction

    task compare;
        integer lane, position, pixel;
        begin
            for (lane = 0; lane < `SYSTOLE_OUT_LANES; lane = lane + 1) begin
                if (m_axis_tdata[lane*OUT_ELEM_W+:OUT_ELEM_W] !== wanted[lane*OUT_ELEM_W+:OUT_ELEM_W]) begin
                    if (mismatches == 0) begin
                        position = out_beat * `SYSTOLE_OUT_LANES + lane;
                        pixel = position / `SYSTOLE_OUT_CHANNELS;
                        first_frame = frame_of(out_frame);
                        first_y = pixel / `SYSTOLE_OUT_WIDTH;
                        first_x = pixel % `SYSTOLE_OUT_WIDTH;
                        first_channel = position % `SYSTOLE_OUT_CHANNELS;
                        first_expected = element(wanted[lane*OUT_ELEM_W+:OUT_ELEM_W]);
                        first_got = element(m_axis_tdata[lane*OUT_ELEM_W+:OUT_ELEM_W]);
                        first_cycle = cycle;
                        $display("first mismatch: frame %0d, pixel (%0d, %0d), channel %0d: expected %0d, got %0d, cycle %0d",
                            first_frame, first_y, first_x, first_channel, first_expected, first_got, cycle);
                    end
                    mismatches = mismatches + 1;
                end
            end
        end
    endtask

    task frame_end;
        begin
            if (phase == 0 && out_frame == 0) first_frame_end = cycle;
            if (phase == 0 && out_frame >= 1 && out_frame >= frames / 2) begin
                interval_sum = interval_sum + cycle - last_frame_end;
                if (interval_count == 0 || cycle - last_frame_end < interval_min) interval_min = cycle - last_frame_end;
                if (cycle - last_frame_end > interval_max) interval_max = cycle - last_frame_end;
                interval_count = interval_count + 1;
            end
            last_frame_end = cycle;
            out_frame = out_frame + 1;
            out_beat = 0;
        end
    endtask

    task receive;
        begin
            received = received + 1;
            if (out_frame >= script) protocol_error("extra beat after the last frame");
            else begin
                if (out_beat == 0 && frame_of(out_frame) == 0) ok = $rewind(expected_fd);
                ok = $fscanf(expected_fd, "%h", wanted);
                if (ok != 1) begin
                    $display("the expected file holds fewer than %0d frames", frames);
                    $finish_and_return(2);
                end
                if (m_axis_tlast !== (out_beat == OUT_BEATS - 1)) begin
                    if (protocol_errors < 10) $display("m_axis_tlast is %b at beat %0d of %0d in frame %0d", m_axis_tlast, out_beat, OUT_BEATS, out_frame);
                    protocol_error("m_axis_tlast is wrong");
                end
                // A frame that is too long is cut off. What comes of one that is too short is not known here.
                if (extra_of(out_frame) >= 0 && m_axis_tdata !== wanted) compare;
                if (out_beat == OUT_BEATS - 1) frame_end;
                else out_beat = out_beat + 1;
            end
            if ({$random(sink_seed)} % 16 == 0) change_sink;
        end
    endtask

    task observe;
        begin
            if ((m_axis_tvalid ^ m_axis_tvalid) !== 1'b0) protocol_error("m_axis_tvalid is unknown");
            if ((s_axis_tready ^ s_axis_tready) !== 1'b0) protocol_error("s_axis_tready is unknown");
            if (stalled) begin
                if (m_axis_tvalid !== 1'b1) protocol_error("m_axis_tvalid dropped before the beat was taken");
                else if (m_axis_tlast !== held_last) protocol_error("m_axis_tlast changed while stalled");
                else if (m_axis_tdata !== held_data) protocol_error("m_axis_tdata changed while stalled");
            end
            stalled = m_axis_tvalid === 1'b1 && !m_axis_tready;
            held_last = m_axis_tlast;
            held_data = m_axis_tdata;
        end
    endtask

    task observe_status;
        begin
            if (status_short !== 1'b0 && !short_due) protocol_error("status_short is set without a cause");
            if (status_long !== 1'b0 && !long_due) protocol_error("status_long is set without a cause");
            if (status_short !== 1'b1 && short_seen) protocol_error("status_short is not sticky");
            if (status_long !== 1'b1 && long_seen) protocol_error("status_long is not sticky");
            short_seen = short_seen || status_short === 1'b1;
            long_seen = long_seen || status_long === 1'b1;
        end
    endtask

    // ---- one cycle: drive, sample at the rising edge, count ------------------------------------------------------
    reg moved_in, moved_out;

    task step;
        begin
            step_source;
            step_sink;
            @(posedge aclk);
            moved_in = s_axis_tvalid && s_axis_tready === 1'b1;
            moved_out = m_axis_tvalid === 1'b1 && m_axis_tready;
            observe;
            valid_waits = m_axis_tvalid === 1'b1 && !moved_out;
            if (moved_out) receive;
            if (moved_in) beat_taken;
            observe_status;
            // Only cycles in which the design could have moved count as idle.
            if (moved_in || moved_out) idle = 0;
            else if (!sink_pausing && !stopped && (s_axis_tvalid || in_frame == script)) idle = idle + 1;
            deadlock = !draining && idle >= max_idle;
            cycle = cycle + 1;
            if (cycle % PROGRESS_CYCLES == 0)
                $fdisplay(32'h8000_0002, "%0d of %0d frames, %0d cycles", out_frame, script, cycle);
            #1;
            if (moved_in) begin
                s_axis_tvalid = 1'b0;
                s_axis_tdata = {IN_W{1'bx}};
                s_axis_tlast = 1'bx;
                s_axis_tuser = 1'bx;
            end
        end
    endtask

    // Frames of random data, to be cut off by a reset. A wild sink pauses, and wild frames have wrong lengths. A wild run
    // ends within a frame.
    task send_garbage(input integer cycles, input wild);
        integer at, i; // beats of the frame that were sent, cycles
        begin
            random_beat;
            at = 0;
            i = 0;
            while (i < cycles || (wild && (at == 0 || at >= IN_BEATS) && i < 2 * cycles)) begin
                m_axis_tready = !wild || {$random(sink_seed)} % 2 == 0;
                s_axis_tvalid = 1'b1;
                s_axis_tlast = (at == IN_BEATS - 1) != (wild && beat_in[3:0] == 4'd5);
                s_axis_tuser = beat_in[0];
                s_axis_tdata = beat_in;
                @(posedge aclk);
                if (s_axis_tready === 1'b1) begin
                    random_beat;
                    at = s_axis_tlast ? 0 : at + 1;
                end
                i = i + 1;
                #1;
            end
            s_axis_tvalid = 1'b0;
            s_axis_tdata = {IN_W{1'bx}};
            s_axis_tlast = 1'bx;
            s_axis_tuser = 1'bx;
        end
    endtask

    task reset(input integer cycles);
        begin
            aresetn = cycles == 0;
            repeat (cycles) @(posedge aclk);
            if (cycles > 1 && m_axis_tvalid !== 1'b0) protocol_error("m_axis_tvalid is not low in reset");
            if (cycles > 0) #1;
            aresetn = 1'b1;
        end
    endtask

    function flooded(input integer beats);
        flooded = beats > (script + 1) * OUT_BEATS + 64;
    endfunction

    // Waits for beats that should not come.
    task drain;
        integer wait_cycles;
        begin
            draining = 1'b1;
            wait_cycles = 256 + cycle / 4;
            if (wait_cycles > max_idle) wait_cycles = max_idle;
            idle = 0;
            while (!deadlock && idle < wait_cycles && !flooded(received)) step;
            if (short_due && !short_seen) protocol_error("status_short was not set by a short frame");
            if (long_due && !long_seen) protocol_error("status_long was not set by a long frame");
        end
    endtask

    `include "tb_phases.vh"

    // ---- results -------------------------------------------------------------------------------------------------
    real interval;
    integer latency;
    reg passed;

    task report;
        begin
            interval = interval_count == 0 ? 0.0 : 1.0 * interval_sum / interval_count;
            latency = frames_out == 0 ? 0 : first_frame_end - first_in;
            passed = all_right(0);
            if (phase > 0 && !passed) $display("this was in the phase '%0s', after all frames were right", phase_name(phase));
            $display("%0s %0s: frames=%0d beats=%0d mismatches=%0d protocol_errors=%0d interval=%0.1f (%0d to %0d) latency=%0d cycles=%0d stall=%0d seed=%0d",
                passed ? "PASS" : "FAIL", `SYSTOLE_DESIGN, frames_out, beats_out, mismatches, protocol_errors, interval,
                interval_min, interval_max, latency, total_cycles, stall, seed);
            if ($value$plusargs("json=%s", json_file)) write_json;
        end
    endtask

    task write_json;
        begin
            json_fd = $fopen(json_file, "w");
            $fdisplay(json_fd, "{\"design\": \"%0s\", \"simulator\": \"iverilog\", \"frames\": %0d, \"beats\": %0d,",
                `SYSTOLE_DESIGN, frames_out, beats_out);
            $fdisplay(json_fd, " \"mismatches\": %0d, \"protocol_errors\": %0d, \"deadlock\": %0s,",
                mismatches, protocol_errors, deadlock ? "true" : "false");
            $fdisplay(json_fd, " \"interval_cycles\": %0.3f, \"interval_min\": %0d, \"interval_max\": %0d, \"latency_cycles\": %0d,",
                interval, interval_min, interval_max, latency);
            $fdisplay(json_fd, " \"total_cycles\": %0d, \"stall\": %0d, \"seed\": %0d, \"sim_cycles_per_second\": 0,",
                total_cycles, stall, seed);
            $fwrite(json_fd, " \"passed\": %0s, \"phase\": \"%0s\", \"first_mismatch\": ",
                passed ? "true" : "false", phase > 0 && !passed ? phase_name(phase) : "");
            if (mismatches == 0) $fdisplay(json_fd, "null}");
            else $fdisplay(json_fd, "{\"frame\": %0d, \"y\": %0d, \"x\": %0d, \"channel\": %0d, \"expected\": \"%0d\", \"got\": \"%0d\", \"cycle\": %0d}}",
                first_frame, first_y, first_x, first_channel, first_expected, first_got, first_cycle);
            $fclose(json_fd);
        end
    endtask

    initial begin : main
        mismatches = 0; protocol_errors = 0; first_in = 0; first_frame_end = 0; last_frame_end = 0;
        interval_sum = 0; interval_count = 0; interval_min = 0; interval_max = 0;
        read_options;
        begin_phase(0);
        script = frames;
        source_stretch = stretch({$random(source_seed)} % 4);
        change_sink;
        send_garbage(garbage, 1'b0);
        reset(reset_cycles);
        go;
        frames_out = out_frame; beats_out = received; total_cycles = phase_cycles;
        if (phases > 0 && all_right(0)) run_phases;
        report;
        if (passed) $finish_and_return(0);
        else $finish_and_return(1);
    end
endmodule
