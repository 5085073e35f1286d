#!/usr/bin/python3
"""Writes the examples with random weights: residual, separable and motion. Needs numpy.

    /usr/bin/python3 examples/random_weights.py [--out FOLDER]

Beside each NAME/NAME.net and NAME.npz come inputs.npy, eight random frames, and expected.npy, what the integer
reference makes of them. Scales and shifts are calibrated on random frames, so that values fill their range and rarely
saturate. Running the script again gives the same bytes.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from quantized.network import Network  # noqa: E402
from quantized.types import Pow2, Scaled, Type, positive, quantize_weights, readable, spread  # noqa: E402

CALIBRATION, FRAMES = 200, 8


def frames(random, count, shape, type_):
    """Frames that are waves of random level and pitch plus noise: neighbours are alike, frames and channels are not."""
    sizes, channels = shape[:-1], shape[-1]
    per_channel = (count, *[1] * len(sizes), channels)
    real = random.uniform(-0.5, 0.5, per_channel) + random.normal(0, 0.1, (count, *shape))
    for axis in np.meshgrid(*map(np.arange, sizes), indexing="ij"):
        pitch, phase = random.uniform(0, 1.5, per_channel), random.uniform(0, 6.3, per_channel)
        real += np.sin(axis[..., None] * pitch + phase) * 0.5 / len(sizes)
    middle = (type_.low + type_.high + 1) // 2
    return type_.clamp(np.rint(real * (type_.high - type_.low) / 2).astype(np.int64) + middle)


class Randomly:
    """Adds layers with random weights to a network, normalized channel by channel on the network's samples."""

    def __init__(self, net, random):
        self.net, self.random = net, random

    def weights(self, kind, x, outputs, kernel, bits=8, per_channel=True, **window):
        """Integer weights, and what their sums are on the samples: [values, outputs]."""
        channels = self.net.values[x].shape[-1]
        taps = (kernel,) * {"conv2d": 2, "conv1d": 1, "depthwise_conv2d": 2, "dense": 0}[kind]
        shape, axis = ((*taps, outputs), 2) if kind == "depthwise_conv2d" else ((outputs, *taps, channels), 0)
        weights, _ = quantize_weights(self.random.normal(0, 1, shape), axis if per_channel else None, bits)
        return weights, self.net.sums(kind, x, weights, **window).reshape(-1, outputs)

    def bias(self, sums):
        """Biases that put about half of the sums of each channel above 0."""
        offsets = self.random.normal(0, 0.3, sums.shape[1]) * sums.std(axis=0)
        return np.rint(offsets - np.median(sums, axis=0)).astype(np.int64)

    def scaled(self, kind, name, x, outputs, kernel=1, out=positive, activation="relu", rounding="double", **window):
        """A layer with real scales. Outputs have a standard deviation of about 1, in front of a ReLU6 and for logits
        of about 2.5."""
        per_channel, gain = kind != "dense", 1.0 if activation == "relu" else 2.5
        weights, sums = self.weights(kind, x, outputs, kernel, per_channel=per_channel, **window)
        deviation = np.atleast_1d(sums.std(axis=0 if per_channel else None))
        scales = (gain / (self.net.types[x].scale * deviation)).astype(np.float32).astype(np.float64)
        requant = Scaled(rounding, scales)
        return self.net.weighted(kind, name, x, weights, self.bias(sums), requant, out, activation, **window)

    def shifted(self, kind, name, x, outputs, kernel, bits, out, rounding, activation=None, alike=True, **window):
        """A layer of pure integers; one shift if the channels are `alike`, else one for each."""
        weights, sums = self.weights(kind, x, outputs, kernel, bits, **window)
        bias = self.bias(sums)
        tops = np.quantile(np.abs(sums + bias), 0.995, axis=0)
        shifts = np.rint(np.log2(np.maximum(tops.mean(keepdims=True) if alike else tops, 1) / out.high))
        requant = Pow2(rounding, tuple(int(max(s, 0)) for s in shifts))
        return self.net.weighted(kind, name, x, weights, bias, requant, out, activation, bits, **window)


