"""The integer arithmetic of an LSTM with hard gate functions: what the text form calls `gates = hard`.

Pre-activations are Q3.12 in 16 bits, gates Q0.15; the cell is an integer of 16 bits. Gates come in the order i, f, g,
o; row `gate * units + unit` of every matrix belongs to a unit's gate.
"""

from dataclasses import dataclass

import numpy as np

from .arithmetic import dense, half_up

CELL = 11  # bits of the cell behind the point, as is usual
LOW, HIGH = -(1 << 15), (1 << 15) - 1


def hard_sigmoid(u):
    """clamp(u / 4 + 1/2, 0, 1): Q3.12 to Q0.15."""
    return np.clip(2 * u + (1 << 14), 0, HIGH)


def hard_tanh(x, point):
    """clamp(x, -1, 1) of an x with `point` bits behind the point, to Q0.15."""
    return np.clip(x << (15 - point), -HIGH, HIGH)


def output(hidden):
    """Outputs are int8."""
    return np.clip(hidden, -128, 127)


@dataclass
class Trace:
    """What a step computed: the state before it; pre-activations, cell and output before they are clamped; the gates.
    Arrays are [N, units], `sums` [N, 4, units]; `gates` are four arrays."""

    hidden: np.ndarray
    cell: np.ndarray
    sums: np.ndarray
    gates: tuple
    next_cell: np.ndarray
    next_hidden: np.ndarray


def steps(x, kernel, recurrent, bias, shifts, hidden_shift):
    """The steps of a layer that starts with a cell and an output of 0.

    x [N, T, I], kernel [4 * units, I], recurrent [4 * units, units], bias [4 * units] of the kernel; `shifts` are those
    of the sums of the kernel and of the recurrent part, to Q3.12, `hidden_shift` that of the output from Q0.30. Zero
    points are 0.
    """
    units = recurrent.shape[1]
    hidden = cell = np.zeros((len(x), units), np.int64)
    before = np.clip(half_up(dense(x.reshape(-1, x.shape[2]), kernel) + bias, shifts[0]), LOW, HIGH)
    before = before.reshape(*x.shape[:2], 4 * units)
    for t in range(x.shape[1]):
        sums = (before[:, t] + half_up(dense(hidden, recurrent), shifts[1])).reshape(-1, 4, units)
        u = np.clip(sums, LOW, HIGH)
        i, f, o = (hard_sigmoid(u[:, gate]) for gate in (0, 1, 3))
        g = hard_tanh(u[:, 2], 12)
        next_cell = half_up(f * cell, 15) + half_up(i * g, 30 - CELL)
        clamped = np.clip(next_cell, LOW, HIGH)
        next_hidden = half_up(o * hard_tanh(clamped, CELL), hidden_shift)
        yield Trace(hidden, cell, sums, (i, f, g, o), next_cell, next_hidden)
        hidden, cell = output(next_hidden), clamped


def lstm(x, *weights_and_shifts):
    """The outputs [N, T, units] of all steps; arguments as of `steps`."""
    return np.stack([output(step.next_hidden) for step in steps(x, *weights_and_shifts)], axis=1)
