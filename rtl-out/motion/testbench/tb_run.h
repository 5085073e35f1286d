// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// A run: the frames of a script go through the design after a reset, and every beat that comes out is compared.
#pragma once
#include <chrono>

#include "tb_checker.h"
#include "tb_dut.h"

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// The contents of the vector files.
struct Vectors {
    Beats input, user, expected;
    long frames;

    // A frame of right length.
    Item item(long frame) const { return {frame, 0, user.count() > 0 && user[frame][0] != 0}; }
};

class Run {
  public:
    Run(Dut& dut, const Vectors& vectors, Script script, double stall, const Options& o)
        : dut_(dut), vectors_(vectors), script_(std::move(script)), options_(o),
          source_(vectors.input, script_, stall, o.seed), checker_(vectors.expected, script_),
          sink_pauses_(stall, 2 * o.seed + 1) {}

    void reset(long cycles) {
        if (!dut_.reset(cycles)) checker_.error(-1, "m_axis_tvalid is high in reset");
    }

    // A reset after the run clears the status bits.
    void reset_status(long cycles) {
        dut_.reset(cycles);
        if (dut_->status_short || dut_->status_long) checker_.error(cycle_, "a status bit outlives a reset");
    }

    // Holds the sink while the source sends one frame after the other, the first of the file again after the last. The
    // sink goes on when the source has been refused for so many cycles on end.
    void stop_sink(long cycles) {
        long refused = 0;
        for (long i = 0; refused < cycles && i < 16 * cycles && !dut_.finished(); i++) {
            if (source_.done()) {
                Item next = vectors_.item(static_cast<long>(script_.size()) % vectors_.frames);
                next.fresh |= next.frame == 0;
                script_.push_back(next);
            }
            refused = step(true) ? 0 : refused + 1;
        }
    }

    bool go() {
        while (!ended()) step(false);
        total_cycles_ = cycle_;
        if (dut_.finished()) checker_.error(cycle_, "the design called $finish");
        drain();
        checker_.finish(cycle_);
        return passed();
    }

    const Checker& checker() const { return checker_; }
    bool passed() const { return checker_.passed() && !deadlock_; }
    bool deadlock() const { return deadlock_; }
    long total_cycles() const { return total_cycles_; }
    double rate() const { return cycle_ / std::max(1e-9, seconds_since(start_)); }
    long latency() const { return checker_.frames_done() > 0 ? checker_.first_frame_end() - first_in_ : 0; }

  private:
    // Returns whether a beat went in.
    bool step(bool stopped) {
        source_.step();
        bool pause = sink_pauses_.step() || stopped;
        bool ready = !pause && (!sink_pauses_.coy() || valid_waits_);
        dut_->s_axis_tvalid = source_.valid();
        dut_->s_axis_tlast = source_.valid() ? source_.last() : cycle_ & 1;
        write_port(dut_->s_axis_tdata, source_.data(), IN_BYTES);
        dut_.set_user(source_.user());
        dut_->m_axis_tready = ready;
        dut_.clock(0);

        bool in = source_.valid() && dut_->s_axis_tready;
        bool valid = dut_->m_axis_tvalid, out = valid && ready;
        uint8_t beat[OUT_BYTES];
        read_port(dut_->m_axis_tdata, beat, OUT_BYTES);
        checker_.observe(cycle_, valid, ready, dut_->m_axis_tlast, beat);
        checker_.observe_status(cycle_, dut_->status_short, dut_->status_long, in && source_.shows_short(),
                                in && source_.shows_long());
        valid_waits_ = valid && !out;
        if (out) sink_pauses_.beat_passed();
        dut_.clock(1);

        if (in) {
            if (source_.sent() == 0) first_in_ = cycle_;
            source_.accepted();
        }
        watch(in || out, pause || source_.pausing());
        cycle_++;
        if ((cycle_ & 0xfff) == 0) progress();
        return in;
    }

    bool ended() const {
        bool done = checker_.complete() && source_.done();
        return done || deadlock_ || checker_.flooded() || dut_.finished();
    }

    // Only cycles in which the design could have moved count as idle.
    void watch(bool moved, bool paused) {
        idle_ = moved ? 0 : idle_ + !paused;
        if (idle_ < options_.max_idle || draining_) return;
        deadlock_ = true;
        std::printf("deadlock: no handshake for %ld cycles at cycle %ld, after %ld beats in (frame %zu of %zu) and %ld "
                    "of %ld out\n", idle_, cycle_, source_.sent(), source_.item(), script_.size(), checker_.received(),
                    static_cast<long>(script_.size()) * OUT_BEATS);
    }

    // Waits for beats that should not come.
    void drain() {
        draining_ = true;
        long wait = std::min(options_.max_idle, 256 + total_cycles_ / 4);
        idle_ = 0;
        while (!deadlock_ && idle_ < wait && !checker_.flooded() && !dut_.finished()) step(false);
    }

    void progress() {
        double now = seconds_since(start_);
        if (now - reported_ < 2) return;
        reported_ = now;
        std::fprintf(stderr, "%s: %ld of %zu frames, %ld cycles, %.0f cycles/s\n", DESIGN, checker_.frames_done(),
                     script_.size(), cycle_, rate());
    }

    Dut& dut_;
    const Vectors& vectors_;
    Script script_;
    const Options& options_;
    Source source_;
    Checker checker_;
    Pauses sink_pauses_;
    const Clock::time_point start_ = Clock::now();
    double reported_ = 0;
    long cycle_ = 0, idle_ = 0, first_in_ = 0, total_cycles_ = 0;  // cycle 0 is the first after reset
    bool valid_waits_ = false, deadlock_ = false, draining_ = false;
};
