// A bus around d_axi: masters with random pauses on every channel, and checkers that do not trust them.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "Vdut.h"
#include "design_axi.h"
#include "verilated.h"

// splitmix64
class Dice {
  public:
    explicit Dice(uint64_t seed) : state_(seed) {}
    uint64_t next() {
        uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    bool chance(int percent) { return static_cast<int>(next() % 100) < percent; }

  private:
    uint64_t state_;
};

struct Write { uint32_t address, data, strobes; };
struct Response { uint32_t data, resp; };
struct StreamBeat { std::vector<uint8_t> data; uint32_t keep; bool last; };

constexpr uint32_t OKAY = 0, SLVERR = 2;

// Checks that valid does not drop, and that the offered data does not change until it is taken.
class Stable {
  public:
    explicit Stable(const char* channel) : channel_(channel) {}

    // Checks one cycle by the values before the clock edge. Returns the error that it finds.
    const char* observe(bool valid, bool ready, std::string payload) {
        const char* wrong = nullptr;
        if (waits_ && !valid) wrong = "valid dropped";
        if (waits_ && valid && payload != payload_) wrong = "the payload changed while it waited";
        waits_ = valid && !ready;
        payload_ = std::move(payload);
        return wrong;
    }
    void forget() { waits_ = false; }
    const char* channel() const { return channel_; }

  private:
    const char* channel_;
    bool waits_ = false;
    std::string payload_;
};

class AxiBench {
  public:
    // Arguments that begin with + go to the model.
    AxiBench(int argc, char** argv, uint64_t seed, long bus_period, long core_period)
        : dice_(seed), bus_period_(bus_period), core_period_(core_period) {
        context_->commandArgs(argc, argv);
        dut_ = std::make_unique<Vdut>(context_.get());
        dut_->s_axi_aresetn = 1;
        idle_inputs();
        dut_->eval();
    }
    ~AxiBench() { dut_->final(); }

    // ------------------------------------------------------------ what tests do
    int pause = 30;                       // percent of the cycles in which each channel pauses
    bool sink_open = true;                // whether results are taken at all
    bool source_open = true;              // whether beats are offered
    std::deque<StreamBeat> to_send;
    std::vector<StreamBeat> received;
    long beats_taken = 0;
    static inline long pace = 0;          // cycles that a frame takes through the design

    void reset(int cycles = 8) {
        dut_->s_axi_aresetn = 0;
        to_send.clear();
        writes_.clear(); reads_.clear();
        aw_held_ = w_held_ = ar_held_ = s_held_ = false;
        aw_taken_ = w_taken_ = b_taken_ = ar_taken_ = r_taken_ = queued_writes_ = queued_reads_ = 0;
        aw_taken_old_ = w_taken_old_ = ar_taken_old_ = 0;
        aw_index_ = w_index_ = 0;
        written_.clear(); read_.clear();
        in_reset_ = 0;
        run(cycles);
        dut_->s_axi_aresetn = 1;
        received.clear();
    }

    void queue_write(uint32_t address, uint32_t data, uint32_t strobes = 0xF) {
        writes_.push_back({address, data, strobes});
        queued_writes_++;
    }
    void queue_read(uint32_t address) {
        reads_.push_back(address);
        queued_reads_++;
    }

    Response write(uint32_t address, uint32_t data, uint32_t strobes = 0xF) {
        queue_write(address, data, strobes);
        wait([&] { return pending_writes() == 0; }, "a write response");
        return written_.empty() ? Response{0, 3} : written_.back();
    }
    Response read_response(uint32_t address) {
        queue_read(address);
        wait([&] { return pending_reads() == 0; }, "a read response");
        return read_.empty() ? Response{0, 3} : read_.back();
    }
    uint32_t read(uint32_t address) {
        Response r = read_response(address);
        if (r.resp != OKAY) fail("a read of a register was not answered with OKAY");
        return r.data;
    }
    const std::vector<Response>& reads_done() const { return read_; }
    void drain() { wait([&] { return pending_reads() == 0 && pending_writes() == 0; }, "responses"); }
    const std::vector<Response>& writes_done() const { return written_; }

    void send(const std::vector<uint8_t>& frame, long beats = IN_BEATS) {
        for (long i = 0; i < beats; i++) {
            std::vector<uint8_t> data(IN_BUS_BYTES);
            for (uint8_t& b : data) b = static_cast<uint8_t>(dice_.next());
            if (i < IN_BEATS) std::memcpy(data.data(), &frame[i * IN_CORE_BYTES], IN_CORE_BYTES);
            to_send.push_back({data, (IN_BUS_BYTES == 32 ? ~0u : (1u << IN_BUS_BYTES) - 1), i == beats - 1});
        }
    }

