// Runs the C driver, exactly as its users get it, against the whole design. Each run below tests one purpose of the
// driver.
//   bench RUN INPUTS EXPECTED REALS [STALL [SEED [CYCLES]]]
// STALL is the percentage of cycles in which the DMA pauses. The run "rate" sends a batch that must not take more than
// CYCLES.
// DESIGN, MACRO and HEADER name the design of the driver.
extern "C" {
#include HEADER
}
#include <cmath>
#include <map>
#include <string>

#include "soc.h"

#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)
#define D(name) JOIN(DESIGN, name)
#define M(name) JOIN(MACRO, name)

using In = D(in);
using Out = D(out);
using Error = enum D(error);

constexpr uint64_t TIMEOUT = 5000;   // microseconds
constexpr uint64_t PROMPT = 100000;  // cycles that a frame takes at most
constexpr uint32_t RATED = 64;       // frames of the batch that is measured

static int failures = 0;

#define EXPECT(wanted, got) expect(#got, static_cast<long long>(wanted), static_cast<long long>(got), __LINE__)

static void expect(const char* what, long long wanted, long long got, int line) {
    if (wanted == got) return;
    if (failures++ < 10) std::printf("line %d: %s is %lld, not %lld\n", line, what, got, wanted);
}

template <class T>
static std::vector<T> load(const std::string& file) {
    std::FILE* f = std::fopen(file.c_str(), "rb");
    if (!f) broken("a file cannot be read");
    std::vector<T> all;
    T one;
    while (std::fread(&one, sizeof(T), 1, f) == 1) all.push_back(one);
    std::fclose(f);
    return all;
}

// The driver's access to the hardware, with hooks through which a test observes or spoils it.
struct Way {
    explicit Way(Soc& soc) : soc(soc) {}
    Soc& soc;
    std::map<uint32_t, uint32_t> spoilt;  // bits that come back wrong from a register
    long reads = 0, sleeps = 0;
    bool astray = false;  // buffers seem to lie where no memory is
    D(port) port = {this,
        [](void* c, uint32_t offset) {
            Way& w = *static_cast<Way*>(c);
            w.reads++;
            uint32_t value = w.soc.read(offset);
            return w.spoilt.count(offset) ? value ^ w.spoilt[offset] : value;
        },
        [](void* c, uint32_t offset, uint32_t value) { static_cast<Way*>(c)->soc.write(offset, value); },
        [](void* c, uint32_t offset) { return static_cast<Way*>(c)->soc.dma_read(offset); },
        [](void* c, uint32_t offset, uint32_t value) { static_cast<Way*>(c)->soc.dma_write(offset, value); },
        [](void* c, const void* buffer) {
            Way& w = *static_cast<Way*>(c);
            return w.soc.address(buffer) + (w.astray ? 0x80000000u : 0);
        },
        [](void* c, const void* buffer, size_t bytes) { static_cast<Way*>(c)->soc.flush(buffer, bytes); },
        [](void* c, void* buffer, size_t bytes) { static_cast<Way*>(c)->soc.invalidate(buffer, bytes); },
        [](void* c) { return static_cast<Way*>(c)->soc.cycles() / Soc::CYCLES_PER_MICROSECOND; },
        nullptr};
    void with_interrupt() {
        port.interrupt = [](void* c, uint64_t timeout) {
            Way& w = *static_cast<Way*>(c);
            w.sleeps++;
            const uint64_t end = w.soc.cycles() + timeout * Soc::CYCLES_PER_MICROSECOND;
            while (!w.soc.interrupt() && w.soc.cycles() < end) w.soc.run(1);
            return w.soc.interrupt() ? 0 : 1;
        };
    }
};

struct Frames {
    std::vector<In> inputs;
    std::vector<Out> expected;
    size_t count() const { return inputs.size() / M(IN_ELEMENTS); }
    const In* in(size_t i) const { return &inputs[i % count() * M(IN_ELEMENTS)]; }
    const Out* out(size_t i) const { return &expected[i % count() * M(OUT_ELEMENTS)]; }
};

