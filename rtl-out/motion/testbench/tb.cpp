// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// Generic Verilator testbench: streams frames through a design with random pauses on both sides and compares every
// output beat with the expected one. The file design.h has everything that differs between designs. --help lists the
// options.
#include "Vdut.h"
#include "verilated.h"
#if VM_TRACE
#include "verilated_fst_c.h"
#endif

#include <chrono>
#include <memory>

#include "tb_checker.h"

using Clock = std::chrono::steady_clock;

static double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

class Bench {
  public:
    Bench(const Options& o, const Beats& input, const Beats& user, const Beats& expected, long frames)
        : options_(o), frames_(frames), source_(input, user, frames, o), checker_(expected, frames, o),
          sink_pauses_(o.stall, 2 * o.seed + 1), garbage_random_(o.seed + 99) {
        context_->randReset(2);  // what the design does not initialise starts at random
        context_->randSeed(static_cast<int>(o.seed % 0x7fffffff) + 1);
        context_->traceEverOn(!o.trace.empty());
        dut_ = std::make_unique<Vdut>(context_.get());
        open_trace();
    }

    ~Bench() {
#if VM_TRACE
        if (trace_) trace_->close();
#endif
        dut_->final();
    }

    bool run() {
        reset();
        while (!ended()) step();
        total_cycles_ = cycle_;
        if (context_->gotFinish()) checker_.error(cycle_, "the design called $finish");
        drain();
        checker_.finish(cycle_);
        return passed();
    }

    void report() const {
        Interval interval = checker_.interval();
        std::printf("%s %s: frames=%ld beats=%ld mismatches=%ld protocol_errors=%ld interval=%.1f (%ld to %ld) "
                    "latency=%ld cycles=%ld stall=%.0f seed=%llu, %.0f cycles/s\n",
                    passed() ? "PASS" : "FAIL", DESIGN, checker_.frames_done(), checker_.received(),
                    checker_.mismatches(), checker_.protocol_errors(), interval.mean, interval.min, interval.max,
                    latency(), total_cycles_, 100 * options_.stall, (unsigned long long)options_.seed, rate());
        if (!options_.json.empty()) write_json(interval);
    }

    bool passed() const { return checker_.passed() && !deadlock_; }

  private:
    // Half a clock period: inputs change with the falling edge, the design with the rising one.
    void clock(int level) {
        dut_->aclk = level;
        dut_->eval();
#if VM_TRACE
        if (trace_) trace_->dump(context_->time());
#endif
        context_->timeInc(1);
    }

#ifdef DESIGN_IS_STATEFUL
    void set_user(bool flag) { dut_->s_axis_tuser = flag; }
#else
    void set_user(bool) {}
#endif

    // Frames of random data, to be cut off by the reset.
    void send_garbage() {
        dut_->m_axis_tready = 1;
        std::vector<uint8_t> beat(IN_BYTES);
        garbage_random_.fill(beat);
        long sent = 0;
        for (long i = 0; i < options_.garbage; i++) {
            dut_->s_axis_tvalid = 1;
            dut_->s_axis_tlast = sent % IN_BEATS == IN_BEATS - 1;
            write_port(dut_->s_axis_tdata, beat.data(), IN_BYTES);
            set_user(beat[0] & 1);
            clock(0);
            if (dut_->s_axis_tready) {
                garbage_random_.fill(beat);
                sent++;
            }
            clock(1);
        }
    }

    void reset() {
        dut_->aresetn = 1;
        send_garbage();
        dut_->s_axis_tvalid = 0;
        for (long i = 0; i < options_.reset_cycles; i++) {
            dut_->aresetn = 0;
            clock(0);
            if (i > 0 && i == options_.reset_cycles - 1 && dut_->m_axis_tvalid) {
                checker_.error(-1, "m_axis_tvalid is high in reset");
            }
            clock(1);
        }
        dut_->aresetn = 1;
    }

    void step() {
        source_.step();
        bool pause = sink_pauses_.step();
        bool ready = !pause && (!sink_pauses_.coy() || valid_waits_);
        dut_->s_axis_tvalid = source_.valid();
        dut_->s_axis_tlast = source_.valid() ? source_.last() : cycle_ & 1;
        write_port(dut_->s_axis_tdata, source_.data(), IN_BYTES);
        set_user(source_.user());
        dut_->m_axis_tready = ready;
        clock(0);

        bool in = source_.valid() && dut_->s_axis_tready;
        bool valid = dut_->m_axis_tvalid, out = valid && ready;
        uint8_t beat[OUT_BYTES];
        read_port(dut_->m_axis_tdata, beat, OUT_BYTES);
        checker_.observe(cycle_, valid, ready, dut_->m_axis_tlast, beat);
        short_due_ |= in && source_.shows_short();
        long_due_ |= in && source_.shows_long();
        checker_.observe_status(cycle_, dut_->status_short, dut_->status_long, short_due_, long_due_);
        valid_waits_ = valid && !out;
        if (out) sink_pauses_.beat_passed();
        clock(1);

        if (in) {
            if (source_.sent() == 0) first_in_ = cycle_;
            source_.accepted();
        }
        watch(in || out, pause || source_.pausing());
        cycle_++;
        if ((cycle_ & 0xfff) == 0) progress();
    }