def residual(random):
    pixel = Type(8, False, 1 / 255, 0)
    comment = "A residual block whose shortcut is a strided 1 x 1 convolution, as in ResNet. Random weights.\n"
    comment += "Written by examples/random_weights.py."
    net = Network("residual", comment, "image", pixel, frames(random, CALIBRATION, (16, 16, 3), pixel))
    layers = Randomly(net, random)
    stem = layers.scaled("conv2d", "stem", "image", 8, 3, stride=2, padding="same")
    first = layers.scaled("conv2d", "first", stem, 12, 3, stride=2, padding="same")
    second = layers.scaled("conv2d", "second", first, 12, 3, spread, None, padding="same")
    shortcut = layers.scaled("conv2d", "shortcut", stem, 12, 1, spread, None, stride=2)
    block = net.relu("block", net.add("sum", second, shortcut, spread))
    features = net.flatten("features", net.avgpool2d("pool", block, 2))
    net.softmax("probabilities", layers.scaled("dense", "logits", features, 10, out=spread, activation=None))
    return net


def six(_):
    """The int8 type behind a ReLU6; a little wider than 6, so that the cut is seen."""
    return Type(8, True, readable(6.2 / 255), -128)


def separable(random):
    pixel = Type(8, True, readable(4 / 255), 0)
    comment = "Depthwise-separable convolutions with a depth multiplier and a concatenation. Random weights; rounding\n"
    comment += "as in ONNX Runtime. Written by examples/random_weights.py."
    net = Network("separable", comment, "image", pixel, frames(random, CALIBRATION, (16, 16, 3), pixel))

    def layer(kind, name, x, outputs, kernel=1, out=six, activation="relu6", **window):
        rounding = "float_half_even"
        return Randomly(net, random).scaled(kind, name, x, outputs, kernel, out, activation, rounding, **window)

    depth = layer("depthwise_conv2d", "depth1", "image", 6, 3, padding="same")
    point = layer("conv2d", "point1", depth, 8)
    pool = net.maxpool2d("pool", point, 2)
    depth = layer("depthwise_conv2d", "depth2", pool, 8, 3, padding="same")
    point = layer("conv2d", "point2", depth, 8, out=net.types[pool])
    features = net.flatten("features", net.global_avgpool("average", net.concat("both", pool, point)))
    layer("dense", "logits", features, 6, out=spread, activation=None)
    return net


def motion(random):
    sample = Type(8)
    comment = "One-dimensional convolutions in pure integers: weights of 4 and 8 bits, activations of 8, 12, 4 and 6\n"
    comment += "bits, requantized by shifts. Random weights. Written by examples/random_weights.py."
    net = Network("motion", comment, "samples", sample, frames(random, CALIBRATION, (64, 4), sample))
    layer = Randomly(net, random).shifted
    x = layer("conv1d", "narrow", "samples", 8, 5, 4, Type(8), "half_up", "relu", stride=2, padding="same")
    x = layer("conv1d", "wide", x, 12, 3, 8, Type(12), "half_even", alike=False, dilation=2, padding="same")
    x = layer("conv1d", "coarse", x, 16, 3, 4, Type(4, False), "floor", "relu", stride=2)
    x = net.flatten("features", net.global_maxpool("peaks", x))
    net.argmax("best", layer("dense", "scores", x, 6, 0, 4, Type(6), "half_away"))
    return net


def main():
    parser = argparse.ArgumentParser(description="Write the examples with random weights.")
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    for seed, build in enumerate((residual, separable, motion), start=1):
        random = np.random.default_rng(seed)
        net = build(random)
        folder = options.out / net.name
        folder.mkdir(parents=True, exist_ok=True)
        net.write(folder)
        inputs = net.types[net.input]
        samples = frames(random, FRAMES, net.values[net.input].shape[1:], inputs)
        last = net.steps[-1][0]
        expected = net.run(samples)[last]
        np.save(folder / "inputs.npy", samples.astype(np.int8 if inputs.signed else np.uint8))
        np.save(folder / "expected.npy", expected.astype(np.int8 if net.types[last].signed else np.uint8))
        print(f"{net.name}: {net.parameters()} parameters, {net.macs} MACs")


if __name__ == "__main__":
    main()
