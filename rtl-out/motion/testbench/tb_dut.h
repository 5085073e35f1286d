// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// The design under test with its clock, its resets, and its traces.
#pragma once
#include "Vdut.h"
#include "verilated.h"
#if VM_TRACE
#include "verilated_fst_c.h"
#endif

#include <memory>

#include "tb_stream.h"

class Dut {
  public:
    explicit Dut(const Options& o) : random_(o.seed + 99) {
        context_->randReset(2);  // what the design does not initialise starts at random
        context_->randSeed(static_cast<int>(o.seed % 0x7fffffff) + 1);
        context_->traceEverOn(!o.trace.empty());
        dut_ = std::make_unique<Vdut>(context_.get());
#if VM_TRACE
        if (o.trace.empty()) return;
        trace_ = std::make_unique<VerilatedFstC>();
        dut_->trace(trace_.get(), 99);
        trace_->open(o.trace.c_str());
#endif
    }

    ~Dut() {
#if VM_TRACE
        if (trace_) trace_->close();
#endif
        dut_->final();
    }

    Vdut* operator->() { return dut_.get(); }
    bool finished() const { return context_->gotFinish(); }

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

    // Frames of random data, to be cut off by a reset. A wild sink pauses, and wild frames have wrong lengths. A wild
    // run ends within a frame.
    void send_garbage(long cycles, bool wild) {
        std::vector<uint8_t> beat(IN_BYTES);
        random_.fill(beat);
        long at = 0;  // beats of the frame that were sent
        dut_->aresetn = 1;
        for (long i = 0; i < cycles || (wild && (at == 0 || at >= IN_BEATS) && i < 2 * cycles); i++) {
            dut_->m_axis_tready = !wild || random_.chance(0.5);
            dut_->s_axis_tvalid = 1;
            dut_->s_axis_tlast = (at == IN_BEATS - 1) != (wild && beat[0] % 16 == 5);
            write_port(dut_->s_axis_tdata, beat.data(), IN_BYTES);
            set_user(beat[0] & 1);
            clock(0);
            if (dut_->s_axis_tready) {
                random_.fill(beat);
                at = dut_->s_axis_tlast ? 0 : at + 1;
            }
            clock(1);
        }
        dut_->s_axis_tvalid = 0;
    }

    // Returns whether the output is silent at the end of the reset.
    bool reset(long cycles) {
        bool silent = true;
        dut_->s_axis_tvalid = 0;
        for (long i = 0; i < cycles; i++) {
            dut_->aresetn = 0;
            clock(0);
            if (i > 0 && i == cycles - 1) silent = !dut_->m_axis_tvalid;
            clock(1);
        }
        dut_->aresetn = 1;
        return silent;
    }

  private:
    Random random_;
    std::unique_ptr<VerilatedContext> context_ = std::make_unique<VerilatedContext>();
    std::unique_ptr<Vdut> dut_;
#if VM_TRACE
    std::unique_ptr<VerilatedFstC> trace_;
#endif
};