// A device with its buffers, and frames to send it.
struct Rig {
    Soc& soc;
    Way& way;
    const Frames& frames;
    D(device) device;
    uint8_t* in = soc.cached();
    uint8_t* out = soc.cached() + M(IN_BATCH_BYTES)(RATED);

    Rig(Soc& soc, Way& way, const Frames& frames) : soc(soc), way(way), frames(frames) {
        EXPECT(M(OK), D(init)(&device, &way.port));
    }
    Error start(size_t i) {
        D(pack)(frames.in(i), in);
        std::memset(out, 0x5A, M(OUT_BUFFER_BYTES));
        return D(start)(&device, in, out);
    }
    Error start_batch(size_t first, uint32_t count) {
        for (size_t i = 0; i < count; i++) D(pack)(frames.in(first + i), in + i * M(IN_BYTES));
        std::memset(out, 0x5A, M(OUT_BATCH_BYTES)(count));
        return D(start_batch)(&device, in, out, count);
    }
    // Frame i is right, at its place in a batch.
    void right(size_t i, size_t place = 0) {
        std::vector<Out> got(M(OUT_ELEMENTS));
        D(unpack)(out + place * M(OUT_BYTES), got.data());
        EXPECT(0, std::memcmp(got.data(), frames.out(i), got.size() * sizeof(Out)));
    }
    void frame(size_t i) {
        const uint64_t before = soc.cycles();
        EXPECT(M(OK), start(i));
        EXPECT(M(OK), D(wait)(&device, TIMEOUT));
        EXPECT(1, soc.cycles() - before < PROMPT);
        right(i);
    }
};

static void identity(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    const std::map<uint32_t, Error> checked = {{M(REG_ID), M(ERROR_IDENTITY)}, {M(REG_VERSION), M(ERROR_VERSION)},
        {M(REG_NETWORK_HASH_LO), M(ERROR_NETWORK)}, {M(REG_NETWORK_HASH_HI), M(ERROR_NETWORK)}};
    for (const auto& [offset, error] : checked) {
        way.spoilt = {{offset, 1u << 16}};
        EXPECT(error, D(init)(&rig.device, &way.port));
    }
    way.spoilt.clear();
    EXPECT(M(ERROR_ARGUMENT), D(init)(nullptr, &way.port));
    EXPECT(M(ERROR_ARGUMENT), D(init)(&rig.device, nullptr));
    EXPECT(M(OK), D(init)(&rig.device, &way.port));
    rig.frame(0);
}

static void polled(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    for (size_t i = 0; i < frames.count(); i++) rig.frame(i);
    EXPECT(M(STATUS_IDLE), D(status)(&rig.device));
    EXPECT(0, soc.interrupt());
}

// A reset clears everything, also a state that is carried from frame to frame.
static void restarted(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    for (size_t last = 1; last <= frames.count(); last++) {
        for (size_t i = 0; i < last; i++) rig.frame(i);
        EXPECT(M(OK), D(reset)(&rig.device));
    }
}

static void interrupted(Soc& soc, Way& way, const Frames& frames) {
    way.with_interrupt();
    Rig rig(soc, way, frames);
    for (size_t i = 0; i < frames.count(); i++) {
        soc.hold_output = true;
        const long reads = way.reads, sleeps = way.sleeps;
        EXPECT(M(OK), rig.start(i));
        EXPECT(M(ERROR_TIMEOUT), D(wait)(&rig.device, 50));
        EXPECT(reads, way.reads);  // it sleeps instead of asking
        soc.hold_output = false;
        const uint64_t before = soc.cycles();
        EXPECT(M(OK), D(wait)(&rig.device, TIMEOUT));
        EXPECT(1, soc.cycles() - before < PROMPT);
        rig.right(i);
        EXPECT(1, way.sleeps > sleeps);
        EXPECT(0, soc.interrupt());
    }
}

