"""Driver of ${design} for PYNQ: NumPy arrays in, NumPy arrays out.

    from ${design}_driver import Device
    device = Device.of_overlay("${design}.bit")
    outputs = device.run(inputs)     # integers: ${input.words} in, ${output.words} out
    device.dequantize(device.run(device.quantize(real)))

<#if parts?has_content>
A frame of several tensors is one array: IN.join(tensors) makes it of arrays by name, and OUT.split(outputs) takes it apart.
Each has a scale of its own: IN.parts[name][1].quantize(real), OUT.parts[name][1].dequantize(elements).
</#if>
Arrays have the frame's shape as the model's author knows it, or that with the number of frames in front. Many frames go
to the design in batches, each of which is one transfer of the DMA.
"""
import time

import numpy as np

from ${design}_frames import CONSTANTS, FIELDS, HASH, IN, OUT, REGISTERS


class DeviceError(RuntimeError):
    """The hardware is not what it should be, or a frame went wrong."""


class Device:
    """The design, with the AXI DMA beside it. `core` and `dma` have read(offset) and write(offset, value)."""

    _SEND, _RECEIVE = 0x00, 0x30  # channels of the DMA
    _CONTROL, _STATUS, _ADDRESS, _ADDRESS_HIGH, _LENGTH = 0x00, 0x04, 0x18, 0x1C, 0x28
    _RUN, _RESET, _HALTED, _IDLE, _ERRORS = 0x1, 0x4, 0x1, 0x2, 0x70

    BATCH, MAX_FRAMES = ${batch}, ${maxFrames}  # frames of a batch: usually, and at most

    @classmethod
    def of_overlay(cls, bitfile, core="${design}_axi_0", dma="axi_dma_0"):
        """Loads a bitstream; `core` and `dma` are the names in its block design."""
        import pynq

        overlay = pynq.Overlay(bitfile)
        ports = (overlay.ip_dict[name] for name in (core, dma))
        return cls(*(pynq.MMIO(p["phys_addr"], p["addr_range"]) for p in ports), pynq.allocate)

    def __init__(self, core, dma, allocate):
        self._core, self._dma, self._allocate = core, dma, allocate
        self._check()
        self._buffers(1)
        self.quantize, self.dequantize = IN.quantize, OUT.dequantize
        self.reset()

    def _buffers(self, frames):
        """Buffers that hold as many frames, which are those of the batch before if it was of the same size."""
        if frames != getattr(self, "_frames", 0):
            self._in, self._out = (self._allocate(shape=(frames * t.bytes,), dtype=np.uint8) for t in (IN, OUT))
            self._frames = frames

    def read(self, register):
        return self._core.read(REGISTERS[register])

    def write(self, register, value):
        self._core.write(REGISTERS[register], value)

    def _check(self):
        if self.read("ID") != CONSTANTS["ID"]:
            raise DeviceError("there is no Systole design at this address")
        version, major = self.read("VERSION"), FIELDS["VERSION_MAJOR"]
        if version & major != CONSTANTS["VERSION"] & major or version < CONSTANTS["VERSION"]:
            raise DeviceError(f"the registers are of version {version:08x}, not {CONSTANTS['VERSION']:08x}")
        there = self.read("NETWORK_HASH_LO") | self.read("NETWORK_HASH_HI") << 32
        if there != HASH:
            raise DeviceError(f"the design is {there:016x}, not {HASH:016x}")

    def reset(self):
        """Drops whatever is under way, in the design and in the DMA, and clears errors."""
        reset = FIELDS["CONTROL_SOFT_RESET"]
        self._dma.write(self._SEND + self._CONTROL, self._RESET)
        self._until(lambda: not self._dma.read(self._SEND + self._CONTROL) & self._RESET)
        self.write("CONTROL", reset)
        self._until(lambda: not self.read("CONTROL") & reset)
        for channel in (self._RECEIVE, self._SEND):
            self._dma.write(channel + self._CONTROL, self._RUN)
        self.write("STATUS", ~0 & 0xFFFFFFFF)
        self.write("CONTROL", FIELDS["CONTROL_ENABLE"])

    @staticmethod
    def _until(done, limit=1.0):
        end = time.monotonic() + limit
        while not done():
            if time.monotonic() > end:
                raise DeviceError("a reset does not end")

    def _start(self, channel, buffer, length):
        address = buffer.physical_address
        self._dma.write(channel + self._ADDRESS, address & 0xFFFFFFFF)
        self._dma.write(channel + self._ADDRESS_HIGH, address >> 32)
        self._dma.write(channel + self._LENGTH, length)

    def _wait(self, timeout):
        limit = time.monotonic() + timeout
        while True:
            late = time.monotonic() > limit
            states = [self._dma.read(channel + self._STATUS) for channel in (self._SEND, self._RECEIVE)]
            if any(state & (self._ERRORS | self._HALTED) for state in states):
                self.reset()
                raise DeviceError("the DMA stopped with an error")
            if all(state & self._IDLE for state in states):
                return
            if late:
                self.reset()
                raise TimeoutError(f"no result within {timeout} s")

    def _batch(self, frames, timeout):
        self._buffers(len(frames))
        for i, frame in enumerate(frames):
            IN.pack(frame, self._in[i * IN.bytes : (i + 1) * IN.bytes])
        self._in.flush()
        self.write("TRANSFER_FRAMES", len(frames))
        self._start(self._RECEIVE, self._out, len(frames) * OUT.bytes)
        self._start(self._SEND, self._in, len(frames) * IN.bytes)
        self._wait(timeout * len(frames))
        self._out.invalidate()
        errors = self.read("STATUS") & (FIELDS["STATUS_SHORT_FRAME"] | FIELDS["STATUS_LONG_FRAME"])
        if errors:
            self.write("STATUS", errors)
            length = "short" if errors & FIELDS["STATUS_SHORT_FRAME"] else "long"
            raise DeviceError(f"the frame was too {length}")
        return [OUT.unpack(self._out[i * OUT.bytes : (i + 1) * OUT.bytes]) for i in range(len(frames))]

    def run(self, frames, timeout=1.0, batch=BATCH):
        """A frame, or several with their number in front, of which `batch` are one transfer of the DMA. Raises TimeoutError
        after `timeout` seconds for each frame of a batch."""
        if not 0 < batch <= self.MAX_FRAMES:
            raise ValueError(f"a batch has 1 to {self.MAX_FRAMES} frames, not {batch}")
        frames = np.asarray(frames)
        if frames.shape == IN.shape:
            return self._batch([frames], timeout)[0]
        results = []
        for first in range(0, len(frames), batch):
            results += self._batch(frames[first : first + batch], timeout)
        return np.array(results, OUT.dtype).reshape((-1,) + OUT.shape)

    def status(self):
        """The bits of STATUS by name."""
        value = self.read("STATUS")
        return {name[7:].lower(): bool(value & mask) for name, mask in FIELDS.items() if name.startswith("STATUS_")}

    def counters(self):
        """Cycles of the core's clock, frames and beats in and out, the last frame's latency in cycles."""
        cycles = self.read("CYCLES_LO") | self.read("CYCLES_HI") << 32  # the first half latches the other
        names = ("FRAMES_IN", "FRAMES_OUT", "BEATS_IN", "BEATS_OUT", "LAST_LATENCY")
        return {"cycles": cycles, **{name.lower(): self.read(name) for name in names}}
