"""Integer types with their quantization, how they are fitted to values, and requantizations."""

from dataclasses import dataclass

import numpy as np

from . import arithmetic


@dataclass(frozen=True)
class Type:
    """An integer of `bits` bits that stands for the real number scale * (q - zero)."""

    bits: int
    signed: bool = True
    scale: float = 1.0
    zero: int = 0

    @property
    def low(self):
        return -(1 << (self.bits - 1)) if self.signed else 0

    @property
    def high(self):
        return self.low + (1 << self.bits) - 1

    def real(self, q):
        return self.scale * (q - self.zero)

    def clamp(self, q, activation=None):
        """q clamped to the type and to the activation's range; levels in, levels out, both with zero point."""
        low, high = self.low, self.high
        if activation in ("relu", "relu6"):
            low = max(low, self.zero)
        if activation == "relu6":
            high = min(high, self.zero + int(np.floor(6 / self.scale + 0.5)))
        return np.clip(q, low, high)

    def text(self, shape=""):
        """The type as it is written, `shape` being "" or "[d, ...]"."""
        quantization = f" scale {self.scale!r} zero {self.zero}" if (self.scale, self.zero) != (1.0, 0) else ""
        return f"{'int' if self.signed else 'uint'}{self.bits}{shape}{quantization}"


def readable(scale):
    """A scale of three digits, as it is written in the text form."""
    return float(f"{scale:.3g}")


def positive(real):
    """The int8 type for values that a ReLU has cut off below 0: the whole range is used for what is left."""
    return Type(8, True, readable(np.quantile(np.maximum(real, 0), 0.9999) / 255), -128)


def spread(real):
    """The int8 type for values on both sides of 0."""
    low, high = min(0, np.quantile(real, 0.0001)), max(0, np.quantile(real, 0.9999))
    scale = readable((high - low) / 255)
    return Type(8, True, scale, int(np.clip(round(-128 - low / scale), -128, 127)))


@dataclass(frozen=True)
class Scaled:
    """Requantization by input scale * weight scale / output scale; `double` or `float_half_even`."""

    rounding: str
    scales: np.ndarray

    def levels(self, accumulators, in_scale, out_scale, dense=False):
        """Levels before the zero point. ONNX Runtime computes in float; TensorFlow Lite in double, but for the product
        of input and weight scale of a dense layer that has a single one."""
        if self.rounding == "float_half_even":
            factors = np.float32(in_scale) * self.scales.astype(np.float32) / np.float32(out_scale)
            return np.rint(accumulators.astype(np.float32) * factors).astype(np.int64)
        products = in_scale * self.scales
        if dense and len(products) == 1:
            products = products.astype(np.float32).astype(np.float64)
        factors = np.broadcast_to(products / out_scale, accumulators.shape[-1:])
        return np.stack([arithmetic.rescale(accumulators[..., c], s) for c, s in enumerate(factors)], axis=-1)

    def text(self, store):
        return f"{self.rounding}({store('scale', self.scales)})"


@dataclass(frozen=True)
class Pow2:
    """Requantization by an arithmetic shift; one shift, or one per channel."""

    rounding: str
    shifts: tuple

    def levels(self, accumulators, *_):
        shifts = np.broadcast_to(np.array(self.shifts), accumulators.shape[-1:])
        rounded = getattr(arithmetic, self.rounding)
        return np.stack([rounded(accumulators[..., c], int(n)) for c, n in enumerate(shifts)], axis=-1)

    def text(self, _):
        shown = str(list(self.shifts)) if len(self.shifts) > 1 else str(self.shifts[0])
        return f"pow2(shift = {shown}, rounding = {self.rounding})"


def quantize_weights(weights, axis, bits=8):
    """Symmetric narrow-range integers and their scales along an axis, or one scale for all if the axis is None.

    Scales are float32 values, as a TensorFlow Lite file holds them, in float64.
    """
    top = (1 << (bits - 1)) - 1
    others = tuple(a for a in range(weights.ndim) if a != axis)
    peaks = np.abs(weights).max(axis=others, keepdims=True)
    scales = (np.maximum(peaks, 1e-9) / top).astype(np.float32).astype(np.float64)
    return np.clip(np.rint(weights / scales), -top, top).astype(np.int64), scales.reshape(-1)