// Batches of several sizes, and single frames behind them; the interrupt comes at most once, at the end of a batch.
static void batches(Soc& soc, Way& way, const Frames& frames) {
    for (const bool interrupt : {false, true}) {
        if (interrupt) way.with_interrupt();
        Rig rig(soc, way, frames);
        size_t next = 0;
        for (const uint32_t count : {1u, 3u, 2u, 0u}) {
            if (count == 0) {
                for (; next < frames.count(); next++) rig.frame(next);
                continue;
            }
            const long sleeps = way.sleeps;
            EXPECT(M(OK), rig.start_batch(next, count));
            EXPECT(M(ERROR_BUSY), rig.start_batch(next, count));
            EXPECT(M(OK), D(wait)(&rig.device, TIMEOUT));
            EXPECT(1, way.sleeps - sleeps <= (interrupt ? 1 : 0));
            for (size_t i = 0; i < count; i++) rig.right(next + i, i);
            next += count;
            EXPECT(M(STATUS_IDLE), D(status)(&rig.device));
            EXPECT(next, D(counters)(&rig.device).frames_out);
        }
        EXPECT(M(ERROR_ARGUMENT), D(start_batch)(&rig.device, rig.in, rig.out, 0));
        EXPECT(M(ERROR_ARGUMENT), D(start_batch)(&rig.device, rig.in, rig.out, M(MAX_FRAMES) + 1));
    }
}

// A batch takes no longer than the core does, from the call that starts it to the end of that which waits for it.
static void rate(Soc& soc, Way& way, const Frames& frames, uint64_t most) {
    Rig rig(soc, way, frames);
    for (size_t i = 0; i < RATED; i++) D(pack)(frames.in(i), rig.in + i * M(IN_BYTES));
    const uint64_t before = soc.cycles();
    EXPECT(M(OK), D(start_batch)(&rig.device, rig.in, rig.out, RATED));
    EXPECT(M(OK), D(wait)(&rig.device, TIMEOUT * RATED));
    const uint64_t took = soc.cycles() - before;
    for (size_t i = 0; i < RATED; i++) rig.right(i, i);
    std::printf("%u frames in %llu cycles, at most %llu\n", RATED, static_cast<unsigned long long>(took),
                static_cast<unsigned long long>(most));
    EXPECT(1, took <= most);
}

static void misuse(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    EXPECT(M(ERROR_IDLE), D(wait)(&rig.device, TIMEOUT));
    EXPECT(M(ERROR_ARGUMENT), D(start)(&rig.device, nullptr, rig.out));
    EXPECT(M(ERROR_ARGUMENT), D(start)(&rig.device, rig.in, nullptr));
    EXPECT(M(ERROR_ARGUMENT), D(start)(&rig.device, rig.in + 1, rig.out));
    EXPECT(M(ERROR_ARGUMENT), D(start)(&rig.device, rig.in, rig.out + 4));
    EXPECT(M(OK), rig.start(0));
    EXPECT(M(ERROR_BUSY), D(start)(&rig.device, rig.in, rig.out));
    EXPECT(M(OK), D(wait)(&rig.device, TIMEOUT));
    rig.right(0);
    EXPECT(M(ERROR_IDLE), D(wait)(&rig.device, TIMEOUT));
}

static void late(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    soc.hold_input = true;
    EXPECT(M(OK), rig.start(1));
    const uint64_t before = soc.cycles();
    EXPECT(M(ERROR_TIMEOUT), D(wait)(&rig.device, 20));
    EXPECT(1, soc.cycles() - before >= 19 * Soc::CYCLES_PER_MICROSECOND);
    EXPECT(M(ERROR_BUSY), D(start)(&rig.device, rig.in, rig.out));
    soc.hold_input = false;
    EXPECT(M(OK), D(wait)(&rig.device, TIMEOUT));
    rig.right(1);
}

