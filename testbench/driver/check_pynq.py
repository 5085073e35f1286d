"""Drives a simulated design with its Python driver. Arguments: the design's name, and frames, results, numbers as files."""
import importlib
import sys

import numpy as np

import pynq

design, inputs, expected, reals = sys.argv[1:5]
frames = importlib.import_module(design + "_frames")
driver = importlib.import_module(design + "_driver")

inputs = np.fromfile(inputs, frames.IN.dtype).reshape((-1,) + frames.IN.shape)
expected = np.fromfile(expected, frames.OUT.dtype).reshape((-1,) + frames.OUT.shape)
reals = np.fromfile(reals, [("real", "<f8"), ("element", "<i8")])


def same(wanted, got, what):
    assert np.asarray(wanted).dtype == np.asarray(got).dtype, what
    assert np.array_equal(wanted, got), f"{what}: {wanted} is not {got}"


def fails(kind, words, action):
    try:
        action()
    except kind as failure:
        assert words in str(failure), failure
        return
    raise AssertionError(f"no {kind.__name__}: {words}")


# Numbers.
assert len(reals) > 100
same(reals["element"].astype(frames.IN.dtype), frames.IN.quantize(reals["real"]), "quantize")
same(frames.OUT.scale * (expected.astype(np.float64) - frames.OUT.zero), frames.OUT.dequantize(expected), "dequantize")

# Frames, all at once and one alone, integers and real numbers.
device = driver.Device.of_overlay(design + ".bit")
same(expected, device.run(inputs), "frames")
same(expected[1], device.run(inputs[1]), "a frame")
same(expected, device.run(device.quantize(frames.IN.dequantize(inputs))), "real frames")
assert device.status()["idle"] and not any(v for k, v in device.status().items() if k != "idle"), device.status()
counters = device.counters()
assert counters["frames_in"] == counters["frames_out"] == 2 * len(inputs) + 1, counters
assert counters["beats_in"] == counters["frames_in"] * frames.IN.beats, counters
assert 0 < counters["last_latency"] < counters["cycles"] < 1 << 32, counters

# What is no frame.
fails(ValueError, "a frame is", lambda: device.run(inputs[:, :1]))
fails(ValueError, "a frame is", lambda: device.run(inputs.astype(np.float32)))
fails(ValueError, "quantize first", lambda: device.run(inputs.astype(np.int64) + 1000))

# Frames of a wrong length; the next one is right.
for missing, words in (("1", "too short"), ("-1", "too long")):
    pynq.simulation.ask("m", missing if missing == "1" else "ffffffff")
    fails(driver.DeviceError, words, lambda: device.run(inputs[0]))
    same(expected[2], device.run(inputs[2]), "the frame after one that was " + words)

# A result that does not come in time; after it all is well.
fails(TimeoutError, "no result", lambda: device.run(inputs[0], timeout=-1))
same(expected[2], device.run(inputs[2]), "the frame after one that was late")

# Memory that is not there.
device._out.physical_address += 0x40000000
fails(driver.DeviceError, "the DMA stopped", lambda: device.run(inputs[0]))
device._out.physical_address -= 0x40000000
same(expected[2], device.run(inputs[2]), "the frame after an error of the DMA")


# Designs of somebody else.
class Other:
    def __init__(self, spoilt):
        self.spoilt = spoilt

    def read(self, offset):
        return device._core.read(offset) ^ self.spoilt.get(offset, 0)

    def write(self, offset, value):
        device._core.write(offset, value)


for register, words in (("ID", "no Systole design"), ("VERSION", "version"), ("NETWORK_HASH_LO", "the design is"),
                        ("NETWORK_HASH_HI", "the design is")):
    spoilt = Other({frames.REGISTERS[register]: 1 << 16})
    fails(driver.DeviceError, words, lambda: driver.Device(spoilt, device._dma, pynq.allocate))
pynq.simulation.close()
print("PASS")
