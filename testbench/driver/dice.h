// Random numbers, which are the same for the same seed.
#pragma once
#include <cstdint>

// xorshift64*
class Dice {
  public:
    explicit Dice(uint64_t seed) : state_(seed * 2 + 1) {}
    uint32_t next() {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return static_cast<uint32_t>((state_ * 0x2545F4914F6CDD1Du) >> 32);
    }
    bool chance(double percent) { return next() % 100000 < percent * 1000; }

  private:
    uint64_t state_;
};