static void wrong_length(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    for (size_t i = 0; i < 2; i++) {
        if (M(IN_BEATS) > 1) {
            soc.missing_beats = 1;
            EXPECT(M(OK), rig.start(i));
            EXPECT(M(ERROR_SHORT_FRAME), D(wait)(&rig.device, TIMEOUT));
            rig.frame(i + 1);
        }
        soc.extra_beats = 3;
        EXPECT(M(OK), rig.start(i));
        EXPECT(M(ERROR_LONG_FRAME), D(wait)(&rig.device, TIMEOUT));
        rig.frame(i + 1);
    }
    EXPECT(M(STATUS_IDLE), D(status)(&rig.device));
}

// Resets in the middle of a frame at many moments, two in a row, and with the interrupt line high.
static void resets(Soc& soc, Way& way, const Frames& frames) {
    way.with_interrupt();
    Rig rig(soc, way, frames);
    for (size_t i = 0; i < 24; i++) {
        soc.hold_output = i % 3 == 0;
        EXPECT(M(OK), rig.start(i));
        soc.run(7 * i * i);
        EXPECT(M(OK), D(reset)(&rig.device));
        if (i % 2 == 0) EXPECT(M(OK), D(reset)(&rig.device));
        soc.hold_output = false;
        EXPECT(M(ERROR_IDLE), D(wait)(&rig.device, TIMEOUT));
        EXPECT(M(STATUS_IDLE), D(status)(&rig.device));
        EXPECT(0, soc.interrupt());
        rig.frame(i + 1);
    }
}

static void dma_error(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    way.astray = true;
    EXPECT(M(OK), rig.start(0));
    EXPECT(M(ERROR_DMA), D(wait)(&rig.device, TIMEOUT));
    way.astray = false;
    EXPECT(M(OK), D(reset)(&rig.device));
    rig.frame(0);
}

static void counted(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    soc.run(70000);
    struct D(counters) first = D(counters)(&rig.device);
    const uint64_t before = soc.cycles();
    EXPECT(0, first.frames_in);
    EXPECT(0, first.latency);
    EXPECT(1, first.cycles >= 70000 && first.cycles < 80000);
    for (size_t i = 0; i < 3; i++) rig.frame(i);
    struct D(counters) last = D(counters)(&rig.device);
    EXPECT(3, last.frames_in);
    EXPECT(3, last.frames_out);
    EXPECT(3 * M(IN_BEATS), last.beats_in);
    EXPECT(3 * M(OUT_BEATS), last.beats_out);
    const int64_t apart = last.cycles - first.cycles - (soc.cycles() - before);
    EXPECT(1, apart > -200 && apart < 200);
    EXPECT(1, last.latency >= M(OUT_BEATS) && last.latency < last.cycles);
    soc.hold_input = true;
    EXPECT(M(OK), rig.start(0));
    soc.hold_input = false;
    soc.hold_output = true;
    soc.run(200);
    EXPECT(M(STATUS_BUSY), D(status)(&rig.device));
    soc.hold_output = false;
    EXPECT(M(OK), D(wait)(&rig.device, TIMEOUT));
}

// Checks that only the user clears STALLED.
static void flags(Soc& soc, Way& way, const Frames& frames) {
    Rig rig(soc, way, frames);
    soc.write(M(REG_STALL_LIMIT), 100);
    soc.hold_output = true;
    EXPECT(M(OK), rig.start(0));
    for (uint64_t i = 0; i < TIMEOUT / 50 && !(D(status)(&rig.device) & M(STATUS_STALLED)); i++) {
        EXPECT(M(ERROR_TIMEOUT), D(wait)(&rig.device, 50));
    }
    soc.hold_output = false;
    EXPECT(M(OK), D(wait)(&rig.device, TIMEOUT));
    EXPECT(M(STATUS_IDLE) | M(STATUS_STALLED), D(status)(&rig.device));
    D(clear)(&rig.device, M(STATUS_STALLED));
    EXPECT(M(STATUS_IDLE), D(status)(&rig.device));
    rig.right(0);
}

