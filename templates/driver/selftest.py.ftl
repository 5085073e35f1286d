"""Self-test of ${design} on PYNQ:   sudo -i python3 ${design}_selftest.py

Sends the frames of selftest.json as one batch, and compares every element with what the golden model makes of
them. The exit code is 0 if all elements are right.
"""
import json
import os
import sys

import numpy as np

from ${design}_driver import Device
from ${design}_frames import CONSTANTS, IN, OUT

HERE = os.path.dirname(os.path.abspath(__file__))


def frames():
    """The frames, and the outputs that are expected, in the order of the model's author."""
    with open(os.path.join(HERE, "selftest.json")) as file:
        data = json.load(file)
    return (np.array(data[name], t.dtype).reshape((-1,) + t.shape) for name, t in (("inputs", IN), ("outputs", OUT)))


def selftest(device):
    """Resets the design and tests it; prints PASS or FAIL, and the rate. Returns whether all elements are right."""
    inputs, expected = frames()
    device.reset()
    before = device.counters()["cycles"]
    got = device.run(inputs, timeout=10.0, batch=len(inputs))
    cycles = device.counters()["cycles"] - before
    differences = np.argwhere((got != expected).reshape(len(expected), -1))
    if len(differences):
        frame, element = differences[0]
        wanted, found = (a[frame].ravel()[element] for a in (expected, got))
        print(f"FAIL  ${design}: frame {frame}, element {element}: expected {wanted}, got {found}")
        print(f"FAIL  ${design}: {len(differences)} of {expected.size} elements differ")
    else:
        print(f"PASS  ${design}: {len(inputs)} frames, bit-exact")
    rate = len(inputs) * CONSTANTS["CLOCK_HZ"] // cycles
    print(f"{rate} frames/s in one batch of {len(inputs)} ({cycles} cycles)")
    return not len(differences)


if __name__ == "__main__":
    sys.exit(0 if selftest(Device.of_overlay(os.path.join(HERE, "${design}.bit"))) else 1)
