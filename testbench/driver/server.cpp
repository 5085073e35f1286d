// Lets another program act as the processor. Each line on standard input is a command, and each line on standard output
// is an answer. Numbers are hexadecimal. MACRO and HEADER name the design.
//   r OFFSET         reads a register of the design      R OFFSET        reads a register of the DMA
//   w OFFSET VALUE   writes a register of the design     W OFFSET VALUE  writes a register of the DMA
//   p ADDRESS BYTES  puts bytes into memory              g ADDRESS N     gets N bytes of memory
//   m N              leaves N beats out of the next frame sent, or adds -N
#include <iostream>
#include <sstream>
#include <string>

extern "C" {
#include HEADER
}
#include "soc.h"

#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)

static int digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

static std::string get(Soc& soc, uint64_t address, size_t count) {
    std::string text;
    for (size_t i = 0; i < count; i++) {
        const uint8_t byte = soc.memory().at(address - Soc::BASE + i);
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

int main(int argc, char** argv) {
    Soc soc(JOIN(MACRO, IN_BEAT_BYTES), JOIN(MACRO, OUT_BEAT_BYTES), argc > 1 ? std::atoi(argv[1]) : 0, 1);
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        char command = 0;
        uint64_t address = 0;
        words >> command >> std::hex >> address;
        std::string rest;
        words >> rest;
        const auto number = [&] { return static_cast<uint32_t>(std::stoul(rest, nullptr, 16)); };
        switch (command) {
            case 'r': std::cout << std::hex << soc.read(address); break;
            case 'R': std::cout << std::hex << soc.dma_read(address); break;
            case 'w': soc.write(address, number()); break;
            case 'W': soc.dma_write(address, number()); break;
            case 'p':
                for (size_t i = 0; i + 1 < rest.size(); i += 2) {
                    soc.memory().at(address - Soc::BASE + i / 2) = static_cast<uint8_t>(digit(rest[i]) << 4 | digit(rest[i + 1]));
                }
                break;
            case 'g': std::cout << get(soc, address, number()); break;
            case 'm': soc.missing_beats = static_cast<int>(address); break;
            default: broken("no such command");
        }
        std::cout << std::endl;
    }
    return 0;
}
