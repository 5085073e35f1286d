#!/usr/bin/python3
"""Trains a small convolutional LSTM to tell nine speakers apart by a vowel, in integers, and writes it for Systole.

    python3 examples/vowels-lstm/train.py [--epochs 300] [--wheel FILE] [--out FOLDER]

Needs numpy, and pip for the data; takes half a minute on one core. The same kind of processor gives the same bytes.
Written beside this script:

    vowels-lstm.net, .npz    the network in text form, its weights and biases
    inputs.npy, labels.npy   every fourth test sequence as the network reads it, int8 [93, 29, 12]; uint8 [93]
    expected.npy             the integer reference's scores of the speakers for them, int8 [93, 9]
"""

import argparse
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import data  # noqa: E402
import model  # noqa: E402
from quantized.network import Network  # noqa: E402
from quantized.types import Pow2, Type  # noqa: E402

SEED, BATCH, DROPOUT, SMOOTHING, EVERY = 1, 45, 0.2, 0.1, 4
COMMENT = """Nine speakers by a vowel, in pure integers: a convolution over time, an LSTM with hard gates, shifts.
Written by examples/vowels-lstm/train.py; README.md beside it has the figures."""


def train(sequences, labels, epochs):
    """The integer parameters of a network that was trained."""
    random = np.random.default_rng(SEED)
    batches = len(sequences) // BATCH
    adam = model.Adam(model.initial(random), epochs * batches)
    for epoch in range(epochs):
        x, total = data.levels(data.varied(sequences, random)), 0.0
        for chosen in random.permutation(len(x))[: batches * BATCH].reshape(batches, BATCH):
            kept = (random.random((BATCH, model.UNITS)) >= DROPOUT) / (1 - DROPOUT)
            forward = model.Forward(x[chosen], model.quantized(adam.real), kept)
            loss, by_scores = forward.loss(labels[chosen], SMOOTHING)
            adam.descend(forward.gradient(by_scores))
            total += loss
        if (epoch + 1) % 20 == 0:
            print(f"epoch {epoch + 1}/{epochs}: loss {total / batches:.4f}", flush=True)
    return model.quantized(adam.real)


def network(w, samples):
    """The trained network, of layers that share nothing with its training but the arithmetic."""

    def activation(point):
        return Type(8, True, 2.0**-point)

    def shift(n):
        return Pow2("half_up", (n,))

    net = Network("vowels-lstm", COMMENT, "samples", activation(model.SAMPLES), samples)
    front, out = (w["front.weights"], w["front.bias"]), activation(model.FEATURE)
    net.weighted("conv1d", "front", "samples", *front, shift(model.FRONT_SHIFT), out, "relu", padding="same")
    matrices = w["memory.kernel"], w["memory.recurrent"], w["memory.bias"]
    net.lstm("memory", "front", *matrices, model.GATE_SHIFTS, model.HIDDEN_SHIFT, activation(model.HIDDEN))
    scores, out = (w["scores.weights"], w["scores.bias"]), activation(model.SCORE)
    net.weighted("dense", "scores", net.flatten("last", "memory"), *scores, shift(model.SCORE_SHIFT), out)
    return net


def main():
    parser = argparse.ArgumentParser(description="Train and write the example of an LSTM.")
    parser.add_argument("--epochs", type=int, default=300)
    parser.add_argument("--wheel", type=Path, help=f"of {data.PACKAGE}, which is otherwise downloaded")
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()

    (sequences, labels), (test_sequences, test_labels) = data.read(options.wheel)
    w = train(sequences, labels, options.epochs)
    samples, tests = data.levels(sequences), data.levels(test_sequences)
    net = network(w, samples)
    scores = net.run(tests)["scores"]
    right = scores.argmax(1) == test_labels
    print(f"{net.parameters()} parameters, {net.macs} MACs")
    known = net.values["scores"].argmax(1) == labels
    print(f"top-1: {known.mean():.2%} of {len(known)} training, {right.mean():.2%} of {len(right)} test sequences")

    net.write(options.out)
    few = slice(None, None, EVERY)
    np.save(options.out / "inputs.npy", tests[few].astype(np.int8))
    np.save(options.out / "labels.npy", test_labels[few].astype(np.uint8))
    np.save(options.out / "expected.npy", scores[few].astype(np.int8))
    print(f"{right[few].sum()} of the {len(right[few])} sequences written are right")


if __name__ == "__main__":
    main()