    void run(long cycles) { for (long i = 0; i < cycles; i++) cycle(); }

    // A limit is for a design that takes no time. The time of the network is added to it.
    bool wait(const std::function<bool()>& done, const char* what, long limit = 20000) {
        for (long i = 0; i < limit + 200 * pace; i++) {
            if (done()) return true;
            cycle();
        }
        if (!done()) fail(std::string("waited in vain for ") + what);
        return done();
    }

    void stream_reset(bool on) { stream_reset_ = on; if (on) m_.forget(); }
    void stop_source() {
        s_held_ = false;
        to_send.clear();
    }
    bool irq() const { return dut_->irq; }
    bool tready() const { return dut_->s_axis_tready; }
    bool tvalid() const { return dut_->m_axis_tvalid; }
    long now() const { return cycle_; }
    long last_write_at() const { return last_write_; }
    long last_read_at() const { return last_read_; }
    long first_in_at = -1, last_out_at = -1;
    long answered_at = -1;                // when the last write's response was first there

    void fail(const std::string& what) {
        if (failures_++ < 10) std::printf("  cycle %ld: %s\n", cycle_, what.c_str());
    }
    long failures() const { return failures_; }
    Dice& dice() { return dice_; }

    void cycle() {
        drive();
        until(next_bus_ - bus_period_ / 4);
        dut_->eval();
        sample();
        until(next_bus_);
        dut_->s_axi_aclk = 1;
        dut_->eval();
        until(next_bus_ + bus_period_ / 2);
        dut_->s_axi_aclk = 0;
        dut_->eval();
        next_bus_ += bus_period_;
        cycle_++;
    }

  private:
    // Advances the core's clock, which drifts against that of the bus.
    void until(long time) {
#ifdef CORE_CLOCK
        while (next_core_ <= time) {
            dut_->core_clk = !dut_->core_clk;
            dut_->eval();
            next_core_ += core_period_ / 2 + static_cast<long>(dice_.next() % (core_period_ / 8 + 1));
        }
#else
        (void)time;
#endif
    }

    void idle_inputs() {
        dut_->s_axi_awvalid = dut_->s_axi_wvalid = dut_->s_axi_arvalid = 0;
        dut_->s_axi_bready = dut_->s_axi_rready = 0;
        dut_->s_axis_tvalid = dut_->m_axis_tready = 0;
    }

    bool pauses() { return dice_.chance(pause); }

    void drive() {
        if (!dut_->s_axi_aresetn) {
            idle_inputs();
            return;
        }
        if (aw_index_ == 1 && w_index_ == 1) {
            writes_.pop_front();
            aw_index_ = w_index_ = 0;
        }
        if (!aw_held_ && aw_index_ == 0 && !writes_.empty() && !pauses()) aw_held_ = true;
        if (!w_held_ && w_index_ == 0 && !writes_.empty() && !pauses()) w_held_ = true;
        if (!ar_held_ && !reads_.empty() && !pauses()) ar_held_ = true;
        if (!s_held_ && source_open && !to_send.empty() && !pauses()) s_held_ = true;

        dut_->s_axi_awvalid = aw_held_;
        dut_->s_axi_awaddr = aw_held_ ? writes_.front().address : dice_.next() & 0xFFF;
        dut_->s_axi_awprot = dice_.next() & 7;
        dut_->s_axi_wvalid = w_held_;
        dut_->s_axi_wdata = w_held_ ? writes_.front().data : static_cast<uint32_t>(dice_.next());
        dut_->s_axi_wstrb = w_held_ ? writes_.front().strobes : dice_.next() & 0xF;
        dut_->s_axi_bready = !pauses();
        dut_->s_axi_arvalid = ar_held_;
        dut_->s_axi_araddr = ar_held_ ? reads_.front() : dice_.next() & 0xFFF;
        dut_->s_axi_arprot = dice_.next() & 7;
        dut_->s_axi_rready = !pauses();
        dut_->s_axis_tvalid = s_held_;
        if (s_held_) {
            std::memcpy(&dut_->s_axis_tdata, to_send.front().data.data(), IN_BUS_BYTES);
            dut_->s_axis_tkeep = to_send.front().keep;
            dut_->s_axis_tlast = to_send.front().last;
        } else {
            dut_->s_axis_tlast = dice_.next() & 1;
        }
        dut_->m_axis_tready = sink_open && !pauses();
    }