struct Real {
    double real;
    int64_t element;
};

// Compares the conversion of numbers with the golden definition, and sends frames of real numbers through the hardware.
static void reals(Soc& soc, Way& way, const Frames& frames, const std::vector<Real>& table) {
    for (const Real& r : table) EXPECT(r.element, D(quantize)(r.real));
    EXPECT(1, table.size() > 100);
    Rig rig(soc, way, frames);
    std::vector<float> real(M(IN_ELEMENTS)), result(M(OUT_ELEMENTS));
    for (size_t i = 0; i < frames.count(); i++) {
        for (size_t k = 0; k < real.size(); k++) {
            real[k] = static_cast<float>(M(IN_SCALE) * (frames.in(i)[k] - M(IN_ZERO)));
        }
        D(pack_real)(real.data(), rig.in);
        EXPECT(M(OK), D(start)(&rig.device, rig.in, rig.out));
        EXPECT(M(OK), D(wait)(&rig.device, TIMEOUT));
        D(unpack_real)(rig.out, result.data());
        for (size_t k = 0; k < result.size(); k++) {
            const double wanted = M(OUT_SCALE) * (frames.out(i)[k] - M(OUT_ZERO));
            EXPECT(1, result[k] == static_cast<float>(wanted) && D(dequantize)(frames.out(i)[k]) == wanted);
        }
    }
}

int main(int argc, char** argv) {
    if (argc < 5) broken("usage: bench RUN INPUTS EXPECTED REALS [STALL [SEED [CYCLES]]]");
    const std::string wanted = argv[1];
    const Frames frames = {load<In>(argv[2]), load<Out>(argv[3])};
    const std::vector<Real> table = load<Real>(argv[4]);
    const unsigned stall = argc > 5 ? std::atoi(argv[5]) : 0;
    const uint64_t seed = argc > 6 ? std::atoi(argv[6]) : 1;
    const uint64_t most = argc > 7 ? std::strtoull(argv[7], nullptr, 10) : 0;
    const std::map<std::string, std::function<void(Soc&, Way&)>> runs = {
        {"batches", [&](Soc& s, Way& w) { batches(s, w, frames); }},
        {"rate", [&](Soc& s, Way& w) { rate(s, w, frames, most); }},
        {"identity", [&](Soc& s, Way& w) { identity(s, w, frames); }},
        {"polled", [&](Soc& s, Way& w) { polled(s, w, frames); }},
        {"restarted", [&](Soc& s, Way& w) { restarted(s, w, frames); }},
        {"interrupted", [&](Soc& s, Way& w) { interrupted(s, w, frames); }},
        {"misuse", [&](Soc& s, Way& w) { misuse(s, w, frames); }},
        {"late", [&](Soc& s, Way& w) { late(s, w, frames); }},
        {"wrong_length", [&](Soc& s, Way& w) { wrong_length(s, w, frames); }},
        {"resets", [&](Soc& s, Way& w) { resets(s, w, frames); }},
        {"dma_error", [&](Soc& s, Way& w) { dma_error(s, w, frames); }},
        {"counted", [&](Soc& s, Way& w) { counted(s, w, frames); }},
        {"flags", [&](Soc& s, Way& w) { flags(s, w, frames); }},
        {"reals", [&](Soc& s, Way& w) { reals(s, w, frames, table); }},
    };
    for (const auto& [name, run] : runs) {
        if (wanted != name && (wanted != "all" || name == "rate")) continue;
        const int before = failures;
        Soc soc(M(IN_BEAT_BYTES), M(OUT_BEAT_BYTES), stall, seed);
        Way way(soc);
        run(soc, way);
        std::printf("%s %s: %llu cycles\n", failures == before ? "PASS" : "FAIL", name.c_str(),
                    static_cast<unsigned long long>(soc.cycles()));
    }
    return failures == 0 ? 0 : 1;
}
