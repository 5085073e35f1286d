// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// The runs of tb.v. Phase 0 sends the frames of the files. If all is well, two phases follow, each after a reset of its
// own. In the first, the sink stops while the source goes on. In the second, the reset cuts off a frame, and frames of
// wrong length are sent.
    localparam integer RESET = 8;
    integer phase, script, options_stall, frames_out, beats_out, phase_cycles; // script: so many frames are sent
    reg stopped;                                                                // the sink takes nothing

    // The frame of the files that is sent as number i.
    function integer frame_of(input integer i);
        frame_of = phase == 0 ? i : phase == 1 ? i % frames : i == script - 1 && frames > 1 ? 1 : 0;
    endfunction

    // The beats that it has more than a right frame.
    function integer extra_of(input integer i);
        if (phase == 0) extra_of = i == short_frame ? -1 : i == long_frame ? EXTRA_BEATS : 0;
        else if (phase == 1) extra_of = 0;
        else extra_of = i == script - 2 ? EXTRA_BEATS : i == script - 3 ? -(IN_BEATS / 2) : 0;
    endfunction

    function [8*24-1:0] phase_name(input integer number);
        phase_name = number == 1 ? "stopped sink" : "reset and wrong frames";
    endfunction

    function all_right(input unused);
        all_right = !deadlock && out_frame == script && mismatches == 0 && protocol_errors == 0;
    endfunction

    task begin_phase(input integer number);
        begin
            phase = number;
            script = 0; cycle = 0; idle = 0; received = 0; out_frame = 0; out_beat = 0; in_frame = 0; in_beat = 0; sent = 0;
            source_pausing = 1'b0; sink_pausing = 1'b0; valid_waits = 1'b0; stalled = 1'b0; deadlock = 1'b0; draining = 1'b0;
            short_due = 1'b0; long_due = 1'b0; short_seen = 1'b0; long_seen = 1'b0; stopped = 1'b0; coy = 1'b0;
        end
    endtask

    // Sends the frames of the script and waits for all that comes out.
    task go;
        begin
            while (!deadlock && !flooded(received) && (received < script * OUT_BEATS || in_frame < script)) step;
            phase_cycles = cycle;
            if (deadlock)
                $display("deadlock: no handshake for %0d cycles at cycle %0d, after %0d beats in (frame %0d of %0d) and %0d of %0d out",
                    idle, cycle, sent, in_frame, script, received, script * OUT_BEATS);
            else drain;
        end
    endtask

    // Holds the sink while the source sends one frame after the other, until it was refused for so many cycles on end.
    task stop_sink(input integer cycles);
        integer refused, i;
        begin
            stopped = 1'b1;
            refused = 0;
            for (i = 0; refused < cycles && i < 16 * cycles; i = i + 1) begin
                if (in_frame == script) script = script + 1;
                step;
                refused = moved_in ? 0 : refused + 1;
            end
            stopped = 1'b0;
        end
    endtask

    task run_phases;
        begin
            options_stall = stall;
            begin_phase(1);
            stall = 0;
            reset(RESET);
            stop_sink(`SYSTOLE_PASSAGE);
            go;
            if (all_right(0)) begin
                send_garbage(`SYSTOLE_PASSAGE - `SYSTOLE_PASSAGE / 4, 1'b1);
                begin_phase(2);
                stall = 50;
                script = IN_BEATS > 1 ? 4 : 3;
                reset(RESET);
                change_sink;
                go;
                reset(RESET);
                if (status_short !== 1'b0 || status_long !== 1'b0) protocol_error("a status bit outlives a reset");
            end
            stall = options_stall;
        end
    endtask