    void check(Stable& channel, bool valid, bool ready, std::string payload) {
        const char* wrong = channel.observe(valid, ready, std::move(payload));
        if (wrong) fail(std::string(channel.channel()) + ": " + wrong);
    }

    void sample() {
        if (!dut_->s_axi_aresetn) {
            if (in_reset_++ >= 2 && (dut_->s_axi_bvalid || dut_->s_axi_rvalid || dut_->m_axis_tvalid)) fail("valid in reset");
            b_.forget(); r_.forget(); m_.forget();
            return;
        }
        check(b_, dut_->s_axi_bvalid, dut_->s_axi_bready, std::to_string(dut_->s_axi_bresp));
        check(r_, dut_->s_axi_rvalid, dut_->s_axi_rready, std::to_string(dut_->s_axi_rdata) + "/" + std::to_string(dut_->s_axi_rresp));
        std::string beat(reinterpret_cast<const char*>(&dut_->m_axis_tdata), OUT_BUS_BYTES);
        beat += dut_->m_axis_tlast ? "L" : "-";
        if (stream_reset_) m_.forget();
        else check(m_, dut_->m_axis_tvalid, dut_->m_axis_tready, beat);

        if (dut_->s_axi_awvalid && dut_->s_axi_awready) { aw_held_ = false; aw_index_ = 1; aw_taken_++; }
        if (dut_->s_axi_wvalid && dut_->s_axi_wready) { w_held_ = false; w_index_ = 1; w_taken_++; }
        if (dut_->s_axi_bvalid) {
            if (!answering_) answered_at = cycle_;
            answering_ = !dut_->s_axi_bready;
            if (b_taken_ >= aw_taken_old_ || b_taken_ >= w_taken_old_) fail("a write response without a write");
            if (dut_->s_axi_bready) { b_taken_++; written_.push_back({0, dut_->s_axi_bresp}); last_write_ = cycle_; }
        }
        if (dut_->s_axi_arvalid && dut_->s_axi_arready) { ar_held_ = false; reads_.pop_front(); ar_taken_++; }
        if (dut_->s_axi_rvalid) {
            if (r_taken_ >= ar_taken_old_) fail("a read response without a read");
            if (dut_->s_axi_rready) { r_taken_++; read_.push_back({dut_->s_axi_rdata, dut_->s_axi_rresp}); last_read_ = cycle_; }
        }
        aw_taken_old_ = aw_taken_; w_taken_old_ = w_taken_; ar_taken_old_ = ar_taken_;

        if (dut_->s_axis_tvalid && dut_->s_axis_tready) {
            if (first_in_at < 0) first_in_at = cycle_;
            to_send.pop_front();
            s_held_ = false;
            beats_taken++;
        }
        if (dut_->m_axis_tvalid && dut_->m_axis_tready) {
            std::vector<uint8_t> data(OUT_BUS_BYTES);
            std::memcpy(data.data(), &dut_->m_axis_tdata, OUT_BUS_BYTES);
            if (dut_->m_axis_tkeep != (OUT_BUS_BYTES == 32 ? ~0u : (1u << OUT_BUS_BYTES) - 1)) fail("m_axis_tkeep is not all ones");
            received.push_back({data, 0, static_cast<bool>(dut_->m_axis_tlast)});
            if (dut_->m_axis_tlast) last_out_at = cycle_;
        }
    }

    size_t pending_writes() const { return queued_writes_ - b_taken_; }
    size_t pending_reads() const { return queued_reads_ - r_taken_; }

    Dice dice_;
    const long bus_period_, core_period_;
    std::unique_ptr<VerilatedContext> context_ = std::make_unique<VerilatedContext>();
    std::unique_ptr<Vdut> dut_;
    std::deque<Write> writes_;
    std::deque<uint32_t> reads_;
    std::vector<Response> written_, read_;
    bool aw_held_ = false, w_held_ = false, ar_held_ = false, s_held_ = false, stream_reset_ = false, answering_ = false;
    int aw_index_ = 0, w_index_ = 0, in_reset_ = 0;
    size_t aw_taken_ = 0, w_taken_ = 0, b_taken_ = 0, ar_taken_ = 0, r_taken_ = 0;
    size_t queued_writes_ = 0, queued_reads_ = 0;
    size_t aw_taken_old_ = 0, w_taken_old_ = 0, ar_taken_old_ = 0;
    Stable b_{"B"}, r_{"R"}, m_{"m_axis"};
    long cycle_ = 0, next_bus_ = 1000000, next_core_ = 1000000, failures_ = 0, last_write_ = 0, last_read_ = 0;
};
