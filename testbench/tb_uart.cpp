// Tests of a whole design behind d_uart, through its two pins: tb_uart FRAMES [SCENARIO]
// FRAMES has a line for each frame: hex bytes in, a blank, hex bytes out. For a design that carries a state, the second
// column has the outputs when the frames come in this order, and a third column has the outputs from a fresh state.
#include <cstring>
#include <fstream>
#include <sstream>

#include "shell_uart.h"

struct Frame { Bytes in, out, fresh; };
static std::vector<Frame> frames;

enum Type { OPEN = 1, READ = 2, WRITE = 3, FRAME = 4, RESULT = 5, ANSWER = 0x80, ERROR = 0xFF };
enum Code { NONE = 0, CRC = 1, BROKEN_OFF = 2, TYPE = 3, LENGTH = 4, ADDRESS = 5, OFFSET = 6, FRAME_LONG = 7, BUSY = 8, EMPTY = 9 };

constexpr size_t CHUNK = 1024;
constexpr size_t FRAME_BYTES = static_cast<size_t>(IN_BEATS) * IN_CORE_BYTES;
constexpr size_t RESULT_BYTES = static_cast<size_t>(OUT_BEATS) * OUT_CORE_BYTES;

static Bytes unhex(const std::string& text) {
    Bytes bytes;
    for (size_t i = 0; i + 1 < text.size(); i += 2) bytes.push_back(static_cast<uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
    return bytes;
}

static Bytes little(uint32_t value, int bytes) {
    Bytes b;
    for (int i = 0; i < bytes; i++) b.push_back(static_cast<uint8_t>(value >> 8 * i));
    return b;
}

static uint32_t number(const Bytes& b, size_t at = 0) {
    uint32_t value = 0;
    for (size_t i = 0; i < 4 && at + i < b.size(); i++) value |= static_cast<uint32_t>(b[at + i]) << 8 * i;
    return value;
}

// The host's side of the protocol: one request at a time.
class Host {
  public:
    explicit Host(UartBench& bench) : bench(bench) {}

    Message ask(int type, const Bytes& payload = {}) {
        sequence = (sequence + 1) & 0xFF;
        return say({type, sequence, payload});
    }

    Message say(const Message& m) {
        bench.put(UartBench::encode(m));
        Message answer{0, 0, {}};
        long limit = 10L * DIVISOR * static_cast<long>(m.payload.size() + CHUNK + 40) + (MESSAGE_MS + 3) * CYCLES_PER_MS;
        if (!bench.await(answer, limit)) bench.fail("no answer to a request of type " + std::to_string(m.type));
        else if (answer.sequence != m.sequence) bench.fail("an answer with another number than its request");
        else if (answer.type != (m.type | ANSWER) && answer.type != ERROR) bench.fail("an answer of another type");
        return answer;
    }

    int error(const Message& m) { return m.type == ERROR && m.payload.size() == 1 ? m.payload[0] : NONE; }

    void expect(const Message& m, int code, const char* what) {
        if (m.type == 0 || error(m) != code) bench.fail(std::string(what) + ": error " + std::to_string(error(m)));
    }

    void open() {
        Message m = ask(OPEN);
        if (m.payload != Bytes{1, 0, CHUNK & 0xFF, CHUNK >> 8}) bench.fail("OPEN is answered wrongly");
    }

    uint32_t read(uint32_t address) {
        Message m = ask(READ, little(address, 2));
        if (m.payload.size() != 4) bench.fail("a read is not answered with a value");
        return number(m.payload);
    }

    Message write(uint32_t address, uint32_t value) {
        Bytes payload = little(address, 2);
        for (uint8_t b : little(value, 4)) payload.push_back(b);
        return ask(WRITE, payload);
    }

    Message part(const Bytes& frame, size_t offset, size_t bytes) {
        Bytes payload = little(static_cast<uint32_t>(offset), 4);
        for (size_t i = 0; i < bytes; i++) payload.push_back(offset + i < frame.size() ? frame[offset + i] : 0);
        return ask(FRAME, payload);
    }

    void send(const Bytes& frame, size_t most = CHUNK) {
        for (size_t at = 0; at < frame.size(); at += most) {
            Message m = part(frame, at, std::min(most, frame.size() - at));
            for (int tries = 0; error(m) == BUSY && tries < 20; tries++) {
                bench.run(CYCLES_PER_MS);
                m = part(frame, at, std::min(most, frame.size() - at));
            }
            expect(m, NONE, "a part of a frame is refused");
        }
    }

    void receive(const Bytes& want) {
        Bytes got;
        while (got.size() < want.size()) {
            Message m = ask(RESULT);
            if (m.type != (RESULT | ANSWER) || m.payload.size() < 5) return bench.fail("no result: error " + std::to_string(error(m)));
            if (number(m.payload) != got.size()) return bench.fail("a part of a result at a wrong offset");
            if (m.payload.size() - 4 != std::min(CHUNK, want.size() - got.size())) return bench.fail("a part of a result of a wrong length");
            got.insert(got.end(), m.payload.begin() + 4, m.payload.end());
        }
        if (got != want) bench.fail("a wrong result");
    }

    void frame(size_t index, size_t most = CHUNK) {
        send(frames[index % frames.size()].in, most);
        receive(frames[index % frames.size()].out);
    }

    UartBench& bench;
    int sequence = 0;
};

static void check(Host& h, bool holds, const char* what) { if (!holds) h.bench.fail(what); }

static void clear(Host& h) {
    h.write(STATUS, ~0u);
    h.write(IRQ_STATUS, ~0u);
}

// ---------------------------------------------------------------- scenarios

// Sends a frame at the speed of the line.
static void basic(Host& h) {
    h.open();
    check(h, h.read(ID) == REGISTERS[0].reset, "ID is wrong");
    h.frame(0);
    check(h, h.read(FRAMES_OUT) == 1, "FRAMES_OUT is wrong");
    check(h, !h.bench.error(), "an error without a cause");
}

// Reads and writes all registers, and addresses without a register.
static void registers(Host& h) {
    h.open();
    for (const RegisterInfo& r : REGISTERS) {
        uint32_t fixed = r.constant | r.read_write | r.w1c;
        if ((h.read(r.offset) & fixed) != (r.reset & fixed)) h.bench.fail(std::string(r.name) + " is wrong after reset");
        bool writable = r.read_write | r.w1c | r.self_clearing;
        uint32_t value = 0x5A96C33Fu & ~r.self_clearing & ~(r.offset == CONTROL ? CONTROL_LOOP : 0);
        h.expect(h.write(r.offset, value), writable ? NONE : ADDRESS, r.name);
        if ((h.read(r.offset) & r.read_write) != (value & r.read_write)) h.bench.fail(std::string(r.name) + " does not hold");
        h.write(r.offset, r.reset & r.read_write);
    }
    for (uint32_t address : {0x100u, 0xFFCu, 0x1000u, 0x8040u}) {
        h.expect(h.ask(READ, little(address, 2)), ADDRESS, "a read from nowhere");
        h.expect(h.write(address, 1), ADDRESS, "a write to nowhere");
    }
    check(h, h.read(CONTROL) == CONTROL_ENABLE, "CONTROL was hit by a write elsewhere");
}

// Sends frames in parts of all lengths, with several under way, and fetches results when the design is full.
static void many(Host& h) {
    h.open();
    size_t parts[] = {CHUNK, 1, 7, 64, FRAME_BYTES - 1};
    for (size_t i = 0; i < 5; i++) h.frame(i, std::max<size_t>(std::min(parts[i], CHUNK), FRAME_BYTES > 600 ? 50 : 1));
    h.send(frames[1].in);
    h.send(frames[2].in);
    h.receive(frames[1].out);
    h.receive(frames[2].out);
    h.expect(h.ask(RESULT), EMPTY, "a result of no frame");
    check(h, h.read(FRAMES_IN) == 7 && h.read(FRAMES_OUT) == 7, "the frames do not count");
    check(h, !(h.read(STATUS) & ~STATUS_IDLE), "errors without a cause");
}

// Checks that a full design refuses parts, answers all other requests, and continues when results are fetched.
static void busy(Host& h) {
    h.open();
    size_t sent = 0;
    Message m{0, 0, {}};
    for (; sent < 100; sent++) {
        size_t at = 0;
        for (; at < FRAME_BYTES; at += std::min(CHUNK, FRAME_BYTES - at)) {
            m = h.part(frames[sent % frames.size()].in, at, std::min(CHUNK, FRAME_BYTES - at));
            if (h.error(m)) break;
        }
        if (h.error(m)) break;
    }
    h.expect(m, BUSY, "a design that never is full");
    check(h, h.read(STATUS) & STATUS_BUSY, "not busy when full");
    check(h, h.bench.busy(), "led_busy is dark");
    size_t whole = h.read(FRAMES_IN);
    check(h, whole >= 1 && sent >= whole, "a full design without frames");
    h.write(CONTROL, CONTROL_ENABLE | CONTROL_SOFT_RESET);
    check(h, h.read(STATUS) & STATUS_ABORTED, "frames that were dropped are not flagged");
    clear(h);
    h.frame(3);
}

// Checks that repeated requests get the same answer and are done only once.
static void repeats(Host& h) {
    h.open();
    for (size_t at = 0; at < FRAME_BYTES; at += std::min(CHUNK, FRAME_BYTES - at)) {
        h.part(frames[0].in, at, std::min(CHUNK, FRAME_BYTES - at));
        Bytes payload = little(static_cast<uint32_t>(at), 4);
        size_t bytes = std::min(CHUNK, FRAME_BYTES - at);
        payload.insert(payload.end(), frames[0].in.begin() + static_cast<long>(at), frames[0].in.begin() + static_cast<long>(at + bytes));
        h.expect(h.say({FRAME, h.sequence, payload}), NONE, "a part that is said again");
    }
    Message first = h.ask(RESULT), again = h.say({RESULT, h.sequence, {}});
    check(h, first.type == (RESULT | ANSWER) && first.payload == again.payload, "a repetition has another answer");
    uint32_t beats = h.read(BEATS_IN);
    check(h, beats == IN_BEATS, "a part that is said again is taken again");
    Message wrong = h.ask(READ, little(0x200, 2));
    h.expect(h.say({READ, h.sequence, little(0x200, 2)}), ADDRESS, "an error that is said again");
    h.expect(wrong, ADDRESS, "a read from nowhere");
    h.write(CONTROL, CONTROL_ENABLE | CONTROL_SOFT_RESET);
    h.frame(1);
}

// Sends garbage of all kinds between requests.
static void garbage(Host& h) {
    h.open();
    uint32_t seed = 12345;
    auto dice = [&] { return seed = seed * 1664525 + 1013904223; };
    for (int i = 0; i < 6; i++) {
        clear(h);
        check(h, !h.bench.error(), "an error after clearing");
        for (int n = 0; n < 40 + i; n++) {
            uint8_t b = static_cast<uint8_t>(dice() >> 24);
            h.bench.put(i % 2 || b != 0xA5 ? b : 0x24, i == 4 && n % 9 == 0);
        }
        if (i == 5) h.bench.put(Bytes{0xA5, 0xA5, 0x5A});  // then nothing
        h.bench.flush();
        h.bench.run((MESSAGE_MS + 2) * CYCLES_PER_MS + 400L * DIVISOR);
        h.bench.heard().clear();
        check(h, h.bench.error(), "garbage does not light led_error");
        check(h, h.read(STATUS) & STATUS_LINK_ERROR, "garbage is not flagged");
        check(h, h.read(IRQ_STATUS) & IRQ_STATUS_LINK_ERROR, "garbage is not flagged in IRQ_STATUS");
        h.frame(static_cast<size_t>(i));
    }
    h.bench.put(0xA5);
    h.bench.put(0xA5);  // a false start must not hide the message behind it
    Message m = h.ask(READ, little(ID, 2));
    check(h, number(m.payload) == REGISTERS[0].reset, "a message behind a false start is not heard");
}

// Sends requests with each bit broken, too short ones, and ones of wrong types and lengths. All must be refused and
// have no effect.
static void broken(Host& h) {
    h.open();
    h.write(SCRATCH, 0x1234);
    Bytes good = UartBench::encode({WRITE, 77, {SCRATCH & 0xFF, SCRATCH >> 8, 1, 2, 3, 4}});
    for (size_t bit = 8 * 6; bit < 8 * good.size(); bit += 3) {
        Bytes bad = good;
        bad[bit / 8] = static_cast<uint8_t>(bad[bit / 8] ^ 1 << bit % 8);
        h.bench.put(bad);
        Message m{0, 0, {}};
        if (!h.bench.await(m, 400L * DIVISOR)) h.bench.fail("a damaged message is not reported");
        h.expect(m, CRC, "a damaged message");
        if (m.sequence != 77) h.bench.fail("a report with another number");
    }
    check(h, h.read(STATUS) & STATUS_LINK_ERROR, "damage is not flagged");
    check(h, h.read(SCRATCH) == 0x1234, "a damaged write is done");
    for (size_t length = 3; length < good.size(); length++) {
        h.bench.put(Bytes(good.begin(), good.begin() + static_cast<long>(length)));
        h.bench.flush();
        Message m{0, 0, {}};
        if (h.bench.await(m, (MESSAGE_MS - 1) * CYCLES_PER_MS)) h.bench.fail("a message is given up too early");
        if (!h.bench.await(m, 3 * CYCLES_PER_MS + 400L * DIVISOR)) h.bench.fail("a message that broke off is not reported");
        h.expect(m, BROKEN_OFF, "a message that broke off");
    }
    h.bench.put(Bytes(good.begin(), good.end() - 3));
    h.bench.put(good[good.size() - 3], true);  // a bad stop bit
    h.bench.put(Bytes(good.end() - 2, good.end()));
    Message m{0, 0, {}};
    h.bench.await(m, (MESSAGE_MS + 3) * CYCLES_PER_MS + 400L * DIVISOR);
    check(h, h.error(m) == CRC || h.error(m) == BROKEN_OFF, "a bad stop bit is not noticed");
    h.bench.run((MESSAGE_MS + 3) * CYCLES_PER_MS);
    h.expect(h.say({0x42, 9, {}}), TYPE, "a request that there is none of");
    h.expect(h.say({READ, 10, {1, 2, 3}}), LENGTH, "a read of a wrong length");
    h.bench.flush();
    h.bench.run(100L * DIVISOR);
    h.expect(h.say({FRAME, 11, {0, 0, 0, 0}}), LENGTH, "a part without data");
    h.bench.flush();
    h.bench.run(100L * DIVISOR);
    check(h, h.read(SCRATCH) == 0x1234, "a wrong request has an effect");
    h.frame(0);
}

// Sends frames that are cut off, too long, or out of place.
static void wrong_frames(Host& h) {
    h.open();
    size_t half = std::min(CHUNK, FRAME_BYTES / 2);
    h.part(frames[0].in, 0, half);
    h.expect(h.part(frames[0].in, half + 1, 1), OFFSET, "a part that leaves a gap");
    h.expect(h.part(frames[0].in, half, std::min(CHUNK, FRAME_BYTES - half + 1)), FRAME_BYTES - half < CHUNK ? FRAME_LONG : NONE, "a frame that is too long");
    check(h, !(h.read(STATUS) & STATUS_ABORTED), "a refused part aborts");
    h.frame(1);  // begins anew in the middle of the other
    check(h, h.read(STATUS) & STATUS_ABORTED, "a frame that was given up is not flagged");
    check(h, h.read(FRAMES_IN) == 1, "a frame that was given up counts");
    clear(h);
    h.part(frames[2].in, 0, half);
    h.bench.run((FRAME_MS - 1) * CYCLES_PER_MS);
    check(h, !(h.read(STATUS) & STATUS_ABORTED), "a frame is given up too early");
    h.bench.run((FRAME_MS + 2) * CYCLES_PER_MS);
    h.expect(h.part(frames[2].in, half, 1), OFFSET, "a frame that was given up goes on");
    check(h, h.read(STATUS) & STATUS_ABORTED, "a frame that was given up in time is not flagged");
    clear(h);
    h.frame(3);
    check(h, !(h.read(STATUS) & ~STATUS_IDLE), "a right frame has errors");
}

// Makes soft resets within frames, before results are fetched, and several times in a row.
static void resets(Host& h) {
    h.open();
    for (int i = 0; i < 4; i++) {
        h.part(frames[0].in, 0, std::min(CHUNK, FRAME_BYTES - 1));
        if (i == 2) h.bench.run(CYCLES_PER_MS);
        for (int n = 0; n <= i; n++) h.write(CONTROL, CONTROL_ENABLE | CONTROL_SOFT_RESET);
        check(h, h.read(STATUS) & STATUS_ABORTED, "a frame that was dropped is not flagged");
        clear(h);
        h.frame(static_cast<size_t>(i + 1));
    }
    h.send(frames[0].in);
    h.bench.run(CYCLES_PER_MS);
    h.bench.reset();
    h.bench.heard().clear();
    h.open();
    check(h, h.read(FRAMES_IN) == 0, "frames outlive a reset");
    h.frame(2);
}

// Simulates a host whose clock is off by 2 %.
static void tolerance(Host& h) {
    for (double off : {0.98, 1.02}) {
        h.bench.host_divisor = DIVISOR * off;
        h.open();
        h.frame(0);
        check(h, !h.bench.error(), "bytes are misread");
    }
}

#ifdef STATEFUL
// Checks that the state is carried over frames, and that a reset and FRESH start from a fresh state.
static void states(Host& h) {
    auto through = [&](size_t i, bool fresh) {
        h.send(frames[i].in);
        h.receive(fresh ? frames[i].fresh : frames[i].out);
    };
    h.open();
    for (size_t i = 0; i < frames.size(); i++) through(i, false);
    h.write(CONTROL, CONTROL_ENABLE | CONTROL_SOFT_RESET);
    for (size_t i = 0; i < frames.size() / 2; i++) through(i, false);
    h.write(CONTROL, CONTROL_ENABLE | CONTROL_FRESH);
    for (size_t i = frames.size(); i-- > 0;) through(i, true);
    h.write(CONTROL, CONTROL_ENABLE);
    for (size_t i = 1; i < frames.size(); i++) through(i, false);
    check(h, !(h.read(STATUS) & ~STATUS_IDLE), "errors without a cause");
}
#endif

struct Scenario {
    const char* name;
    void (*run)(Host&);
    bool reset;
    bool any = false;  // for designs with a state, too: the others send frames in orders of their own
};
static const Scenario SCENARIOS[] = {
#ifdef STATEFUL
    {"states", states, true, true},
#endif
    {"basic", basic, true},     {"unreset", basic, false}, {"registers", registers, true, true}, {"many", many, true},
    {"busy", busy, true},       {"repeats", repeats, true}, {"garbage", garbage, true},    {"broken", broken, true},
    {"wrong_frames", wrong_frames, true}, {"resets", resets, true}, {"tolerance", tolerance, true},
};

int main(int argc, char** argv) {
    if (argc < 2) return std::puts("usage: tb_uart FRAMES [SCENARIO]"), 2;
    std::ifstream file(argv[1]);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string in, out, fresh;
        words >> in >> out >> fresh;
        frames.push_back({unhex(in), unhex(out), unhex(fresh)});
    }
    if (frames.size() < 4) return std::puts("too few frames"), 2;
    std::string only = argc > 2 && argv[2][0] != '+' ? argv[2] : "";
    long failures = 0, cycles = 0;
    for (const Scenario& s : SCENARIOS) {
        if ((!only.empty() && only != s.name) || (!s.any && !frames[0].fresh.empty())) continue;
        UartBench bench(argc, argv);
        if (s.reset) bench.reset();
        bench.run(20);
        Host host(bench);
        s.run(host);
        std::printf("%s  %s, %ld cycles\n", bench.failures() ? "FAIL" : "PASS", s.name, bench.now());
        failures += bench.failures();
        cycles += bench.now();
    }
    std::printf("%s  %s: %ld cycles\n", failures || !cycles ? "FAIL" : "PASS", DESIGN, cycles);
    return failures || !cycles ? 1 : 0;
}
