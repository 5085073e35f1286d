// Tests of a whole design behind d_axi, through its pins: tb_axi FRAMES SEED BUS_PERIOD CORE_PERIOD [SCENARIO]
// FRAMES has a line for each frame: hex bytes in, a blank, hex bytes out, both without padding. For a design that
// carries a state, the second column has the outputs when the frames come in this order, and a third column has the
// outputs from a fresh state.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "shell_axi.h"

using Bytes = std::vector<uint8_t>;
struct Frame { Bytes in, out, fresh; };

static std::vector<Frame> frames;

static Bytes unhex(const std::string& text) {
    Bytes bytes;
    for (size_t i = 0; i + 1 < text.size(); i += 2) bytes.push_back(static_cast<uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
    return bytes;
}

static const RegisterInfo* at(int offset) {
    for (const RegisterInfo& r : REGISTERS) if (r.offset == offset) return &r;
    return nullptr;
}

static bool writable(const RegisterInfo& r) { return r.read_write | r.w1c | r.self_clearing; }

// Checks that the beats received from beat `from` on are this result, with tlast at its end if that ends its transfer.
static void expect(AxiBench& b, const Bytes& out, size_t from, bool ends = true) {
    for (long i = 0; i < OUT_BEATS; i++) {
        if (from + i >= b.received.size()) return b.fail("a result is missing");
        const StreamBeat& beat = b.received[from + i];
        Bytes want(out.begin() + i * OUT_CORE_BYTES, out.begin() + (i + 1) * OUT_CORE_BYTES);
        want.resize(OUT_BUS_BYTES);
        if (beat.data != want) return b.fail("a wrong result");
        if (beat.last != (ends && i == OUT_BEATS - 1)) return b.fail("tlast where it does not belong");
    }
}

static void expect(AxiBench& b, const Frame& frame, size_t from) { expect(b, frame.out, from); }

static void await_beats(AxiBench& b, size_t beats) {
    b.wait([&] { return b.received.size() >= beats; }, "results", 100000);
}

// Sends a frame and checks its result.
static void one_frame(AxiBench& b, size_t index) {
    size_t before = b.received.size();
    const Frame& frame = frames[index % frames.size()];
    b.send(frame.in);
    await_beats(b, before + OUT_BEATS);
    expect(b, frame, before);
}

static void check(AxiBench& b, bool holds, const char* what) { if (!holds) b.fail(what); }

static void settle(AxiBench& b) {
    b.wait([&] { return b.read(STATUS) & STATUS_IDLE; }, "IDLE", 200);
}

// ---------------------------------------------------------------- scenarios

// Checks every register and every other address of the 4 KB: values after reset, the effect of writes byte by byte, and
// errors.
static void registers(AxiBench& b) {
    settle(b);
    for (const RegisterInfo& r : REGISTERS) {
        uint32_t fixed = r.constant | r.read_write | r.w1c;
        if ((b.read(r.offset) & fixed) != (r.reset & fixed)) b.fail(std::string(r.name) + " is wrong after reset");
        uint32_t known = fixed | r.read_only | r.self_clearing;
        if (b.read(r.offset) & ~known) b.fail(std::string(r.name) + " shows bits that it does not have");
    }
    for (const RegisterInfo& r : REGISTERS) {
        uint32_t value = b.read(r.offset) & r.read_write;
        for (uint32_t strobes = 0; strobes < 16; strobes++) {
            uint32_t data = static_cast<uint32_t>(b.dice().next()) & ~r.self_clearing & ~(r.offset == CONTROL ? CONTROL_LOOP : 0);
            Response answer = b.write(r.offset | (strobes & 3), data, strobes);
            if (answer.resp != (writable(r) ? OKAY : SLVERR)) b.fail(std::string(r.name) + ": a wrong answer to a write");
            for (int i = 0; i < 4; i++) if (strobes >> i & 1) value = (value & ~(0xFFu << 8 * i)) | (data & 0xFFu << 8 * i);
            value &= r.read_write;
            if ((b.read(r.offset) & r.read_write) != value) b.fail(std::string(r.name) + " does not hold what was written");
            uint32_t fixed = r.constant;
            if ((b.read(r.offset) & fixed) != (r.reset & fixed)) b.fail(std::string(r.name) + " can be overwritten");
        }
        b.write(r.offset, r.reset & r.read_write);
    }
    for (int offset = 0; offset < 0x1000; offset += 4) {
        if (at(offset)) continue;
        if (b.write(offset, ~0u).resp != SLVERR) b.fail("a write to nowhere is not answered with SLVERR");
        Response answer = b.read_response(offset);
        if (answer.resp != SLVERR || answer.data != 0) b.fail("a read from nowhere is not answered with SLVERR and 0");
    }
    for (const RegisterInfo& r : REGISTERS) {
        uint32_t fixed = r.constant | r.read_write;
        if ((b.read(r.offset) & fixed) != (r.reset & fixed)) b.fail(std::string(r.name) + " was hit by writes elsewhere");
    }
}

// Sends many reads and writes without waiting, and checks that answers come in their order.
static void pipelined(AxiBench& b) {
    settle(b);
    std::vector<uint32_t> data;
    std::vector<Response> want;
    size_t reads = b.reads_done().size(), writes = b.writes_done().size();
    for (int i = 0; i < 300; i++) {
        const RegisterInfo& r = REGISTERS[b.dice().next() % (sizeof REGISTERS / sizeof REGISTERS[0])];
        if (r.constant != 0xFFFFFFFF && r.offset != VERSION) continue;
        bool mapped = b.dice().chance(80);
        b.queue_read(mapped ? r.offset : 0xF00 + (i % 16) * 4);
        want.push_back(mapped ? Response{r.reset, OKAY} : Response{0, SLVERR});
        b.queue_write(mapped ? SCRATCH : r.offset, i);
        data.push_back(mapped ? OKAY : SLVERR);
    }
    b.drain();
    for (size_t i = 0; i < want.size(); i++) {
        Response got = b.reads_done()[reads + i];
        if (got.data != want[i].data || got.resp != want[i].resp) return b.fail("reads are answered out of order");
        if (b.writes_done()[writes + i].resp != data[i]) return b.fail("writes are answered out of order");
    }
}

// Sends frames one after another with pauses, and checks the counters.
static void counted(AxiBench& b) {
    settle(b);
    size_t count = 12;
    b.first_in_at = b.last_out_at = -1;
    one_frame(b, 0);
    check(b, b.read(LAST_LATENCY) == static_cast<uint32_t>(b.last_out_at - b.first_in_at), "a wrong latency");
    for (size_t i = 1; i < count; i++) b.send(frames[i % frames.size()].in);
    await_beats(b, count * OUT_BEATS);
    b.run(100);
    check(b, b.received.size() == count * OUT_BEATS, "more results than frames");
    for (size_t i = 0; i < count; i++) expect(b, frames[i % frames.size()], i * OUT_BEATS);
    check(b, b.read(FRAMES_IN) == count, "FRAMES_IN is wrong");
    check(b, b.read(FRAMES_OUT) == count, "FRAMES_OUT is wrong");
    check(b, b.read(BEATS_IN) == count * IN_BEATS, "BEATS_IN is wrong");
    check(b, b.read(BEATS_OUT) == count * OUT_BEATS, "BEATS_OUT is wrong");
    check(b, b.read(FIFO_IN_LEVEL) == 0 && b.read(FIFO_OUT_LEVEL) == 0, "a FIFO that should be empty is not");
    check(b, (b.read(STATUS) & STATUS_IDLE) && !(b.read(STATUS) & STATUS_BUSY), "not idle in the end");
    int pause = b.pause;
    b.pause = 0;
    uint32_t start = b.read(CYCLES_LO);
    long began = b.last_read_at();
    b.run(777);
    uint32_t end = b.read(CYCLES_LO);
    check(b, end - start == static_cast<uint32_t>(b.last_read_at() - began), "CYCLES_LO does not count cycles");
    b.pause = pause;
}

// Checks that the high half of the cycles belongs to the low half that was read before it. This is for a build that
// starts just below 2^32.
static void carry(AxiBench& b) {
    uint32_t low = b.read(CYCLES_LO);
    check(b, low > 0xFFFF0000, "the counter does not start where this test needs it");
    b.run(0x400);
    check(b, b.read(CYCLES_HI) == 0, "CYCLES_HI changed without a read of CYCLES_LO");
    low = b.read(CYCLES_LO);
    check(b, low < 0x10000 && b.read(CYCLES_HI) == 1, "no carry into CYCLES_HI");
}

// Sends frames that are too short, too long, or end within a beat. Each must be flagged by itself, and the next frame
// must be right.
static void lengths(AxiBench& b) {
    settle(b);
    b.write(IRQ_ENABLE, IRQ_STATUS_SHORT_FRAME | IRQ_STATUS_LONG_FRAME);
    const int first = IN_BEATS > 1 ? 0 : 1;  // a single beat is too short within itself only
    for (int kind = first; kind < 3; kind++) {
        uint32_t want = kind == 1 ? STATUS_LONG_FRAME : STATUS_SHORT_FRAME;
        check(b, !b.irq(), "an interrupt without a cause");
        size_t before = b.received.size();
        if (kind == 2) {
            b.send(frames[1].in);
            b.to_send.back().keep >>= IN_BUS_BYTES - IN_CORE_BYTES + 1;
        } else {
            b.send(frames[1].in, kind == 0 ? 1 + static_cast<long>(b.dice().next() % std::max(1, IN_BEATS - 1)) : IN_BEATS + 3);
        }
        await_beats(b, before + OUT_BEATS);
        uint32_t errors = STATUS_SHORT_FRAME | STATUS_LONG_FRAME | STATUS_ABORTED;
        check(b, (b.read(STATUS) & errors) == want, "a frame of wrong length is not flagged, or as another error");
        check(b, (b.read(IRQ_STATUS) & errors) == want, "IRQ_STATUS does not tell of a frame of wrong length");
        check(b, b.irq(), "no interrupt for a frame of wrong length");
        one_frame(b, 2 + kind);
        b.write(STATUS, want ^ errors);
        check(b, (b.read(STATUS) & errors) == want, "clearing one error clears another");
        b.write(STATUS, want);
        check(b, (b.read(STATUS) & errors) == 0, "an error that was cleared is still there");
        b.write(IRQ_STATUS, ~0u);
        b.run(2);
    }
    const uint32_t count = 2 * (3 - first);
    check(b, b.read(FRAMES_IN) == count && b.read(FRAMES_OUT) == count, "frames of wrong length do not count");
}

static void await_reset(AxiBench& b) {
    b.wait([&] { return !(b.read(CONTROL) & CONTROL_SOFT_RESET); }, "the end of a soft reset", 500);
}

// Resets in the way of software: the source of the design is stopped first, and the beat that it still offers is
// withdrawn.
static void soft_reset(AxiBench& b, int times) {
    b.stop_source();
    b.stream_reset(true);
    for (int i = 0; i < times; i++) b.queue_write(CONTROL, CONTROL_ENABLE | CONTROL_SOFT_RESET);
    b.drain();
    await_reset(b);
    b.run(1);
    b.received.clear();
    b.stream_reset(false);
}

// Sends frames as one transfer, which alone ends with tlast.
static void send_transfer(AxiBench& b, size_t first, size_t count) {
    for (size_t i = first; i < first + count; i++) {
        b.send(frames[i % frames.size()].in);
        b.to_send.back().last = i + 1 == first + count;
    }
}

// Checks that transfers of several frames are cut into frames, that their results are one transfer, and that a transfer
// that ends early, or has one frame more, is flagged.
static void transfers(AxiBench& b) {
    settle(b);
    b.write(IRQ_ENABLE, IRQ_ENABLE_FRAME_OUT);
    size_t first = 0;
    for (size_t count : {5, 1, 2, 0, 3}) {
        b.write(TRANSFER_FRAMES, static_cast<uint32_t>(count));
        const size_t sent = std::max<size_t>(count, 1);
        for (int twice = 0; twice < 2; twice++, first += sent) {
            size_t before = b.received.size();
            send_transfer(b, first, sent);
            await_beats(b, before + sent * OUT_BEATS - 1);
            check(b, sent == 1 || !b.irq(), "an interrupt before the end of a transfer");
            await_beats(b, before + sent * OUT_BEATS);
            for (size_t i = 0; i < sent; i++) expect(b, frames[(first + i) % frames.size()].out, before + i * OUT_BEATS, i + 1 == sent);
            b.run(4);
            check(b, b.irq(), "no interrupt for a transfer");
            b.write(IRQ_STATUS, ~0u);
            b.run(2);
        }
    }
    check(b, b.read(FRAMES_IN) == first && b.read(FRAMES_OUT) == first, "frames of transfers do not count");
    check(b, !(b.read(STATUS) & (STATUS_SHORT_FRAME | STATUS_LONG_FRAME)), "a good transfer is flagged");
    b.write(TRANSFER_FRAMES, 3);
    send_transfer(b, 0, 3);
    b.to_send.back().last = false;
    b.send(frames[3 % frames.size()].in);
    b.wait([&] { return b.to_send.empty(); }, "a transfer that is too long to be taken");
    check(b, b.read(STATUS) & STATUS_LONG_FRAME, "a transfer of a frame too many is not flagged");
    b.write(STATUS, ~0u);
    settle(b);
    send_transfer(b, 0, 2);
    b.wait([&] { return b.to_send.empty(); }, "a transfer that is too short to be taken");
    check(b, b.read(STATUS) & STATUS_SHORT_FRAME, "a transfer that lacks a frame is not flagged");
    b.write(STATUS, ~0u);
    soft_reset(b, 1);
    send_transfer(b, 1, 3);
    await_beats(b, 3 * OUT_BEATS);
    for (size_t i = 0; i < 3; i++) expect(b, frames[1 + i].out, i * OUT_BEATS, i == 2);
    check(b, !(b.read(STATUS) & (STATUS_SHORT_FRAME | STATUS_LONG_FRAME)), "a transfer after a reset is flagged");
}

// Makes soft resets at any time of a frame, once or several times in a row. They must be flagged, and the next frame
// must be right.
static void soft_resets(AxiBench& b) {
    settle(b);
    for (int i = 0; i < (IN_BEATS > 1 ? 12 : 0); i++) {
        int pause = b.pause;
        b.sink_open = i % 3 != 0;  // results wait in the FIFO
        for (int f = 0; f <= i % 4; f++) b.send(frames[f].in);
        long target = b.beats_taken + 1 + static_cast<long>(b.dice().next() % std::max(1, IN_BEATS * (1 + i % 4) - 1));
        if (target % IN_BEATS == b.beats_taken % IN_BEATS) target++;  // within a frame
        b.wait([&] { return b.beats_taken >= target; }, "beats to be taken");
        b.stop_source();
        check(b, b.read(STATUS) & STATUS_BUSY, "not busy within a frame");
        soft_reset(b, 1 + i % 5);
        b.sink_open = true;
        check(b, b.read(STATUS) & STATUS_ABORTED, "a dropped frame is not flagged");
        check(b, b.read(IRQ_STATUS) & IRQ_STATUS_ABORTED, "a dropped frame is not flagged in IRQ_STATUS");
        check(b, b.read(FRAMES_IN) == 0 && b.read(BEATS_IN) == 0 && b.read(BEATS_OUT) == 0, "counters outlive a soft reset");
        check(b, b.read(CYCLES_LO) < 3000, "CYCLES outlives a soft reset");
        b.write(STATUS, STATUS_ABORTED);
        b.write(IRQ_STATUS, ~0u);
        check(b, !(b.read(STATUS) & STATUS_ABORTED), "ABORTED cannot be cleared");
        one_frame(b, i);
        b.pause = pause;
    }
    soft_reset(b, 3);
    check(b, !(b.read(STATUS) & STATUS_ABORTED), "a soft reset of an idle design is flagged");
    b.write(SCRATCH, 0x12345678);
    soft_reset(b, 1);
    check(b, b.read(SCRATCH) == 0x12345678, "a soft reset clears SCRATCH");
    check(b, !(b.read(STATUS) & (STATUS_SHORT_FRAME | STATUS_LONG_FRAME)), "a soft reset flags a frame's length");
}

// Uses the reset pin within frames and within transactions.
static void hard_resets(AxiBench& b) {
    for (int i = 0; i < 8; i++) {
        for (int f = 0; f < 3; f++) b.send(frames[f].in);
        b.write(SCRATCH, 7);
        b.run(static_cast<long>(b.dice().next() % 300));
        b.queue_write(SCRATCH, 9);
        b.queue_read(ID);
        b.run(static_cast<long>(b.dice().next() % 8));
        b.reset(1 + static_cast<int>(b.dice().next() % 6));
        check(b, b.read(SCRATCH) == 0, "SCRATCH outlives a reset");
        check(b, b.read(ID) == REGISTERS[0].reset, "ID is wrong after a reset");
        one_frame(b, i);
        check(b, b.read(FRAMES_OUT) == 1, "frames of before the reset count");
    }
}

// Takes no results, or does not continue an input frame. Both must be flagged, and nothing may be lost.
static void stalls(AxiBench& b) {
    settle(b);
    b.write(STALL_LIMIT, 200);
    one_frame(b, 0);
    check(b, !(b.read(STATUS) & STATUS_STALLED), "STALLED without a stall");
    b.write(IRQ_ENABLE, IRQ_STATUS_STALLED);
    b.sink_open = false;
    size_t before = b.received.size();
    size_t count = 100 / OUT_BEATS + 2;
    for (size_t i = 0; i < count; i++) b.send(frames[i % frames.size()].in);
    b.wait([&] { return b.tvalid(); }, "a result");
    b.run(150);
    check(b, !(b.read(STATUS) & STATUS_STALLED), "STALLED too early");
    b.run(250);
    check(b, b.read(STATUS) & STATUS_STALLED, "a sink that takes nothing is not flagged");
    check(b, b.irq(), "no interrupt for a stall");
    b.write(STATUS, STATUS_STALLED);
    b.write(IRQ_STATUS, ~0u);
    b.run(1000);
    check(b, !(b.read(STATUS) & STATUS_STALLED), "one stall is flagged twice");
    // Waits until the design is full: it then takes nothing for as long as a frame could last.
    long waited = 0;
    b.wait([&] { return b.to_send.empty() || (waited = b.tready() ? 0 : waited + 1) > 5000 + 2 * b.pace; }, "the design to fill up", 200000);
    b.run(5000 + 2 * b.pace);
    uint32_t depths = b.read(FIFO_DEPTHS);
    check(b, b.read(FIFO_OUT_LEVEL) == depths >> 16, "the full output FIFO does not tell so");
    check(b, b.to_send.empty() || b.read(FIFO_IN_LEVEL) == (depths & 0xFFFF), "the full input FIFO does not tell so");
    b.sink_open = true;
    await_beats(b, before + count * OUT_BEATS);
    for (size_t i = 0; i < count; i++) expect(b, frames[i % frames.size()], before + i * OUT_BEATS);

    if (IN_BEATS == 1) return;
    b.write(STALL_LIMIT, 0);
    before = b.received.size();
    b.send(frames[3].in);
    b.wait([&] { return b.to_send.size() < IN_BEATS; }, "a frame to begin");
    b.source_open = false;
    b.run(600);
    check(b, !(b.read(STATUS) & STATUS_STALLED), "STALLED without a limit");
    b.write(STALL_LIMIT, 100);
    b.run(600);
    check(b, b.read(STATUS) & STATUS_STALLED, "a frame that does not go on is not flagged");
    b.source_open = true;
    await_beats(b, before + OUT_BEATS);
    expect(b, frames[3], before);
}

// Checks that the interrupt follows the enabled events, and that an event wins over its clearing.
static void interrupts(AxiBench& b) {
    settle(b);
    one_frame(b, 0);
    check(b, b.read(IRQ_STATUS) == IRQ_STATUS_FRAME_OUT, "IRQ_STATUS does not tell of a result");
    check(b, !b.irq(), "an interrupt that is not enabled");
    b.write(IRQ_ENABLE, IRQ_ENABLE_FRAME_OUT);
    b.run(2);
    check(b, b.irq(), "no interrupt for an event that waits");
    b.write(IRQ_STATUS, IRQ_STATUS_FRAME_OUT, 0xE);
    b.run(2);
    check(b, b.irq(), "an event is cleared without its byte's strobe");
    b.write(IRQ_STATUS, IRQ_STATUS_FRAME_OUT);
    b.run(2);
    check(b, !b.irq() && b.read(IRQ_STATUS) == 0, "an event that was cleared is still there");
    // Cleared just before, at and just after the event.
    b.pause = 0;
    one_frame(b, 1);
    long latency = b.read(LAST_LATENCY);
    bool met = false;
    for (long at = latency - 16; at < latency + 6; at++) {
        b.write(IRQ_STATUS, ~0u);
        size_t before = b.received.size();
        long taken = b.beats_taken;
        b.send(frames[2].in);
        b.wait([&] { return b.beats_taken > taken; }, "a frame to begin");
        b.run(at);
        b.write(IRQ_STATUS, IRQ_STATUS_FRAME_OUT);
        await_beats(b, before + OUT_BEATS);
        b.run(4);
        long cleared = b.answered_at - 1;
        met |= cleared == b.last_out_at;
        bool want = cleared <= b.last_out_at;
        check(b, b.read(IRQ_STATUS) == (want ? IRQ_STATUS_FRAME_OUT : 0), "clearing loses an event, or does not clear it");
    }
#ifndef CORE_CLOCK
    check(b, met, "no clearing met its event");
#else
    (void)met;  // clocks that drift leave it to chance
#endif
}

// Checks that a disabled design begins no frame, but ends one that has begun.
static void enable(AxiBench& b) {
    settle(b);
    b.send(frames[0].in);
    b.wait([&] { return b.to_send.size() < IN_BEATS; }, "a frame to begin");
    b.write(CONTROL, 0);
    b.send(frames[1].in);
    await_beats(b, OUT_BEATS);
    expect(b, frames[0], 0);
    b.run(500);
    check(b, b.to_send.size() == IN_BEATS, "a frame begins while disabled");
    check(b, b.read(STATUS) & STATUS_IDLE, "not idle while disabled");
    b.write(CONTROL, CONTROL_ENABLE);
    await_beats(b, 2 * OUT_BEATS);
    expect(b, frames[1], OUT_BEATS);
}

// Lets the core run by itself, and then sends frames from outside again.
static void loop(AxiBench& b) {
    settle(b);
    for (int f = 0; f < 3; f++) b.send(frames[f].in);
    b.wait([&] { return b.to_send.size() < 3 * IN_BEATS; }, "a frame to begin");
    b.write(CONTROL, CONTROL_ENABLE | CONTROL_LOOP);
    b.wait([&] { return b.read(STATUS) & STATUS_LOOPING; }, "LOOPING", 2000);
    size_t before = b.received.size();
    check(b, before % OUT_BEATS == 0 && before > 0, "LOOPING before the frames under way were through");
    uint32_t out = b.read(FRAMES_OUT);
    size_t waiting = b.to_send.size();
    b.run(4000 + 6 * b.pace);
    check(b, b.read(FRAMES_OUT) > out + 2, "no frames in a loop");
    check(b, b.received.size() == before, "results of a loop come out");
    check(b, b.to_send.size() == waiting, "frames go in during a loop");
    check(b, b.read(LAST_LATENCY) > 0 && b.read(LAST_LATENCY) < 4000 + 2 * b.pace, "no latency of a loop");
    b.write(CONTROL, CONTROL_ENABLE);
    b.wait([&] { return !(b.read(STATUS) & STATUS_LOOPING); }, "the end of the loop", 2000);
    await_beats(b, 3 * OUT_BEATS);
    for (int f = 0; f < 3; f++) expect(b, frames[f], f * OUT_BEATS);
    check(b, !(b.read(STATUS) & (STATUS_SHORT_FRAME | STATUS_LONG_FRAME)), "a loop leaves errors");
}

// Measures the cycles of a frame, which set the limits of waiting.
static long pace(AxiBench& b) {
    constexpr long kLongest = 2000000;
    b.reset();
    b.send(frames[0].in);
    b.wait([&] { return b.received.size() >= static_cast<size_t>(OUT_BEATS); }, "a first result", kLongest);
    return b.failures() ? 0 : b.now();
}

#ifdef STATEFUL
// Checks that the state is carried over frames, also with pauses. A reset starts from a fresh state, and so does FRESH,
// but only where a frame begins.
static void states(AxiBench& b) {
    auto through = [&](size_t from, size_t to, bool fresh) {
        size_t before = b.received.size();
        for (size_t i = from; i < to; i++) b.send(frames[i].in);
        await_beats(b, before + (to - from) * OUT_BEATS);
        for (size_t i = from; i < to; i++) expect(b, fresh ? frames[i].fresh : frames[i].out, before + (i - from) * OUT_BEATS);
    };
    settle(b);
    size_t differ = 0;
    for (const Frame& f : frames) differ += f.fresh != f.out;
    check(b, differ > frames.size() / 2, "frames that cannot tell a carried state from a fresh one");
    through(0, frames.size(), false);
    soft_reset(b, 1);
    through(0, frames.size() / 2, false);
    through(frames.size() / 2, frames.size(), false);
    b.write(CONTROL, CONTROL_ENABLE | CONTROL_FRESH);
    for (size_t i = frames.size(); i-- > 0;) through(i, i + 1, true);
    b.write(CONTROL, CONTROL_ENABLE);
    through(1, 2, false);
    // If FRESH is set within a frame, it does not change this frame.
    size_t before = b.received.size();
    long taken = b.beats_taken;
    b.send(frames[2].in);
    b.wait([&] { return b.beats_taken > taken; }, "a frame to begin");
    b.source_open = false;
    b.write(CONTROL, CONTROL_ENABLE | CONTROL_FRESH);
    b.source_open = true;
    await_beats(b, before + OUT_BEATS);
    expect(b, frames[2], before);
    b.write(CONTROL, CONTROL_ENABLE);
    through(3, frames.size(), false);
    b.reset();
    through(0, frames.size(), false);
}
#endif

struct Scenario {
    const char* name;
    void (*run)(AxiBench&);
    bool reset;
    bool any = false;  // for designs with a state, too: the others send frames in orders of their own
};
static const Scenario SCENARIOS[] = {
#ifdef STATEFUL
    {"states", states, true, true},
#endif
    {"registers", registers, true, true}, {"pipelined", pipelined, true, true},
    {"counted", counted, true},     {"unreset", counted, false},    {"lengths", lengths, true},
    {"transfers", transfers, true},
    {"soft_resets", soft_resets, true}, {"hard_resets", hard_resets, true}, {"stalls", stalls, true},
    {"interrupts", interrupts, true}, {"enable", enable, true},     {"loop", loop, true},
};

int main(int argc, char** argv) {
    if (argc < 5) return std::puts("usage: tb_axi FRAMES SEED BUS_PERIOD CORE_PERIOD [SCENARIO]"), 2;
    std::ifstream file(argv[1]);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string in, out, fresh;
        words >> in >> out >> fresh;
        frames.push_back({unhex(in), unhex(out), unhex(fresh)});
    }
    if (frames.size() < 4) return std::puts("too few frames"), 2;
    std::string only = argc > 5 && argv[5][0] != '+' ? argv[5] : "";
    long failures = 0, cycles = 0;
    auto run = [&](const Scenario& s) {
        AxiBench bench(argc, argv, std::strtoull(argv[2], nullptr, 10), std::atol(argv[3]), std::atol(argv[4]));
        if (s.reset) bench.reset();
        s.run(bench);
        std::printf("%s  %s, %ld cycles\n", bench.failures() ? "FAIL" : "PASS", s.name, bench.now());
        failures += bench.failures();
        cycles += bench.now();
    };
    {
        AxiBench bench(argc, argv, 1, std::atol(argv[3]), std::atol(argv[4]));
        AxiBench::pace = pace(bench);
        failures += bench.failures();
    }
    if (only == "carry") run({"carry", carry, true});
    const bool stateful = !frames[0].fresh.empty();
    for (const Scenario& s : SCENARIOS) if ((only.empty() || only == s.name) && (s.any || !stateful)) run(s);
    std::printf("%s  %s: %ld cycles\n", failures || !cycles ? "FAIL" : "PASS", DESIGN, cycles);
    return failures || !cycles ? 1 : 0;
}
