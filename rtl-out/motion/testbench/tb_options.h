// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// Command line of the testbench.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "design.h"

struct Options {
    std::string input, expected, user, trace, json;
    long frames = 0;  // 0: as many as the input file holds
    double stall = 0;  // probability per cycle, 0 to 0.95
    uint64_t seed = 1;
    long reset_cycles = 8;
    long garbage = 0;
    long max_idle = IDLE_LIMIT;
    long phases = 1;
    std::set<long> short_frames, long_frames;
};

[[noreturn]] inline void usage(const std::string& problem) {
    std::fprintf(stderr, "%s: %s (--help lists the options)\n", DESIGN, problem.c_str());
    std::exit(2);
}

inline void print_help() {
    std::printf(
        "Streams frames through %s and compares every output beat.\n"
        "  --input FILE        frames to send: hex text, one beat a line, most significant byte first\n"
        "  --expected FILE     the same for the frames to come out\n"
        "  --user FILE         s_axis_tuser of each frame's first beat, 00 or 01 a line: it begins afresh (default 00)\n"
        "  --frames N          only the first N frames of the file\n"
        "  --stall PERCENT     probability per cycle that a side pauses, 0 to 95; in bursts (default 0)\n"
        "  --seed N            of the pauses and of the garbage (default 1)\n"
        "  --reset-cycles N    0: no reset, starts as configured (default 8)\n"
        "  --garbage N         N cycles of random frames before the reset, which cuts them off\n"
        "  --short-frame K     frame K is sent one beat short (may be repeated)\n"
        "  --long-frame K      frame K is sent some beats long (may be repeated)\n"
        "  --max-idle N        cycles without a handshake that count as a deadlock (default %ld)\n"
        "  --phases 0          leaves out what follows the frames: a stopped sink, a reset in a frame, wrong frames\n"
        "  --json FILE         writes the results\n"
        "  --trace FILE.fst    writes all waves; needs a build with --trace-fst\n"
        "Exit status: 0 passed, 1 failed, 2 wrong usage.\n",
        DESIGN, static_cast<long>(IDLE_LIMIT));
}

inline long parse_number(const std::string& option, const char* text, long min, long max) {
    char* end = nullptr;
    long value = std::strtol(text, &end, 10);
    if (end == text || *end != 0 || value < min || value > max) {
        usage(option + " takes a number from " + std::to_string(min) + " to " + std::to_string(max));
    }
    return value;
}

inline void validate(const Options& o) {
    if (o.input.empty() || o.expected.empty()) usage("--input and --expected are needed");
    if (!o.short_frames.empty() && IN_BEATS < 2) usage("a frame of one beat cannot be sent short");
    if (o.garbage > 0 && o.reset_cycles == 0) usage("--garbage needs a reset");
    for (long k : o.short_frames) {
        if (o.long_frames.count(k)) usage("a frame cannot be both short and long");
    }
#ifndef DESIGN_IS_STATEFUL
    if (!o.user.empty()) usage("--user needs a design with s_axis_tuser");
#endif
#if !VM_TRACE
    if (!o.trace.empty()) usage("--trace needs a build with --trace-fst");
#endif
}

inline Options parse_options(int argc, char** argv) {
    constexpr long kMax = 1L << 40;
    Options o;
    for (int i = 1; i < argc; i++) {
        const std::string name = argv[i];
        if (name == "--help") {
            print_help();
            std::exit(0);
        }
        if (i + 1 >= argc) usage(name + " is unknown or misses its value");
        const char* value = argv[++i];
        if (name == "--input") o.input = value;
        else if (name == "--expected") o.expected = value;
        else if (name == "--user") o.user = value;
        else if (name == "--trace") o.trace = value;
        else if (name == "--json") o.json = value;
        else if (name == "--frames") o.frames = parse_number(name, value, 1, kMax);
        else if (name == "--stall") o.stall = parse_number(name, value, 0, 95) / 100.0;
        else if (name == "--seed") o.seed = parse_number(name, value, 0, kMax);
        else if (name == "--reset-cycles") o.reset_cycles = parse_number(name, value, 0, kMax);
        else if (name == "--garbage") o.garbage = parse_number(name, value, 0, kMax);
        else if (name == "--max-idle") o.max_idle = parse_number(name, value, 1, kMax);
        else if (name == "--phases") o.phases = parse_number(name, value, 0, 1);
        else if (name == "--short-frame") o.short_frames.insert(parse_number(name, value, 0, kMax));
        else if (name == "--long-frame") o.long_frames.insert(parse_number(name, value, 0, kMax));
        else usage(name + " is unknown");
    }
    validate(o);
    return o;
}
