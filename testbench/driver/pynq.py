"""Stands in for the module pynq: the same names, with a simulated design behind them (server.cpp)."""
import os
import subprocess

import numpy as np

_CORE, _DMA, _MEMORY = 0x43C00000, 0x40400000, 0x10000000


class _Simulation:
    def __init__(self, program):
        self._process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        self._process.stdin.write(" ".join(w if isinstance(w, str) else f"{w:x}" for w in words) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer.endswith("\n") or "BROKEN" in answer:
            raise AssertionError(f"the simulation ended: {answer}")
        return answer.strip()

    def close(self):
        self._process.stdin.close()
        self._process.wait()


simulation = None


class Overlay:
    """A bitstream: here, the simulation that SYSTOLE_SIMULATION names, started anew."""

    def __init__(self, bitfile):
        global simulation
        if not bitfile.endswith(".bit"):
            raise ValueError(bitfile)
        simulation = _Simulation(os.environ["SYSTOLE_SIMULATION"])
        allocate.free = _MEMORY
        core = bitfile.split("/")[-1][:-4] + "_axi_0"
        self.ip_dict = {
            core: {"phys_addr": _CORE, "addr_range": 0x1000},
            "axi_dma_0": {"phys_addr": _DMA, "addr_range": 0x10000},
        }


class MMIO:
    def __init__(self, base_addr, length=4):
        self._commands = {_CORE: "rw", _DMA: "RW"}[base_addr]
        self._length = length

    def _check(self, offset):
        if offset % 4 or not 0 <= offset < self._length:
            raise ValueError(offset)

    def read(self, offset=0):
        self._check(offset)
        return int(simulation.ask(self._commands[0], offset), 16)

    def write(self, offset, value):
        self._check(offset)
        if not 0 <= value < 1 << 32:
            raise ValueError(value)
        simulation.ask(self._commands[1], offset, value)


class PynqBuffer(np.ndarray):
    """An array in memory that the DMA reaches once it is flushed, and that sees what the DMA wrote once invalidated."""

    def flush(self):
        simulation.ask("p", self.physical_address, self.tobytes().hex())

    def invalidate(self):
        text = simulation.ask("g", self.physical_address, self.nbytes)
        self[...] = np.frombuffer(bytes.fromhex(text), self.dtype).reshape(self.shape)


def allocate(shape, dtype="u4"):
    buffer = np.full(shape, 0x5A, dtype).view(PynqBuffer)
    buffer.physical_address = allocate.free
    allocate.free += (buffer.nbytes + 4095) // 4096 * 4096
    return buffer
