"""A network that is computed on samples while it is built, and written in Systole's text form."""

import io
import zipfile
from pathlib import Path

import numpy as np

from . import arithmetic, recurrent
from .types import Pow2, Type


DEFAULTS = {("stride", 1), ("dilation", 1), ("padding", "valid")}


class Network:
    """Each method adds a layer named `name` and returns the name. An output type may be a function of the layer's real
    values on the samples, which is how scales are calibrated. The network's own name is that of its files; in the text it
    has underscores for hyphens."""

    def __init__(self, name, comment, input_name, input_type, samples):
        self.name, self.comment, self.input = name, comment, input_name
        self.types = {input_name: input_type}
        self.values = {input_name: samples.astype(np.int64)}
        self.arrays, self.steps, self.statements = {}, [], []
        self.macs = 0
        self.header = f"input {input_name} : {input_type.text(str(list(samples.shape[1:])))}"

    def sums(self, kind, x, weights, **window):
        """The sums of products of a layer with weights, on the samples, without bias."""
        return getattr(arithmetic, kind)(self.values[x] - self.types[x].zero, weights, **window)

    def weighted(self, kind, name, x, weights, bias, requant, out, activation=None, bits=8, **window):
        """Adds a conv2d, conv1d, depthwise_conv2d or dense; `bits` are those of the weights, `window` is its stride,
        dilation and padding."""

        def store(part, values):
            return self._store(name, part, values)

        arguments = [f"weights = {store('weights', weights.astype(np.int8))}"]
        arguments += [f"weight_type = int{bits}"] if bits != 8 else []
        arguments += [f"bias = {store('bias', bias.astype(np.int32))}"]
        arguments += [f"{key} = {value}" for key, value in window.items() if (key, value) not in DEFAULTS]
        arguments += [f"activation = {activation}"] if activation else []
        arguments += [f"requant = {requant.text(store)}"]
        source = self.types[x]
        if callable(out):
            out = out((self.sums(kind, x, weights, **window) + bias) * (source.scale * requant.scales))

        def step(q):
            sums = getattr(arithmetic, kind)(q - source.zero, weights, **window)
            levels = requant.levels(sums + bias, source.scale, out.scale, kind == "dense")
            return out.clamp(levels + out.zero, activation)

        self._add(name, kind, [x], arguments, step, out, declared=True)
        per_output = weights.size // weights.shape[-1 if kind == "depthwise_conv2d" else 0]
        self.macs += self.values[name][0].size * per_output
        return name

    def lstm(self, name, x, kernel, recurrent_kernel, bias, shifts, hidden_shift, out):
        """Adds an LSTM with hard gates whose output is that of the last step; arguments as of `recurrent.steps`. Zero
        points are 0."""

        def store(part, values):
            return self._store(name, part, values)

        arguments = [f"kernel = {store('kernel', kernel.astype(np.int8))}"]
        arguments += [f"recurrent = {store('recurrent', recurrent_kernel.astype(np.int8))}"]
        arguments += [f"bias = {store('bias', bias.astype(np.int32))}"]
        for key, n in zip(("kernel", "recurrent", "hidden"), (*shifts, hidden_shift)):
            arguments += [f"{key}_requant = {Pow2('half_up', (n,)).text(store)}"]

        def step(q):
            return recurrent.lstm(q, kernel, recurrent_kernel, bias, shifts, hidden_shift)[:, -1:]

        self._add(name, "lstm", [x], arguments, step, out, declared=True)
        self.macs += self.values[x].shape[1] * (kernel.size + recurrent_kernel.size)
        return name

    def add(self, name, a, b, out):
        if callable(out):
            out = out(self.types[a].real(self.values[a]) + self.types[b].real(self.values[b]))

        def step(p, q):
            return out.clamp(arithmetic.add(p, self.types[a], q, self.types[b], out))

        return self._add(name, "add", [a, b], [], step, out, declared=True)

    def concat(self, name, *inputs):
        return self._add(name, "concat", inputs, [], lambda *q: np.concatenate(q, -1), self.types[inputs[0]])

    def relu(self, name, x):
        return self._add(name, "relu", [x], [], lambda q: np.maximum(q, self.types[x].zero), self.types[x])

    def flatten(self, name, x):
        return self._add(name, "flatten", [x], [], lambda q: q.reshape(len(q), -1), self.types[x])

    def maxpool2d(self, name, x, size):
        def step(q):
            return arithmetic.windows(q, (size, size), (size, size), (1, 1), "valid", 0).max((3, 4))

        return self._add(name, "maxpool2d", [x], [f"kernel = {size}", f"stride = {size}"], step, self.types[x])

    def avgpool2d(self, name, x, size):
        def step(q):
            taken = arithmetic.windows(q, (size, size), (size, size), (1, 1), "valid", 0)
            return arithmetic.mean(taken.sum((3, 4)), size * size)

        return self._add(name, "avgpool2d", [x], [f"kernel = {size}", f"stride = {size}"], step, self.types[x])

    def global_avgpool(self, name, x):
        def step(q):
            axes = tuple(range(1, q.ndim - 1))
            return arithmetic.mean(q.sum(axes, keepdims=True), int(np.prod(q.shape[1:-1])))

        return self._add(name, "global_avgpool", [x], [], step, self.types[x])

    def global_maxpool(self, name, x):
        def step(q):
            return q.max(tuple(range(1, q.ndim - 1)), keepdims=True)

        return self._add(name, "global_maxpool", [x], [], step, self.types[x])

    def softmax(self, name, x):
        out = Type(8, True, 1 / 256, -128)
        return self._add(name, "softmax", [x], [], lambda q: arithmetic.softmax(q, self.types[x].scale), out)

    def argmax(self, name, x):
        """The position of the first largest element, as one element."""
        return self._add(name, "argmax", [x], [], lambda q: q.argmax(-1)[..., None], Type(8, False))

    def _store(self, name, part, values):
        """Keeps an array for the .npz and returns how the text refers to it."""
        self.arrays[f"{name}.{part}"] = values
        return f'"{self.name}.npz:{name}.{part}"'

    def _add(self, name, kind, inputs, arguments, step, out, declared=False):
        self.types[name] = out
        self.steps.append((name, inputs, step))
        self.values[name] = step(*(self.values[i] for i in inputs))
        head, tail = f"{name} = {kind}(", f"    -> {out.text()}" if declared else ""
        self.statements.append("\n".join(wrap(head, [*inputs, *arguments]) + ([tail] if tail else [])))
        return name

    def run(self, samples):
        """Every tensor of the network, by name, for inputs [N, ...]."""
        values = {self.input: samples.astype(np.int64)}
        for name, inputs, step in self.steps:
            values[name] = step(*(values[i] for i in inputs))
        return values

    def parameters(self):
        return sum(a.size for name, a in self.arrays.items() if not name.endswith(".scale"))

    def write(self, folder):
        """Writes NAME.net and NAME.npz; the last layer is the output."""
        comment = "".join(f"# {line}\n" for line in self.comment.splitlines())
        body = "\n".join([self.header, "", *self.statements, "", f"output {self.steps[-1][0]}"])
        Path(folder, f"{self.name}.net").write_text(
            f"{comment}network {self.name.replace('-', '_')}\n\n{body}\n", encoding="utf-8"
        )
        write_npz(Path(folder, f"{self.name}.npz"), self.arrays)


def wrap(head, arguments, width=118):
    """The lines of head(arguments), filled up to a width, continued under the first argument."""
    lines = [head]
    for index, argument in enumerate(arguments):
        piece = argument + (", " if index + 1 < len(arguments) else ")")
        if index and len(lines[-1]) + len(piece) > width:
            lines.append(" " * len(head))
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def write_npz(path, arrays):
    """A compressed .npz whose bytes depend on nothing but the arrays."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            content = io.BytesIO()
            np.save(content, np.ascontiguousarray(array))
            archive.writestr(entry, content.getvalue())
