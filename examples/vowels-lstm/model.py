"""The network while it is trained: computed forward in the very integers of the hardware, backward in real numbers.

Every tensor is an integer times a power of two, so that requantization is a shift; roundings are passed over in the
gradient, and what was clamped has none.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from quantized import arithmetic, recurrent  # noqa: E402
from quantized.arithmetic import half_up  # noqa: E402

INPUTS, FEATURES, UNITS, CLASSES, TAPS = 12, 16, 32, 9, 3

# Bits behind the point: of the activations, and of the weights of each layer.
SAMPLES, FEATURE, HIDDEN, SCORE = 6, 5, 7, 4
FRONT, KERNEL, RECURRENT, DENSE = 6, 7, 6, 6
POINT = {
    "front.weights": FRONT,
    "front.bias": SAMPLES + FRONT,
    "memory.kernel": KERNEL,
    "memory.recurrent": RECURRENT,
    "memory.bias": FEATURE + KERNEL,
    "scores.weights": DENSE,
    "scores.bias": HIDDEN + DENSE,
}
FRONT_SHIFT = SAMPLES + FRONT - FEATURE
GATE_SHIFTS = (FEATURE + KERNEL - 12, HIDDEN + RECURRENT - 12)
HIDDEN_SHIFT = 30 - HIDDEN
SCORE_SHIFT = HIDDEN + DENSE - SCORE

# Of the gates i, f, g, o: slope, and where |u| ends it.
SLOPE = np.array([0.25, 0.25, 1, 0.25])[:, None]
KNEE = np.array([2, 2, 1, 2])[:, None]


def initial(random):
    """Real parameters, by name; the forget gates begin open."""

    def normal(gain, *shape):
        return random.normal(0, gain / np.sqrt(np.prod(shape[1:])), shape)

    bias = np.zeros((4, UNITS))
    bias[1] = 1.5
    return {
        "front.weights": normal(1.4, FEATURES, TAPS, INPUTS),
        "front.bias": np.zeros(FEATURES),
        "memory.kernel": normal(1.5, 4 * UNITS, FEATURES),
        "memory.recurrent": normal(1, 4 * UNITS, UNITS),
        "memory.bias": bias.reshape(-1),
        "scores.weights": normal(2, CLASSES, UNITS),
        "scores.bias": np.zeros(CLASSES),
    }


def is_bias(name):
    return name.endswith(".bias")


def top(name):
    """The largest value of a parameter; only weights are of 8 bits."""
    return np.inf if is_bias(name) else 127 / 2 ** POINT[name]


def quantized(real):
    """The parameters as integers, weights in -127..127."""
    return {n: np.rint(np.clip(v, -top(n), top(n)) * 2 ** POINT[n]).astype(np.int64) for n, v in real.items()}


class Forward:
    """The network for samples x [N, T, 12] with integer parameters; what the gradient needs is kept.

    `kept` scales the outputs of the memory in front of the dense layer: dropout.
    """

    def __init__(self, x, w, kept=None):
        self.x, self.w = x, w
        self.front = arithmetic.conv1d(x, w["front.weights"], padding="same") + w["front.bias"]
        self.front = half_up(self.front, FRONT_SHIFT)
        self.features = np.clip(self.front, 0, 127)
        matrices = w["memory.kernel"], w["memory.recurrent"], w["memory.bias"]
        self.steps = list(recurrent.steps(self.features, *matrices, GATE_SHIFTS, HIDDEN_SHIFT))
        self.kept = 1 if kept is None else kept
        self.last = recurrent.output(self.steps[-1].next_hidden) * self.kept
        sums = np.rint(self.last @ w["scores.weights"].T).astype(np.int64) + w["scores.bias"]
        self.scores = np.clip(half_up(sums, SCORE_SHIFT), -128, 127)

    def loss(self, labels, smoothing):
        """The cross entropy, and its gradient by the scores."""
        z = self.scores / 2**SCORE
        likely = np.exp(z - z.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        wanted = np.full(likely.shape, smoothing / CLASSES)
        wanted[np.arange(len(labels)), labels] += 1 - smoothing
        return -(wanted * np.log(likely)).sum(axis=1).mean(), (likely - wanted) / len(labels)

    def gradient(self, by_scores):
        """The gradient by every parameter."""
        by = {"scores.weights": by_scores.T @ (self.last / 2**HIDDEN), "scores.bias": by_scores.sum(0)}
        by_hidden = (by_scores @ (self.w["scores.weights"] / 2**DENSE)) * self.kept
        by_front = self._memory(by, by_hidden) * ((self.front > 0) & (self.front < 128))
        taken = arithmetic.windows(self.x[:, None], (1, TAPS), (1, 1), (1, 1), "same", 0)[:, 0, :, 0]
        by["front.weights"] = np.einsum("ntc,ntki->cki", by_front, taken / 2**SAMPLES)
        by["front.bias"] = by_front.sum((0, 1))
        return by

    def _memory(self, by, by_hidden):
        """Through time: adds the gradient by the memory's parameters, returns that by the features."""
        kernel, recurrent_part = self.w["memory.kernel"] / 2**KERNEL, self.w["memory.recurrent"] / 2**RECURRENT
        by_cell, by_features, all_by_sums = np.zeros_like(by_hidden), np.zeros(self.features.shape), []
        for t in reversed(range(len(self.steps))):
            step = self.steps[t]
            i, f, g, o = (gate / 2**15 for gate in step.gates)
            before, after = step.cell / 2**recurrent.CELL, step.next_cell / 2**recurrent.CELL
            by_hidden = by_hidden * (np.abs(step.next_hidden) < 128)
            by_cell = (by_cell + by_hidden * o * (np.abs(after) < 1)) * (np.abs(after) < 2 ** (15 - recurrent.CELL))
            by_gates = np.stack([by_cell * g, by_cell * before, by_cell * i, by_hidden * np.clip(after, -1, 1)], 1)
            by_sums = by_gates * SLOPE * (np.abs(step.sums / 2**12) < KNEE)
            by_sums = by_sums.reshape(len(by_sums), -1)
            all_by_sums.append(by_sums)
            by_features[:, t] = by_sums @ kernel
            by_hidden, by_cell = by_sums @ recurrent_part, by_cell * f
        stacked = np.stack(all_by_sums[::-1], 1)
        hiddens = np.stack([step.hidden for step in self.steps], 1) / 2**HIDDEN
        by["memory.kernel"] = np.einsum("ntg,nti->gi", stacked, self.features / 2**FEATURE)
        by["memory.recurrent"] = np.einsum("ntg,nti->gi", stacked, hiddens)
        by["memory.bias"] = stacked.sum((0, 1))
        return by_features


class Adam:
    """Adam with decay of the weights, the learning rate rising over the first tenth of the steps and falling as a
    cosine."""

    def __init__(self, real, steps, rate=6e-3, decay=0.02):
        self.real, self.steps, self.rate, self.decay, self.step = real, steps, rate, decay, 0
        self.mean = {n: np.zeros_like(v) for n, v in real.items()}
        self.square = {n: np.zeros_like(v) for n, v in real.items()}

    def descend(self, gradient):
        self.step += 1
        done = self.step / self.steps
        rate = self.rate * min(1, 10 * done) * (1 + np.cos(np.pi * done)) / 2
        norm = np.sqrt(sum((g**2).sum() for g in gradient.values()))
        for name, g in gradient.items():
            g = g / max(1, norm)
            self.mean[name] += 0.1 * (g - self.mean[name])
            self.square[name] += 0.01 * (g**2 - self.square[name])
            mean, square = self.mean[name] / (1 - 0.9**self.step), self.square[name] / (1 - 0.99**self.step)
            decay = 0 if is_bias(name) else self.decay * self.real[name]
            moved = self.real[name] - rate * (mean / (np.sqrt(square) + 1e-8) + decay)
            self.real[name] = np.clip(moved, -top(name), top(name))
