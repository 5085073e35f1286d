"""Registers of ${design}, and its frames: numbers, shapes, and where elements lie in memory."""
import numpy as np

HASH = 0x${hash}
REGISTERS = {
<#list registers as r>
    "${r.name}": 0x${r.offset},  # ${r.doc}
</#list>
}
CONSTANTS = {
<#list registers as r>
<#if r.constant>
    "${r.name}": 0x${r.reset},
</#if>
</#list>
}
FIELDS = {
<#list registers as r>
<#list r.fields as f>
    "${r.name}_${f.name}": 0x${f.mask},
</#list>
</#list>
}


class Tensor:
    """A frame: its type, its shape in the model, and where its elements lie in memory."""

    def __init__(self, shape, dtype, least, greatest, zero, scale, lanes, beats, beat_bytes, axes):
        self.shape, self.dtype, self.least, self.greatest = shape, np.dtype(dtype), least, greatest
        self.zero, self.scale = zero, float.fromhex(scale)
        self.lanes, self.beats, self.beat_bytes = lanes, beats, beat_bytes
        self.bytes = beats * beat_bytes
        self.parts = {}  # if there are several tensors: their first element in the frame and themselves, by name
        self.positions = np.zeros(1, np.int64)  # in the stream, of the elements in the author's order
        for size, stride in axes:
            self.positions = (self.positions[:, None] + np.arange(size) * stride).ravel()

    def quantize(self, real):
        """real / scale in double precision, rounded with halves away from 0, plus the zero point, saturated; NaN: zero."""
        with np.errstate(over="ignore"):
            quotient = np.asarray(real, np.float64) / self.scale
        near = np.clip(np.where(np.isnan(quotient), 0.0, quotient), -(2.0**17), 2.0**17)
        whole = np.trunc(near)
        rest = near - whole
        element = whole + (rest >= 0.5) - (rest <= -0.5) + self.zero
        return np.clip(element, self.least, self.greatest).astype(self.dtype)

    def dequantize(self, elements):
        """scale * (element - zero) in double precision."""
        return self.scale * (np.asarray(elements, np.int64) - self.zero)

    def join(self, tensors):
        """Frames of several tensors: arrays of the model's author by the tensors' names."""
        streams = []
        for name, (_, part) in self.parts.items():
            elements = np.asarray(tensors[name]).reshape((-1, part.positions.size))
            streams.append(np.empty_like(elements))
            streams[-1][:, part.positions] = elements
        return np.concatenate(streams, 1).astype(self.dtype)

    def split(self, frames):
        """The tensors of frames, by their names."""
        stream = np.asarray(frames).reshape((-1,) + self.shape)
        return {
            name: stream[:, first + part.positions].astype(part.dtype).reshape((-1,) + part.shape)
            for name, (first, part) in self.parts.items()
        }

    def pack(self, frame, buffer):
        """A frame of the author's order into bytes of memory."""
        frame = np.asarray(frame)
        if frame.shape != self.shape or not np.issubdtype(frame.dtype, np.integer):
            raise ValueError(f"a frame is {self.dtype}{list(self.shape)}, not {frame.dtype}{list(frame.shape)}")
        if frame.size and (frame.min() < self.least or frame.max() > self.greatest):
            raise ValueError(f"elements are {self.least} to {self.greatest}; quantize first")
        stream = np.empty(frame.size, self.dtype)
        stream[self.positions] = frame.ravel()
        beats = stream.reshape(self.beats, self.lanes).view(np.uint8)
        memory = np.zeros((self.beats, self.beat_bytes), np.uint8)
        memory[:, : beats.shape[1]] = beats
        buffer[:] = memory.ravel()

    def unpack(self, buffer):
        """Bytes of memory as a frame of the author's order."""
        used = self.lanes * self.dtype.itemsize
        beats = np.ascontiguousarray(np.asarray(buffer).reshape(self.beats, self.beat_bytes)[:, :used])
        return beats.view(self.dtype).ravel()[self.positions].reshape(self.shape)


<#list tensors as t>
${t.macro} = Tensor(
    (${t.dims?join(", ")},), "${t.array}", ${t.min}, ${t.max}, ${t.zero}, "${t.scale}", ${t.lanes}, ${t.beats}, ${t.beatBytes},
    [<#list t.axes as a>(${a.size}, ${a.stride})<#sep>, </#list>])
</#list>
<#list parts as p>
${p.side}.parts["${p.name}"] = ${p.first}, Tensor(
    (${p.dims?join(", ")},), "${p.array}", ${p.min}, ${p.max}, ${p.zero}, "${p.scale}", 1, ${p.elements}, ${p.elementBytes},
    [<#list p.axes as a>(${a.size}, ${a.stride})<#sep>, </#list>])
</#list>
