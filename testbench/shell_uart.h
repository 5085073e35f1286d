// The host's end of d_uart's line: it sends bits at the true divisor and drives the clock of the design.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "Vdut.h"
#include "design_uart.h"
#include "verilated.h"

using Bytes = std::vector<uint8_t>;

// CRC-16/CCITT by its definition, bit by bit.
inline uint16_t crc16(const Bytes& bytes, size_t from) {
    uint32_t crc = 0xFFFF;
    for (size_t i = from; i < bytes.size(); i++)
        for (int bit = 7; bit >= 0; bit--) {
            bool flip = ((crc >> 15) ^ (bytes[i] >> bit)) & 1;
            crc = (crc << 1 & 0xFFFF) ^ (flip ? 0x1021 : 0);
        }
    return static_cast<uint16_t>(crc);
}

struct Message { int type, sequence; Bytes payload; };

class UartBench {
  public:
    // Arguments that begin with + go to the model.
    UartBench(int argc, char** argv) {
        context_->commandArgs(argc, argv);
        dut_ = std::make_unique<Vdut>(context_.get());
        dut_->clk = 0;
        dut_->resetn = 1;
        dut_->uart_rxd = 1;
        dut_->eval();
    }
    ~UartBench() { dut_->final(); }

    // The cycles of a bit that the host sends, which may be off by some percent.
    double host_divisor = DIVISOR;

    void reset(int cycles = 4) {
        dut_->resetn = 0;
        run(cycles);
        dut_->resetn = 1;
    }

    void run(long cycles) { for (long i = 0; i < cycles; i++) cycle(); }

    void cycle() {
        drive();
        dut_->clk = 1;
        dut_->eval();
        dut_->clk = 0;
        dut_->eval();
        listen();
        cycle_++;
    }

    // Queues a byte; a bad one has no stop bit.
    void put(uint8_t byte, bool bad = false) { out_.push_back({byte, bad}); }
    void put(const Bytes& bytes) { for (uint8_t b : bytes) put(b); }
    bool sending() const { return !out_.empty() || bit_ >= 0; }
    void flush() { while (sending()) cycle(); }
    // Stops at once, in the middle of a byte if need be.
    void cut() { out_.clear(); bit_ = -1; level_ = true; }

    static Bytes encode(const Message& m) {
        Bytes b{0xA5, 0x5A, static_cast<uint8_t>(m.type), static_cast<uint8_t>(m.sequence),
                static_cast<uint8_t>(m.payload.size()), static_cast<uint8_t>(m.payload.size() >> 8)};
        b.insert(b.end(), m.payload.begin(), m.payload.end());
        uint16_t crc = crc16(b, 2);
        b.push_back(crc >> 8);
        b.push_back(crc & 0xFF);
        return b;
    }

    // The next message from the design; false if none comes in time.
    bool await(Message& m, long limit) {
        for (long i = 0; i < limit; i++) {
            if (take(m)) return true;
            cycle();
        }
        return take(m);
    }

    Bytes& heard() { return in_; }
    bool busy() const { return dut_->led_busy; }
    bool error() const { return dut_->led_error; }
    long now() const { return cycle_; }
    long failures() const { return failures_; }
    void fail(const std::string& what) {
        if (failures_++ < 10) std::printf("  cycle %ld: %s\n", cycle_, what.c_str());
    }

  private:
    struct Byte { uint8_t value; bool bad; };

    void drive() {
        if (bit_ < 0 && !out_.empty()) {
            bit_ = 0;
            sent_at_ = static_cast<double>(cycle_);
        }
        if (bit_ >= 0) {
            if (cycle_ >= sent_at_ + (bit_ + 1) * host_divisor) bit_++;
            if (bit_ == 10) {
                out_.pop_front();
                bit_ = -1;
                level_ = true;
                if (!out_.empty()) { bit_ = 0; sent_at_ = static_cast<double>(cycle_); }
            }
            if (bit_ == 0) level_ = false;
            else if (bit_ > 0 && bit_ < 9) level_ = out_.front().value >> (bit_ - 1) & 1;
            else if (bit_ == 9) level_ = !out_.front().bad;
        }
        dut_->uart_rxd = level_;
    }

    // Every bit must be stable for its whole time. It is sampled shortly after its beginning, in its middle, and
    // shortly before its end.
    void listen() {
        bool level = dut_->uart_txd;
        if (phase_ < 0) {
            if (!level) { phase_ = 0; shift_ = 0; }
            return;
        }
        phase_++;
        int bit = static_cast<int>(phase_ / DIVISOR), at = static_cast<int>(phase_ % DIVISOR);
        if (at == 1 && bit < 10) early_ = level;
        if (at == DIVISOR / 2 && bit < 10) {
            if (bit == 0 && level) fail("a start bit that is too short");
            if (bit > 0 && bit < 9) shift_ |= level << (bit - 1);
            if (bit == 9 && !level) fail("a stop bit is missing");
            middle_ = level;
        }
        if (at == DIVISOR - 2 && bit < 10 && (early_ != middle_ || middle_ != level)) fail("a bit does not last");
        if (phase_ == 10L * DIVISOR - 2) {
            in_.push_back(static_cast<uint8_t>(shift_));
            phase_ = -1;
        }
    }

    bool take(Message& m) {
        if (in_.size() < 8) return false;
        if (in_[0] != 0xA5 || in_[1] != 0x5A) { fail("the design says something that is no message"); in_.clear(); return false; }
        size_t length = in_[4] | in_[5] << 8;
        if (in_.size() < length + 8) return false;
        Bytes whole(in_.begin(), in_.begin() + static_cast<long>(length) + 8);
        in_.erase(in_.begin(), in_.begin() + static_cast<long>(length) + 8);
        if (crc16(whole, 2) != 0) fail("a message of the design has a wrong CRC");
        m = {whole[2], whole[3], Bytes(whole.begin() + 6, whole.end() - 2)};
        return true;
    }

    std::unique_ptr<VerilatedContext> context_ = std::make_unique<VerilatedContext>();
    std::unique_ptr<Vdut> dut_;
    std::deque<Byte> out_;
    Bytes in_;
    int bit_ = -1, shift_ = 0;
    double sent_at_ = 0;
    bool level_ = true, early_ = true, middle_ = true;
    long phase_ = -1, cycle_ = 0, failures_ = 0;
};
