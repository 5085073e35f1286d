// The surroundings of a processor in simulation: a bus master for the registers, AMD's AXI DMA in simple mode, memory
// with a cache that is written back and refilled only on demand, and Verilator's model of the whole design.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

#include "Vdut.h"
#include "dice.h"
#include "verilated.h"

[[noreturn]] inline void broken(const char* what, unsigned value = 0) {
    std::printf("BROKEN %s (0x%x)\n", what, value);
    std::exit(1);
}

// One channel of the DMA as software sees it (AMD PG021, simple mode).
struct Channel {
    static constexpr uint32_t RUN = 1, RESET = 4;
    static constexpr uint32_t HALTED = 1, IDLE = 2, INTERNAL_ERROR = 0x10, DECODE_ERROR = 0x40, DONE = 0x1000;
    uint32_t control = 0, status = HALTED, length = 0;
    uint64_t address = 0;
    uint32_t moved = 0;  // bytes of the transfer under way
    bool busy = false;

    void fail(uint32_t error) {
        status = (status | error | HALTED) & ~IDLE;
        control &= ~RUN;
        busy = false;
    }
    void complete() {
        status |= IDLE | DONE;
        busy = false;
    }
};

class Soc {
  public:
    static constexpr uint64_t BASE = 0x10000000;  // of memory, as the DMA sees it
    static constexpr size_t MEMORY = 1 << 20;
    static constexpr int CYCLES_PER_MICROSECOND = 100;
    static constexpr size_t IN_BYTES = sizeof(Vdut::s_axis_tdata), OUT_BYTES = sizeof(Vdut::m_axis_tdata);

    // The memory is at BASE, unless a program's own addresses are those of the bus.
    Soc(size_t in_beat, size_t out_beat, unsigned stall, uint64_t seed, uint64_t base = BASE, size_t bytes = MEMORY)
        : base_(base), in_beat_(in_beat), out_beat_(out_beat), stall_(stall), dice_(seed), cache_(MEMORY + 64),
          memory_(bytes, 0xA5) {
        context_->randReset(2);
        context_->randSeed(static_cast<int>(seed % 0x7fffffff) + 1);
        dut_ = std::make_unique<Vdut>(context_.get());
        dut_->s_axi_awvalid = dut_->s_axi_wvalid = dut_->s_axi_bready = dut_->s_axi_arvalid = dut_->s_axi_rready = 0;
        dut_->s_axi_aresetn = 0;
        for (int i = 0; i < 8; i++) cycle();
        dut_->s_axi_aresetn = 1;
    }
    ~Soc() { dut_->final(); }

    uint64_t cycles() const { return cycles_; }
    bool interrupt() const { return dut_->irq; }
    void run(long cycles) {
        while (cycles-- > 0) cycle();
    }

    // ---------------------------------------------------------------- memory
    uint8_t* cached() { return cache_.data() + (64 - reinterpret_cast<uintptr_t>(cache_.data()) % 64) % 64; }
    uint64_t address(const void* buffer) { return base_ + (static_cast<const uint8_t*>(buffer) - cached()); }
    void flush(const void* buffer, size_t bytes) { std::memcpy(&memory_[address(buffer) - base_], buffer, bytes); }
    void invalidate(void* buffer, size_t bytes) { std::memcpy(buffer, &memory_[address(buffer) - base_], bytes); }
    std::vector<uint8_t>& memory() { return memory_; }

    // ---------------------------------------------------------------- registers of the design, over AXI4-Lite
    uint32_t read(uint32_t offset) {
        dut_->s_axi_araddr = offset;
        dut_->s_axi_arvalid = 1;
        dut_->s_axi_rready = 1;
        uint32_t data = 0;
        for (int left = kPatience; left > 0; left--) {
            dut_->eval();
            bool asked = dut_->s_axi_arvalid && dut_->s_axi_arready, answered = dut_->s_axi_rvalid;
            if (answered) data = respond(dut_->s_axi_rresp, offset, dut_->s_axi_rdata);
            cycle();
            if (asked) dut_->s_axi_arvalid = 0;
            if (answered) {
                dut_->s_axi_rready = 0;
                return data;
            }
        }
        broken("no answer to a read", offset);
    }

    void write(uint32_t offset, uint32_t value) {
        dut_->s_axi_awaddr = offset;
        dut_->s_axi_wdata = value;
        dut_->s_axi_wstrb = 15;
        dut_->s_axi_awvalid = dut_->s_axi_wvalid = dut_->s_axi_bready = 1;
        for (int left = kPatience; left > 0; left--) {
            dut_->eval();
            bool addressed = dut_->s_axi_awvalid && dut_->s_axi_awready;
            bool written = dut_->s_axi_wvalid && dut_->s_axi_wready;
            bool answered = dut_->s_axi_bvalid;
            if (answered) respond(dut_->s_axi_bresp, offset, 0);
            cycle();
            if (addressed) dut_->s_axi_awvalid = 0;
            if (written) dut_->s_axi_wvalid = 0;
            if (answered) {
                dut_->s_axi_bready = 0;
                return;
            }
        }
        broken("no answer to a write", offset);
    }

