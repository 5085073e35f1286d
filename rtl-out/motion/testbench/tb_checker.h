// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// The far end of the design: compares beats, watches the protocol and the status bits, and measures.
#pragma once
#include <algorithm>
#include <cstdarg>

#include "tb_stream.h"

struct Mismatch {
    long frame, y, x, channel;
    int expected, got;
    long cycle;
};

struct Interval {
    double mean = 0;  // cycles a frame; 0 if only one frame was run
    long min = 0, max = 0;
};

class Checker {
  public:
    Checker(const Beats& expected, const Script& script) : expected_(expected), script_(script) {}

    // Checks one cycle at the sink after reset. `data` is the beat on the port.
    void observe(long cycle, bool valid, bool ready, bool last, const uint8_t* data) {
        if (stalled_) {
            if (!valid) error(cycle, "m_axis_tvalid dropped before the beat was taken");
            else if (last != held_last_) error(cycle, "m_axis_tlast changed while stalled");
            else if (std::memcmp(data, held_, OUT_BYTES) != 0) error(cycle, "m_axis_tdata changed while stalled");
        }
        stalled_ = valid && !ready;
        held_last_ = last;
        std::memcpy(held_, data, OUT_BYTES);
        if (valid && ready) receive(cycle, last, data);
    }

    // Checks the status bits of one cycle. `shows_*` says that the design takes a beat that shows such a fault.
    void observe_status(long cycle, bool is_short, bool is_long, bool shows_short, bool shows_long) {
        check_status(cycle, "status_short", is_short, short_, shows_short);
        check_status(cycle, "status_long", is_long, long_, shows_long);
    }

    void finish(long cycle) {
        if (short_.due && !short_.seen) error(cycle, "status_short was not set by a short frame");
        if (long_.due && !long_.seen) error(cycle, "status_long was not set by a long frame");
    }

    // Counts a protocol error; the first ones are printed.
    void error(long cycle, const char* format, ...) __attribute__((format(printf, 3, 4))) {
        if (protocol_errors_++ >= kPrinted) return;
        std::va_list arguments;
        va_start(arguments, format);
        std::printf("protocol error in cycle %ld: ", cycle);
        std::vprintf(format, arguments);
        std::printf("\n");
        va_end(arguments);
    }

    bool complete() const { return received_ >= frames() * OUT_BEATS; }
    bool flooded() const { return received_ > (frames() + 1) * OUT_BEATS + 64; }
    bool passed() const { return complete() && mismatches_ == 0 && protocol_errors_ == 0; }
    long received() const { return received_; }
    long frames_done() const { return static_cast<long>(last_out_.size()); }
    long mismatches() const { return mismatches_; }
    long protocol_errors() const { return protocol_errors_; }
    const Mismatch& first_mismatch() const { return first_; }
    long first_frame_end() const { return last_out_.empty() ? 0 : last_out_.front(); }

    // Distances between the ends of consecutive frames over the second half of the run.
    Interval interval() const {
        Interval result;
        size_t n = last_out_.size(), from = std::max<size_t>(1, n / 2);
        for (size_t i = from; i < n; i++) {
            long distance = last_out_[i] - last_out_[i - 1];
            result.min = i == from ? distance : std::min(result.min, distance);
            result.max = std::max(result.max, distance);
        }
        if (n > from) result.mean = double(last_out_[n - 1] - last_out_[from - 1]) / double(n - from);
        return result;
    }

  private:
    static constexpr long kPrinted = 10;

    struct Status {
        bool due = false, seen = false;
    };

    long frames() const { return static_cast<long>(script_.size()); }

    static int element(const uint8_t* bytes) {
        int value = OUT_ELEM_BYTES == 1 ? bytes[0] : bytes[0] | bytes[OUT_ELEM_BYTES - 1] << 8;
        int bits = 8 * OUT_ELEM_BYTES;
        return OUT_SIGNED && value >> (bits - 1) ? value - (1 << bits) : value;
    }

    void receive(long cycle, bool last, const uint8_t* data) {
        long number = received_ / OUT_BEATS, beat = received_ % OUT_BEATS;
        received_++;
        if (number >= frames()) {
            error(cycle, "extra beat after the last frame");
            return;
        }
        bool end = beat == OUT_BEATS - 1;
        if (end) last_out_.push_back(cycle);
        const Item& item = script_[number];
        if (last != end) {
            error(cycle, "m_axis_tlast is %d at beat %ld of %ld in frame %ld", last, beat, long(OUT_BEATS), number);
        }
        const uint8_t* wanted = expected_[item.frame * OUT_BEATS + beat];
        // A frame that is too long is cut off. What comes of one that is too short is not known here.
        if (item.extra >= 0 && std::memcmp(data, wanted, OUT_BYTES) != 0) compare(cycle, item.frame, beat, wanted, data);
    }

    void compare(long cycle, long frame, long beat, const uint8_t* wanted, const uint8_t* data) {
        for (int lane = 0; lane < OUT_LANES; lane++) {
            int offset = lane * OUT_ELEM_BYTES;
            if (std::memcmp(data + offset, wanted + offset, OUT_ELEM_BYTES) == 0) continue;
            if (mismatches_++ > 0) continue;
            long position = beat * OUT_LANES + lane, pixel = position / OUT_CHANNELS;
            first_ = {frame, pixel / OUT_WIDTH, pixel % OUT_WIDTH, position % OUT_CHANNELS,
                      element(wanted + offset), element(data + offset), cycle};
            std::printf("first mismatch: frame %ld, pixel (%ld, %ld), channel %ld: expected %d, got %d, cycle %ld\n",
                        frame, first_.y, first_.x, first_.channel, first_.expected, first_.got, cycle);
        }
    }

    void check_status(long cycle, const char* name, bool value, Status& status, bool shows) {
        status.due = status.due || shows;
        if (value && !status.due) error(cycle, "%s is set without a cause", name);
        if (!value && status.seen) error(cycle, "%s is not sticky", name);
        status.seen = status.seen || value;
    }

    const Beats& expected_;
    const Script& script_;
    bool stalled_ = false, held_last_ = false;
    Status short_, long_;
    uint8_t held_[OUT_BYTES] = {};
    long received_ = 0, mismatches_ = 0, protocol_errors_ = 0;
    std::vector<long> last_out_;
    Mismatch first_{};
};
