// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// Generic Verilator testbench: streams frames through a design with random pauses on both sides and compares every
// output beat with the expected one. If all is well, two phases follow, each after a reset of its own. In the first, the
// sink stops while the source goes on. In the second, the reset cuts off a frame, and frames of wrong length are sent.
// The file design.h has everything that differs between designs. --help lists the options.
#include "tb_run.h"

// The frames as they are in the files, some of them of wrong length.
static Script frames_of_files(const Options& o, const Vectors& vectors) {
    Script script;
    for (long k = 0; k < vectors.frames; k++) {
        script.push_back(vectors.item(k));
        script.back().extra = o.short_frames.count(k) ? -1 : o.long_frames.count(k) ? EXTRA_BEATS : 0;
    }
    return script;
}

// A right frame, one of half the length, a long one, and a right one.
static Script frames_of_any_length(const Vectors& vectors) {
    Script script{{0, 0, true}};
    if (IN_BEATS > 1) script.push_back({0, -IN_BEATS / 2, true});
    script.push_back({0, EXTRA_BEATS, true});
    script.push_back(vectors.item(vectors.frames > 1));
    return script;
}

class Bench {
  public:
    Bench(const Options& o, const Vectors& vectors)
        : options_(o), vectors_(vectors), dut_(o), run_(dut_, vectors, frames_of_files(o, vectors), o.stall, o) {}

    bool go() {
        dut_.send_garbage(options_.garbage, false);
        run_.reset(options_.reset_cycles);
        run_.go();
        if (!passed() || options_.phases == 0) return passed();
        Run stopped(dut_, vectors_, {}, 0, options_);
        stopped.reset(kReset);
        stopped.stop_sink(PASSAGE);
        stopped.go();
        keep("stopped sink", stopped);
        if (!passed()) return false;
        Run wrong(dut_, vectors_, frames_of_any_length(vectors_), 0.5, options_);
        dut_.send_garbage(PASSAGE - PASSAGE / 4, true);
        wrong.reset(kReset);
        if (wrong.go()) wrong.reset_status(kReset);
        keep("reset and wrong frames", wrong);
        return passed();
    }

    void report() const {
        const Checker& checker = run_.checker();
        Interval interval = checker.interval();
        std::printf("%s %s: frames=%ld beats=%ld mismatches=%ld protocol_errors=%ld interval=%.1f (%ld to %ld) "
                    "latency=%ld cycles=%ld stall=%.0f seed=%llu, %.0f cycles/s\n",
                    passed() ? "PASS" : "FAIL", DESIGN, checker.frames_done(), checker.received(),
                    mismatches_ + checker.mismatches(), protocol_errors_ + checker.protocol_errors(), interval.mean,
                    interval.min, interval.max, run_.latency(), run_.total_cycles(), 100 * options_.stall,
                    (unsigned long long)options_.seed, run_.rate());
        if (!options_.json.empty()) write_json(interval);
    }

    bool passed() const { return run_.passed() && *phase_ == 0; }

  private:
    static constexpr long kReset = 8;

    // Keeps what a phase finds.
    void keep(const char* phase, const Run& run) {
        if (run.passed()) return;
        phase_ = phase;
        mismatches_ = run.checker().mismatches();
        protocol_errors_ = run.checker().protocol_errors();
        deadlock_ = run.deadlock();
        first_ = run.checker().first_mismatch();
        std::printf("this was in the phase '%s', after all frames were right\n", phase);
    }

    void write_json(const Interval& interval) const {
        const Checker& checker = run_.checker();
        std::FILE* f = std::fopen(options_.json.c_str(), "w");
        if (!f) usage("cannot write " + options_.json);
        std::fprintf(f,
                     "{\"design\": \"%s\", \"simulator\": \"verilator\", \"frames\": %ld, \"beats\": %ld,\n"
                     " \"mismatches\": %ld, \"protocol_errors\": %ld, \"deadlock\": %s,\n"
                     " \"interval_cycles\": %.3f, \"interval_min\": %ld, \"interval_max\": %ld, \"latency_cycles\": %ld,\n"
                     " \"total_cycles\": %ld, \"stall\": %.0f, \"seed\": %llu, \"sim_cycles_per_second\": %.0f,\n"
                     " \"passed\": %s, \"phase\": \"%s\", \"first_mismatch\": ",
                     DESIGN, checker.frames_done(), checker.received(), mismatches_ + checker.mismatches(),
                     protocol_errors_ + checker.protocol_errors(), run_.deadlock() || deadlock_ ? "true" : "false",
                     interval.mean, interval.min, interval.max, run_.latency(), run_.total_cycles(),
                     100 * options_.stall, (unsigned long long)options_.seed, run_.rate(), passed() ? "true" : "false",
                     phase_);
        const Mismatch& m = *phase_ ? first_ : checker.first_mismatch();
        if (mismatches_ + checker.mismatches() == 0) std::fprintf(f, "null}\n");
        else std::fprintf(f, "{\"frame\": %ld, \"y\": %ld, \"x\": %ld, \"channel\": %ld, \"expected\": %d, \"got\": %d, "
                          "\"cycle\": %ld}}\n", m.frame, m.y, m.x, m.channel, m.expected, m.got, m.cycle);
        std::fclose(f);
    }

    const Options& options_;
    const Vectors& vectors_;
    Dut dut_;
    Run run_;
    const char* phase_ = "";  // in which it failed
    long mismatches_ = 0, protocol_errors_ = 0;
    bool deadlock_ = false;
    Mismatch first_{};
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
    Vectors vectors{Beats(options.input, IN_BYTES), options.user.empty() ? Beats(1) : Beats(options.user, 1),
                    Beats(options.expected, OUT_BYTES), 0};
    vectors.frames = frames_to_run(options, vectors.input, vectors.user, vectors.expected);
    Bench bench(options, vectors);
    bool passed = bench.go();
    bench.report();
    return passed ? 0 : 1;
}
