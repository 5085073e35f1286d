// Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
// Constants of motion for tb.cpp.
#pragma once
constexpr const char* DESIGN = "motion";
constexpr int IN_LANES = 4;             // elements a beat
constexpr int IN_ELEM_BYTES = 1;
constexpr int IN_SIGNED = 1;
constexpr int IN_BEATS = 64;             // a frame
constexpr int OUT_LANES = 1;
constexpr int OUT_ELEM_BYTES = 1;
constexpr int OUT_SIGNED = 0;
constexpr int OUT_BEATS = 1;
constexpr int OUT_HEIGHT = 1;         // shape of an output frame
constexpr int OUT_WIDTH = 1;
constexpr int OUT_CHANNELS = 1;
constexpr long PASSAGE = 486;           // predicted cycles of a frame and until the next one
constexpr long IDLE_LIMIT = 11944;        // cycles without a handshake that count as a deadlock
