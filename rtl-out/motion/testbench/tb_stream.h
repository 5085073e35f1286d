// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// Both ends of a stream: vector files, random pauses, and the source that offers beats.
#pragma once
#include <cstring>
#include <vector>

#include "tb_options.h"

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "ports are read as bytes, lowest first");

constexpr int IN_BYTES = IN_LANES * IN_ELEM_BYTES;
constexpr int OUT_BYTES = OUT_LANES * OUT_ELEM_BYTES;
constexpr int EXTRA_BEATS = 3;  // of a frame sent long

// Access to the bits of a Verilator port of any width (CData to QData, VlWide), lowest byte first.
template <class Port>
void write_port(Port& port, const uint8_t* beat, size_t bytes) {
    if (sizeof(Port) < bytes) usage("design.h has wider beats than the port");
    std::memcpy(&port, beat, bytes);
}

template <class Port>
void read_port(const Port& port, uint8_t* beat, size_t bytes) {
    if (sizeof(Port) < bytes) usage("design.h has wider beats than the port");
    std::memcpy(beat, &port, bytes);
}

// splitmix64
class Random {
  public:
    explicit Random(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u) {}

    uint64_t next() {
        uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    bool chance(double p) { return (next() >> 11) * 0x1p-53 < p; }

    void fill(std::vector<uint8_t>& bytes) {
        for (uint8_t& b : bytes) b = static_cast<uint8_t>(next());
    }

  private:
    uint64_t state_;
};

// Pauses with a given share of all cycles, of geometric length. The mean length changes from time to time, so that
// single-cycle gaps as well as long bursts occur. A hesitant sink waits for tvalid before it raises tready, which
// AXI4-Stream allows.
class Pauses {
  public:
    Pauses(double share, uint64_t seed) : share_(share), random_(seed) { change(); }

    // One cycle on; true while pausing.
    bool step() {
        if (share_ == 0) return false;
        pausing_ = pausing_ ? !random_.chance((1 - share_) / stretch_) : random_.chance(share_ / stretch_);
        return pausing_;
    }

    void beat_passed() {
        if (share_ > 0 && random_.chance(1.0 / 16)) change();
    }

    bool coy() const { return coy_; }

  private:
    void change() {
        static constexpr double kStretch[] = {1, 1, 4, 24};
        stretch_ = kStretch[random_.next() % 4];
        coy_ = share_ > 0 && random_.next() % 4 == 0;
    }

    const double share_;
    Random random_;
    double stretch_ = 1;
    bool pausing_ = false;
    bool coy_ = false;
};

// The beats of a vector file, lowest byte first.
class Beats {
  public:
    Beats(const std::string& file, size_t bytes) : bytes_(bytes) {
        std::FILE* f = std::fopen(file.c_str(), "r");
        if (!f) usage("cannot read " + file);
        std::vector<char> line(2 * bytes + 8);
        for (long number = 1; std::fgets(line.data(), static_cast<int>(line.size()), f); number++) {
            if (!append(line.data())) {
                usage(file + ":" + std::to_string(number) + ": " + std::to_string(2 * bytes) + " hex digits expected");
            }
        }
        std::fclose(f);
    }

    // None.
    explicit Beats(size_t bytes) : bytes_(bytes) {}

    size_t count() const { return data_.size() / bytes_; }
    const uint8_t* operator[](size_t beat) const { return &data_[beat * bytes_]; }

  private:
    static int digit(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }

    bool append(const char* line) {
        size_t length = std::strcspn(line, "\r\n");
        if (length == 0) return true;
        if (length != 2 * bytes_) return false;
        for (size_t i = bytes_; i-- > 0;) {
            int high = digit(line[2 * i]), low = digit(line[2 * i + 1]);
            if (high < 0 || low < 0) return false;
            data_.push_back(static_cast<uint8_t>(high << 4 | low));
        }
        return true;
    }

    const size_t bytes_;
    std::vector<uint8_t> data_;
};

// A frame that is sent.
struct Item {
    long frame;  // of the vector files
    long extra;  // beats more than a right frame has
    bool fresh;  // a stateful design begins it afresh
};

using Script = std::vector<Item>;

// A compliant AXI4-Stream source, which keeps offering a beat until it is taken. Between beats, it drives garbage.
class Source {
  public:
    Source(const Beats& beats, const Script& script, double stall, uint64_t seed)
        : beats_(beats), script_(script), pauses_(stall, 2 * seed), random_(seed + 77), idle_(IN_BYTES) {}

    // Decides what to drive in the next cycle.
    void step() {
        if (valid_ || done()) return;
        valid_ = !pauses_.step();
        if (!valid_ || beat_ > 0) random_.fill(idle_);
    }

    void accepted() {
        bool ended = last();
        beat_ = ended ? 0 : beat_ + 1;
        item_ += ended;
        sent_++;
        valid_ = false;
        pauses_.beat_passed();
    }

    bool valid() const { return valid_; }
    bool last() const { return beat_ == IN_BEATS + script_[item_].extra - 1; }
    bool done() const { return item_ == script_.size(); }
    bool pausing() const { return !valid_ && !done(); }
    size_t item() const { return item_; }
    long sent() const { return sent_; }

    const uint8_t* data() const {
        return valid_ && beat_ < IN_BEATS ? beats_[script_[item_].frame * IN_BEATS + beat_] : idle_.data();
    }

    // The flag of the frame that begins. With its later beats, the flag may have any value.
    bool user() const { return !valid_ || beat_ > 0 ? idle_[0] & 1 : script_[item_].fresh; }

    // The beat on offer is the one by which the design can tell that the frame is too short, or too long.
    bool shows_short() const { return last() && script_[item_].extra < 0; }
    bool shows_long() const { return beat_ == IN_BEATS - 1 && script_[item_].extra > 0; }

  private:
    const Beats& beats_;
    const Script& script_;
    Pauses pauses_;
    Random random_;
    std::vector<uint8_t> idle_;
    bool valid_ = false;
    size_t item_ = 0;
    long beat_ = 0, sent_ = 0;
};