    bool ended() const {
        bool done = checker_.complete() && source_.done();
        return done || deadlock_ || checker_.flooded() || context_->gotFinish();
    }

    // Only cycles in which the design could have moved count as idle.
    void watch(bool moved, bool paused) {
        idle_ = moved ? 0 : idle_ + !paused;
        if (idle_ < options_.max_idle || draining_) return;
        deadlock_ = true;
        std::printf("deadlock: no handshake for %ld cycles at cycle %ld, after %ld beats in (frame %ld of %ld) and %ld "
                    "of %ld out\n", idle_, cycle_, source_.sent(), source_.frame(), frames_, checker_.received(),
                    frames_ * OUT_BEATS);
    }

    // Waits for beats that should not come.
    void drain() {
        draining_ = true;
        long wait = std::min(options_.max_idle, 256 + total_cycles_ / 4);
        idle_ = 0;
        while (!deadlock_ && idle_ < wait && !checker_.flooded() && !context_->gotFinish()) step();
    }

    void progress() {
        double now = seconds_since(start_);
        if (now - reported_ < 2) return;
        reported_ = now;
        std::fprintf(stderr, "%s: %ld of %ld frames, %ld cycles, %.0f cycles/s\n", DESIGN, checker_.frames_done(),
                     frames_, cycle_, rate());
    }

    void open_trace() {
#if VM_TRACE
        if (options_.trace.empty()) return;
        trace_ = std::make_unique<VerilatedFstC>();
        dut_->trace(trace_.get(), 99);
        trace_->open(options_.trace.c_str());
#endif
    }

    double rate() const { return cycle_ / std::max(1e-9, seconds_since(start_)); }
    long latency() const { return checker_.frames_done() > 0 ? checker_.first_frame_end() - first_in_ : 0; }

    void write_json(const Interval& interval) const {
        std::FILE* f = std::fopen(options_.json.c_str(), "w");
        if (!f) usage("cannot write " + options_.json);
        std::fprintf(f,
                     "{\"design\": \"%s\", \"simulator\": \"verilator\", \"frames\": %ld, \"beats\": %ld,\n"
                     " \"mismatches\": %ld, \"protocol_errors\": %ld, \"deadlock\": %s,\n"
                     " \"interval_cycles\": %.3f, \"interval_min\": %ld, \"interval_max\": %ld, \"latency_cycles\": %ld,\n"
                     " \"total_cycles\": %ld, \"stall\": %.0f, \"seed\": %llu, \"sim_cycles_per_second\": %.0f,\n"
                     " \"passed\": %s, \"first_mismatch\": ",
                     DESIGN, checker_.frames_done(), checker_.received(), checker_.mismatches(),
                     checker_.protocol_errors(), deadlock_ ? "true" : "false", interval.mean, interval.min,
                     interval.max, latency(), total_cycles_, 100 * options_.stall, (unsigned long long)options_.seed,
                     rate(), passed() ? "true" : "false");
        const Mismatch& m = checker_.first_mismatch();
        if (checker_.mismatches() == 0) std::fprintf(f, "null}\n");
        else std::fprintf(f, "{\"frame\": %ld, \"y\": %ld, \"x\": %ld, \"channel\": %ld, \"expected\": %d, \"got\": %d, "
                          "\"cycle\": %ld}}\n", m.frame, m.y, m.x, m.channel, m.expected, m.got, m.cycle);
        std::fclose(f);
    }

    const Options& options_;
    const long frames_;
    Source source_;
    Checker checker_;
    Pauses sink_pauses_;
    Random garbage_random_;
    std::unique_ptr<VerilatedContext> context_ = std::make_unique<VerilatedContext>();
    std::unique_ptr<Vdut> dut_;
#if VM_TRACE
    std::unique_ptr<VerilatedFstC> trace_;
#endif
    const Clock::time_point start_ = Clock::now();
    double reported_ = 0;
    long cycle_ = 0, idle_ = 0, first_in_ = 0, total_cycles_ = 0;  // cycle 0 is the first after reset
    bool valid_waits_ = false, short_due_ = false, long_due_ = false, deadlock_ = false, draining_ = false;
};

// The frames to run, after a check that both files agree.
static long frames_to_run(const Options& o, const Beats& input, const Beats& user, const Beats& expected) {
    long in = input.count() / IN_BEATS, out = expected.count() / OUT_BEATS;
    if (in == 0 || input.count() % IN_BEATS != 0) usage(o.input + " does not hold whole frames");
    if (expected.count() % OUT_BEATS != 0) usage(o.expected + " does not hold whole frames");
    long frames = o.frames > 0 ? o.frames : in;
    if (user.count() > 0 && user.count() < static_cast<size_t>(frames)) usage(o.user + " holds too few frames");
    if (in < frames || out < frames) usage("the vector files hold fewer than " + std::to_string(frames) + " frames");
    return frames;
}

int main(int argc, char** argv) {
    Options options = parse_options(argc, argv);
    Beats input(options.input, IN_BYTES), expected(options.expected, OUT_BYTES);
    Beats user = options.user.empty() ? Beats(1) : Beats(options.user, 1);
    Bench bench(options, input, user, expected, frames_to_run(options, input, user, expected));
    bool passed = bench.run();
    bench.report();
    return passed ? 0 : 1;
}