    // ---------------------------------------------------------------- registers of the DMA
    uint32_t dma_read(uint32_t offset) {
        run(3);
        const Channel& channel = offset < 0x30 ? send_ : receive_;
        switch (offset % 0x30) {
            case 0x00: return channel.control | (resetting_ > 0 ? Channel::RESET : 0);
            case 0x04: return channel.status;
            case 0x18: return static_cast<uint32_t>(channel.address);
            case 0x1C: return static_cast<uint32_t>(channel.address >> 32);
            case 0x28: return channel.length;
            default: broken("the DMA has no such register to read", offset);
        }
    }

    void dma_write(uint32_t offset, uint32_t value) {
        run(3);
        Channel& channel = offset < 0x30 ? send_ : receive_;
        switch (offset % 0x30) {
            case 0x00:
                channel.control = value & ~Channel::RESET;
                if (value & Channel::RESET) resetting_ = 20;
                else if (value & Channel::RUN) channel.status &= ~Channel::HALTED;
                break;
            case 0x04: channel.status &= ~(value & 0x7000); break;
            case 0x18: channel.address = (channel.address & ~0xFFFFFFFFull) | value; break;
            case 0x1C: channel.address = (channel.address & 0xFFFFFFFFull) | static_cast<uint64_t>(value) << 32; break;
            case 0x28: transfer(channel, value, offset < 0x30 ? in_beat_ : out_beat_); break;
            default: broken("the DMA has no such register to write", offset);
        }
    }

    // ---------------------------------------------------------------- mischief
    int missing_beats = 0, extra_beats = 0;  // of the next frame sent
    bool hold_input = false, hold_output = false;  // the DMA moves nothing

  private:
    static constexpr int kPatience = 10000;

    uint32_t respond(int response, uint32_t offset, uint32_t data) {
        if (response != 0) broken("the bus answers with an error", offset);
        return data;
    }

    void transfer(Channel& channel, uint32_t bytes, size_t beat) {
        if (resetting_ > 0) broken("a transfer is started in the DMA's reset");
        if (!(channel.control & Channel::RUN) || bytes == 0) broken("a transfer is started on a channel that does not run");
        if (channel.busy) broken("a transfer is started over another");
        channel.length = bytes;
        channel.moved = 0;
        channel.status &= ~Channel::IDLE;
        channel.busy = true;
        if (channel.address % beat != 0) channel.fail(Channel::INTERNAL_ERROR);
        else if (channel.address < base_ || channel.address + bytes > base_ + memory_.size()) channel.fail(Channel::DECODE_ERROR);
        if (&channel == &send_ && channel.busy) {
            sending_ = static_cast<long>(bytes) + (extra_beats - missing_beats) * static_cast<long>(in_beat_);
            extra_beats = missing_beats = 0;
        }
    }

    // Checks that an offered beat does not change until it is taken.
    void drive_input() {
        if (!offered_) offered_ = send_.busy && !hold_input && !dice_.chance(stall_);
        dut_->s_axis_tvalid = offered_;
        std::vector<uint8_t> beat(IN_BYTES);
        for (uint8_t& byte : beat) byte = static_cast<uint8_t>(dice_.next());
        if (offered_ && send_.moved + in_beat_ <= send_.length) {
            std::memcpy(beat.data(), &memory_[send_.address - base_ + send_.moved], in_beat_);
        }
        std::memcpy(&dut_->s_axis_tdata, beat.data(), in_beat_);
        dut_->s_axis_tkeep = ~0ull >> (64 - in_beat_);
        dut_->s_axis_tlast = offered_ && static_cast<long>(send_.moved + in_beat_) >= sending_;
    }

    void accept_input() {
        offered_ = false;
        send_.moved += static_cast<uint32_t>(in_beat_);
        if (static_cast<long>(send_.moved) >= sending_) send_.complete();
    }

    void accept_output(bool last) {
        if (receive_.moved + out_beat_ > receive_.length) {
            receive_.fail(Channel::INTERNAL_ERROR);
            return;
        }
        std::memcpy(&memory_[receive_.address - base_ + receive_.moved], &dut_->m_axis_tdata, out_beat_);
        receive_.moved += static_cast<uint32_t>(out_beat_);
        if (last) {
            receive_.length = receive_.moved;
            receive_.complete();
        }
    }

    // One clock; inputs change with the falling edge.
    void cycle() {
        drive_input();
        dut_->m_axis_tready = receive_.busy && !hold_output && !dice_.chance(stall_);
        dut_->s_axi_aclk = 0;
        dut_->eval();
        context_->timeInc(1);
        bool in = dut_->s_axis_tvalid && dut_->s_axis_tready, out = dut_->m_axis_tvalid && dut_->m_axis_tready;
        bool last = dut_->m_axis_tlast;
        if (dut_->s_axi_aresetn && in) accept_input();
        if (dut_->s_axi_aresetn && out) accept_output(last);
        dut_->s_axi_aclk = 1;
        dut_->eval();
        context_->timeInc(1);
        cycles_++;
        if (resetting_ > 0 && --resetting_ == 0) {
            send_ = receive_ = Channel();
            offered_ = false;
        }
    }

    const uint64_t base_;
    const size_t in_beat_, out_beat_;
    const unsigned stall_;
    Dice dice_;
    std::vector<uint8_t> cache_, memory_;
    std::unique_ptr<VerilatedContext> context_ = std::make_unique<VerilatedContext>();
    std::unique_ptr<Vdut> dut_;
    Channel send_, receive_;
    uint64_t cycles_ = 0;
    long sending_ = 0;
    int resetting_ = 0;
    bool offered_ = false;
};
