#!/usr/bin/python3
"""Trains a small convolutional network on Fashion-MNIST, quantizes it to int8 and writes it for Systole.

    /usr/bin/python3 examples/fashion/train.py [--epochs 20] [--data FOLDER] [--out FOLDER]

Needs Debian's python3-torch, python3-numpy and dataset-fashion-mnist; takes about four minutes on two cores. The same
PyTorch on the same kind of processor gives the same bytes. Written beside this script:

    fashion.net, fashion.npz   the network in text form, its int8 weights, int32 biases and weight scales
    images.npy, labels.npy     the first 200 test images as the network reads them, int8 [200, 28, 28, 1]; uint8 [200]
    expected.npy               the integer reference's logits for them, int8 [200, 10]
"""

import argparse
import gzip
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from quantized.network import Network  # noqa: E402
from quantized.types import Scaled, Type, positive, quantize_weights, spread  # noqa: E402

SEED, BATCH, THREADS, SAMPLES = 1, 128, 2, 200
COMMENT = """Fashion-MNIST in int8: a strided stem, a residual block, a depthwise-separable step, a mixing convolution.
Written by examples/fashion/train.py; README.md beside it has the figures."""


def read(folder, which):
    """Images uint8 [N, 28, 28] and labels uint8 [N] of `train` or `t10k`."""
    images = gzip.decompress(Path(folder, f"{which}-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress(Path(folder, f"{which}-labels-idx1-ubyte.gz").read_bytes())
    return np.frombuffer(images, np.uint8, offset=16).reshape(-1, 28, 28), np.frombuffer(labels, np.uint8, offset=8)


class Convolution(nn.Conv2d):
    """A convolution with TensorFlow's SAME padding and batch normalization behind it."""

    def __init__(self, inputs, outputs, kernel, stride=1, groups=1):
        super().__init__(inputs, outputs, kernel, stride, groups=groups, bias=False)
        self.normalization = nn.BatchNorm2d(outputs)

    def forward(self, x):
        size, kernel, stride = x.shape[-1], self.kernel_size[0], self.stride[0]
        total = max(0, (-(-size // stride) - 1) * stride + kernel - size)
        before, after = total // 2, total - total // 2
        return self.normalization(super().forward(functional.pad(x, (before, after, before, after))))

    def folded(self):
        """Weights [M, KH, KW, C] and bias [M], normalization folded in."""
        norm = self.normalization
        gain = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach()
        weights = self.weight.detach() * gain[:, None, None, None]
        bias = norm.bias.detach() - norm.running_mean * gain
        return weights.permute(0, 2, 3, 1).double().numpy(), bias.double().numpy()


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = Convolution(1, 16, 3, stride=2)
        self.branch = Convolution(16, 16, 3)
        self.depth = Convolution(16, 16, 3, stride=2, groups=16)
        self.point = Convolution(16, 32, 1)
        self.mix = Convolution(32, 32, 3)
        self.logits = nn.Linear(32, 10)

    def forward(self, x):
        x = functional.relu(self.stem(x))
        x = x + self.branch(x)
        for layer in (self.depth, self.point, self.mix):
            x = functional.relu(layer(x))
        return self.logits(x.mean((2, 3)))


def train(images, labels, epochs):
    x = torch.tensor(images[:, None]).float() / 255
    y = torch.tensor(labels).long()
    model, steps = Model(), len(x) // BATCH
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, total_steps=epochs * steps, pct_start=0.25)
    for epoch in range(epochs):
        order, total = torch.randperm(len(x)), 0.0
        for chosen in order[: steps * BATCH].view(steps, BATCH):
            flipped = (torch.rand(BATCH) < 0.5)[:, None, None, None]
            batch = torch.where(flipped, x[chosen].flip(3), x[chosen])
            loss = functional.cross_entropy(model(batch), y[chosen], label_smoothing=0.05)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}/{epochs}: loss {total / steps:.4f}", flush=True)
    return model.eval()


def quantize(model, samples):
    """The int8 network, its scales calibrated on sample images."""
    net = Network("fashion", COMMENT, "image", Type(8, True, 1 / 255, -128), samples)

    def integers(layer, x):
        """Weights, bias and requantization of a convolution that reads x."""
        weights, bias = layer.folded()
        quantized, scales = quantize_weights(weights, axis=0)
        if layer.groups > 1:
            quantized = quantized[..., 0].transpose(1, 2, 0)
        return quantized, np.rint(bias / (net.types[x].scale * scales)).astype(np.int64), Scaled("double", scales)

    def convolution(name, x, out=positive, activation="relu", stride=1):
        layer = getattr(model, name)
        kind = "depthwise_conv2d" if layer.groups > 1 else "conv2d"
        return net.weighted(kind, name, x, *integers(layer, x), out, activation, stride=stride, padding="same")

    stem = convolution("stem", "image", stride=2)
    branch = convolution("branch", stem, out=spread, activation=None)
    block = net.add("block", stem, branch, spread)
    mixed = convolution("mix", convolution("point", convolution("depth", block, stride=2)))
    features = net.flatten("features", net.global_avgpool("pool", mixed))
    weights, scale = quantize_weights(model.logits.weight.detach().double().numpy(), axis=None)
    bias = model.logits.bias.detach().double().numpy() / (net.types[features].scale * scale)
    requant = Scaled("double", scale)
    net.weighted("dense", "logits", features, weights, np.rint(bias).astype(np.int64), requant, spread)
    return net


def accuracy(compute, inputs, labels):
    """Share of the labels that are the first largest of compute(inputs)."""
    parts = [compute(part).argmax(-1) for part in np.split(inputs, len(inputs) // SAMPLES)]
    return float((np.concatenate(parts) == labels).mean())


def main():
    parser = argparse.ArgumentParser(description="Train, quantize and write the Fashion-MNIST example.")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--data", default="/usr/share/datasets/fashion-mnist")
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()

    torch.manual_seed(SEED)
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)
    images, labels = read(options.data, "train")
    model = train(images, labels, options.epochs)

    levels = (images.astype(np.int16) - 128).astype(np.int8)[..., None]
    net = quantize(model, levels[:1000])
    images, labels = read(options.data, "t10k")
    levels = (images.astype(np.int16) - 128).astype(np.int8)[..., None]
    with torch.no_grad():
        real = accuracy(lambda x: model(torch.tensor(x[:, None]).float() / 255).numpy(), images, labels)
    integer = accuracy(lambda x: net.run(x)["logits"], levels, labels)
    print(f"{net.parameters()} parameters, {net.macs} MACs")
    print(f"top-1 on {len(labels)} test images: float {real:.2%}, int8 {integer:.2%}")

    net.write(options.out)
    np.save(options.out / "images.npy", levels[:SAMPLES])
    np.save(options.out / "labels.npy", labels[:SAMPLES])
    np.save(options.out / "expected.npy", net.run(levels[:SAMPLES])["logits"].astype(np.int8))


if __name__ == "__main__":
    main()
