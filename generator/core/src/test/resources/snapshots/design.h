// Constants of tiny for tb.cpp.
#pragma once
constexpr const char* DESIGN = "tiny";
constexpr int IN_LANES = 2;             // elements a beat
constexpr int IN_ELEM_BYTES = 1;
constexpr int IN_SIGNED = 1;
constexpr int IN_BEATS = 36;             // a frame
constexpr int OUT_LANES = 1;
constexpr int OUT_ELEM_BYTES = 1;
constexpr int OUT_SIGNED = 1;
constexpr int OUT_BEATS = 3;
constexpr int OUT_HEIGHT = 1;         // shape of an output frame
constexpr int OUT_WIDTH = 1;
constexpr int OUT_CHANNELS = 3;
constexpr long PASSAGE = 852;           // predicted cycles of a frame and until the next one
constexpr long IDLE_LIMIT = 13408;        // cycles without a handshake that count as a deadlock
