// A board at the end of a serial line. The design's UART pins are behind a pseudo-terminal, and bits have the length
// that they have on the host's side. The program prints the terminal's name, and it ends when standard input ends. BIT
// is the number of cycles of a bit, which need not be a whole number. With PRESSED, the level of the pressed button,
// the design is a board's top with its own clock and reset. With
// CLOCK_PAIR as well, its clock comes in over two pins.
//   serial [--garbage PERCENT] [--damage PERCENT] [--swallow PERCENT] [--seed N] [--press BYTE]
// The percentages are probabilities for each byte in either direction: that noise comes before it, that one of its bits
// is inverted, and that it is lost. At byte BYTE from the host, the reset button is pressed for a while.
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

constexpr uint64_t START = 64;   // cycles that a board takes to start
constexpr uint64_t HOLD = 1000;  // cycles that the button is pressed

struct Noise {
    double garbage = 0, damage = 0, swallow = 0;
    uint64_t seed = 1;
    long press = -1;
};

// The damage that a line does to bytes.
static void pass(uint8_t byte, const Noise& noise, Dice& dice, std::deque<uint8_t>& line) {
    if (dice.chance(noise.garbage)) {
        // Also what looks like a message.
        if (dice.chance(50)) line.insert(line.end(), {0xA5, 0x5A});
        for (uint32_t left = dice.next() % 5; left > 0; left--) line.push_back(static_cast<uint8_t>(dice.next()));
    }
    if (dice.chance(noise.swallow)) return;
    line.push_back(dice.chance(noise.damage) ? byte ^ 1 << dice.next() % 8 : byte);
}

// Sends bytes to the design: start bit, eight data bits, stop bit.
class Sender {
  public:
    std::deque<uint8_t> waiting;
    long sent = 0;  // bytes that have begun
    int level() {
        if (busy_ && at_ >= 10 * BIT) {
            busy_ = false;
            at_ -= 10 * BIT;
        }
        if (!busy_) {
            if (waiting.empty()) {
                at_ = 0;
                return 1;
            }
            frame_ = waiting.front() << 1 | 0x200;
            waiting.pop_front();
            busy_ = true;
            sent++;
        }
        const int index = static_cast<int>(at_ / BIT);
        at_ += 1;
        return frame_ >> index & 1;
    }

  private:
    int frame_ = 0;
    double at_ = 0;  // cycles since the start bit began
    bool busy_ = false;
};

// Receives bytes from the design. Each bit is sampled in its middle.
class Receiver {
  public:
    std::deque<uint8_t> received;
    void see(int level) {
        if (count_ == 0) {
            if (level == 0) count_ = 1, index_ = 0, byte_ = 0;
            return;
        }
        if (++count_ < (index_ + 0.5) * BIT) return;
        if (index_ == 0 && level != 0) fail("a start bit is too short");
        if (index_ >= 1 && index_ <= 8) byte_ |= level << (index_ - 1);
        if (index_ == 9) {
            if (level == 0) fail("a stop bit is missing");
            received.push_back(static_cast<uint8_t>(byte_));
            count_ = 0;
        }
        index_++;
    }
    void forget() { count_ = 0; }
    [[noreturn]] static void fail(const char* what) {
        std::printf("BROKEN %s\n", what);
        std::exit(1);
    }

  private:
    long count_ = 0;
    int index_ = 0, byte_ = 0;
};

class Pins {
  public:
#ifdef PRESSED
    static constexpr uint64_t POWER_ON = 0;  // cycles of reset: a board's top sees to that itself
#else
    static constexpr uint64_t POWER_ON = 8;
#endif
    explicit Pins(VerilatedContext* context) : dut_(context) {}
    ~Pins() { dut_.final(); }
    // Runs a cycle and returns the level that the design sends.
    int cycle(int rxd, bool reset) {
        dut_.uart_rxd = rxd;
#ifdef PRESSED
        dut_.reset_button = reset ? PRESSED : !PRESSED;
#else
        dut_.resetn = !reset;
#endif
        clock(0);
        clock(1);
        return dut_.uart_txd;
    }
    bool busy() const { return dut_.led_busy; }
    bool error() const { return dut_.led_error; }

  private:
    void clock(uint8_t level) {
#if defined(CLOCK_PAIR)
        dut_.clk_in_p = level;
        dut_.clk_in_n = !level;
#elif defined(PRESSED)
        dut_.clk_in = level;
#else
        dut_.clk = level;
#endif
        dut_.eval();
    }
    Vdut dut_;
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
        else if (!std::strcmp(argv[i], "--press")) noise.press = static_cast<long>(value);
        else Receiver::fail("unknown option");
    }
    return noise;
}

int main(int argc, char** argv) {
    Noise noise = options(argc, argv);
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
    Pins pins(&context);
    Sender sender;
    Receiver receiver;
    std::deque<uint8_t> back;
    uint64_t cycles = 0, released = Pins::POWER_ON;
    for (;; cycles++) {
        if (cycles % static_cast<int>(BIT) == 0) {
            uint8_t bytes[256];
            const ssize_t count = read(terminal, bytes, sizeof(bytes));
            for (ssize_t i = 0; i < count; i++) pass(bytes[i], noise, dice, sender.waiting);
            for (uint8_t byte : receiver.received) pass(byte, noise, dice, back);
            receiver.received.clear();
            while (!back.empty() && write(terminal, &back.front(), 1) == 1) back.pop_front();
            if (readable(STDIN_FILENO)) break;
        }
        if (sender.sent == noise.press) {
            released = cycles + HOLD;
            noise.press = -1;
        }
        const int level = pins.cycle(sender.level(), cycles < released);
        if (cycles < released + START) receiver.forget();
        else receiver.see(level);
    }
    std::printf("busy %d, error %d\n", pins.busy(), pins.error());
    std::printf("%llu cycles\n", static_cast<unsigned long long>(cycles));
    return 0;
}
