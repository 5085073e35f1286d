# Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
"""Sends frames through motion and compares every byte of the results, with and without pauses on both sides."""

import os
import random
from pathlib import Path

import cocotb
from cocotb.clock import Clock
from cocotb.regression import TestFactory
from cocotb.triggers import ClockCycles, with_timeout
from cocotbext.axi import AxiStreamBus, AxiStreamFrame, AxiStreamSink, AxiStreamSource

IN_BYTES, IN_BEATS = 4, 64  # bytes of a beat, beats of a frame
OUT_BYTES, OUT_BEATS = 1, 1
CYCLES = 1652  # more than a frame takes without pauses
PERIOD_NS = 10
VECTORS = Path(os.environ["VECTORS"])


def frames(name, beats):
    """The frames of a file with a beat in each line, as bytes, the lowest first."""
    lines = [bytes.fromhex(line)[::-1] for line in (VECTORS / name).read_text().split()]
    assert lines and len(lines) % beats == 0, f"{name} has no whole frames"
    return [b"".join(lines[i : i + beats]) for i in range(0, len(lines), beats)]


def pauses(seed, percent):
    """Tells for each cycle whether a side pauses."""
    chance = random.Random(seed)
    while True:
        yield chance.randrange(100) < percent


async def frames_are_as_expected(dut, percent):
    inputs, expected = frames("input.hex", IN_BEATS), frames("expected.hex", OUT_BEATS)
    assert len(inputs) == len(expected), "input.hex and expected.hex have not as many frames"
    source = AxiStreamSource(AxiStreamBus.from_prefix(dut, "s_axis"), dut.aclk, dut.aresetn, False, byte_lanes=IN_BYTES)
    sink = AxiStreamSink(AxiStreamBus.from_prefix(dut, "m_axis"), dut.aclk, dut.aresetn, False, byte_lanes=OUT_BYTES)
    source.set_pause_generator(pauses(1, percent))
    sink.set_pause_generator(pauses(2, percent))
    dut.aresetn.value = 0
    cocotb.start_soon(Clock(dut.aclk, PERIOD_NS, "ns").start())
    await ClockCycles(dut.aclk, 8)
    dut.aresetn.value = 1
    for number, frame in enumerate(inputs):
        await source.send(AxiStreamFrame(frame))
    limit = CYCLES * PERIOD_NS * 10_000 // (100 - percent) ** 2
    for number, frame in enumerate(expected):
        result = bytes((await with_timeout(sink.recv(), limit, "ns")).tdata)
        assert result == frame, f"frame {number}: {result.hex()}, not {frame.hex()}"
    assert dut.status_short.value == 0 and dut.status_long.value == 0, "a frame was too short or too long"


factory = TestFactory(frames_are_as_expected)
factory.add_option("percent", [0, 30, 70])
factory.generate_tests()
