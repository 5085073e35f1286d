// A board at the end of a serial line: the design's UART pins behind a pseudo-terminal, bit by bit at the divisor it was built
// for. Prints the terminal's name, and ends with standard input. DIVISOR is the cycles of a bit.
//   serial [--garbage PERCENT] [--damage PERCENT] [--swallow PERCENT] [--seed N]
// Per byte: noise comes before it, a bit of it turns over, it is lost; in either direction.
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <memory>

#include "Vdut.h"
#include "dice.h"
#include "verilated.h"

struct Noise {
    double garbage = 0, damage = 0, swallow = 0;
    uint64_t seed = 1;
};

// What a line does to bytes.
static void pass(uint8_t byte, const Noise& noise, Dice& dice, std::deque<uint8_t>& line) {
    if (dice.chance(noise.garbage)) {
        // Also what looks like a message.
        if (dice.chance(50)) line.insert(line.end(), {0xA5, 0x5A});
        for (uint32_t left = dice.next() % 5; left > 0; left--) line.push_back(static_cast<uint8_t>(dice.next()));
    }
    if (dice.chance(noise.swallow)) return;
    line.push_back(dice.chance(noise.damage) ? byte ^ 1 << dice.next() % 8 : byte);
}

// To the design: start bit, eight data bits, stop bit.
class Sender {
  public:
    std::deque<uint8_t> waiting;
    bool idle() const { return bit_ == 0 && waiting.empty(); }
    int level() {
        if (bit_ == 0) {
            if (waiting.empty()) return 1;
            frame_ = waiting.front() << 1 | 0x200;
            waiting.pop_front();
            bit_ = 10 * DIVISOR;
        }
        const int index = (10 * DIVISOR - bit_--) / DIVISOR;
        return frame_ >> index & 1;
    }

  private:
    int frame_ = 0, bit_ = 0;
};

// From the design: each bit is looked at in its middle.
class Receiver {
  public:
    std::deque<uint8_t> received;
    void see(int level) {
        if (count_ == 0) {
            if (level == 0) count_ = 1, byte_ = 0;
            return;
        }
        count_++;
        if (count_ % DIVISOR != DIVISOR / 2) return;
        const int index = count_ / DIVISOR;
        if (index == 0 && level != 0) fail("a start bit is too short");
        if (index >= 1 && index <= 8) byte_ |= level << (index - 1);
        if (index == 9) {
            if (level == 0) fail("a stop bit is missing");
            received.push_back(static_cast<uint8_t>(byte_));
            count_ = 0;
        }
    }
    [[noreturn]] static void fail(const char* what) {
        std::printf("BROKEN %s\n", what);
        std::exit(1);
    }

  private:
    int count_ = 0, byte_ = 0;
};

static bool readable(int file) {
    pollfd waiting = {file, POLLIN, 0};
    return poll(&waiting, 1, 0) > 0 && waiting.revents != 0;
}

static Noise options(int argc, char** argv) {
    Noise noise;
    for (int i = 1; i + 1 < argc; i += 2) {
        const double value = std::atof(argv[i + 1]);
        if (!std::strcmp(argv[i], "--garbage")) noise.garbage = value;
        else if (!std::strcmp(argv[i], "--damage")) noise.damage = value;
        else if (!std::strcmp(argv[i], "--swallow")) noise.swallow = value;
        else if (!std::strcmp(argv[i], "--seed")) noise.seed = static_cast<uint64_t>(value);
        else Receiver::fail("unknown option");
    }
    return noise;
}

int main(int argc, char** argv) {
    const Noise noise = options(argc, argv);
    Dice dice(noise.seed);
    int terminal, other;
    char name[256];
    if (openpty(&terminal, &other, name, nullptr, nullptr) != 0) Receiver::fail("there is no pseudo-terminal");
    termios raw;
    tcgetattr(other, &raw);
    cfmakeraw(&raw);
    tcsetattr(other, TCSANOW, &raw);
    fcntl(terminal, F_SETFL, O_NONBLOCK);
    std::printf("%s\n", name);
    std::fflush(stdout);

    VerilatedContext context;
    context.randReset(2);
    Vdut dut(&context);
    Sender sender;
    Receiver receiver;
    std::deque<uint8_t> back;
    uint64_t cycles = 0;
    for (;; cycles++) {
        if (cycles % DIVISOR == 0) {
            uint8_t bytes[256];
            const ssize_t count = read(terminal, bytes, sizeof(bytes));
            for (ssize_t i = 0; i < count; i++) pass(bytes[i], noise, dice, sender.waiting);
            for (uint8_t byte : receiver.received) pass(byte, noise, dice, back);
            receiver.received.clear();
            while (!back.empty() && write(terminal, &back.front(), 1) == 1) back.pop_front();
            if (readable(STDIN_FILENO)) break;
        }
        dut.resetn = cycles >= 8;
        dut.uart_rxd = sender.level();
        dut.clk = 0;
        dut.eval();
        if (cycles >= 16) receiver.see(dut.uart_txd);
        dut.clk = 1;
        dut.eval();
    }
    std::printf("%llu cycles\n", static_cast<unsigned long long>(cycles));
    dut.final();
    return 0;
}
