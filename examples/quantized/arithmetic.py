"""Integer arithmetic of the layers, bit for bit that of TensorFlow Lite's reference kernels where there is one.

Tensors are int64 arrays [N, ...] with channels last. Sums of products are formed in float64, which is exact here: every
partial sum is an integer below 2^53. All that follows a sum is 64-bit integer arithmetic.
"""

import numpy as np

Q31 = 1 << 31


def half_away(x, n):
    """x / 2^n, rounded half away from zero (gemmlowp's RoundingDivideByPOT)."""
    return x if n == 0 else np.sign(x) * ((np.abs(x) + (1 << (n - 1))) >> n)


def half_even(x, n):
    """x / 2^n, rounded half to even."""
    if n == 0:
        return x
    floor, rest, half = x >> n, x & ((1 << n) - 1), 1 << (n - 1)
    return floor + ((rest > half) | ((rest == half) & (floor & 1 == 1)))


def half_up(x, n):
    """x / 2^n, rounded half up."""
    return x if n == 0 else (x + (1 << (n - 1))) >> n


def floor(x, n):
    """x / 2^n, rounded down."""
    return x >> n


def high_mul(a, b):
    """2 * a * b / 2^32, rounded (gemmlowp's SaturatingRoundingDoublingHighMul); b is never the minimum here."""
    product = np.asarray(a, np.int64) * b
    nudged = product + np.where(product >= 0, 1 << 30, 1 - (1 << 30))
    return np.sign(nudged) * (np.abs(nudged) >> 31)


def multiplier(scale):
    """A positive real scale as (M, e): scale = M * 2^(e - 31), M of 31 bits."""
    mantissa, exponent = np.frexp(scale)
    m, e = int(np.floor(float(mantissa) * Q31 + 0.5)), int(exponent)
    if m == Q31:
        m, e = m // 2, e + 1
    return (m, e) if e >= -31 else (0, 0)


def rescale(x, scale):
    """x * scale with TensorFlow Lite's two roundings."""
    m, e = multiplier(scale)
    return half_away(high_mul(x << max(e, 0), m), max(-e, 0))


def same_padding(size, kernel, stride, dilation=1):
    """(output size, padding before, padding after) of TensorFlow's SAME."""
    out = -(-size // stride)
    total = max(0, (out - 1) * stride + (kernel - 1) * dilation + 1 - size)
    return out, total // 2, total - total // 2


def windows(x, kernel, stride, dilation, padding, fill):
    """The windows of x [N, H, W, C] as [N, OH, OW, KH, KW, C]; positions outside hold `fill`."""
    pads, outs = [], []
    for axis in (0, 1):
        size = x.shape[1 + axis]
        if padding == "same":
            out, before, after = same_padding(size, kernel[axis], stride[axis], dilation[axis])
        else:
            out = (size - (kernel[axis] - 1) * dilation[axis] - 1) // stride[axis] + 1
            before = after = 0
        outs.append(out)
        pads.append((before, after))
    x = np.pad(x, [(0, 0), *pads, (0, 0)], constant_values=fill)
    rows, columns = (
        np.arange(outs[a])[:, None] * stride[a] + np.arange(kernel[a])[None, :] * dilation[a] for a in (0, 1)
    )
    return x[:, rows[:, None, :, None], columns[None, :, None, :], :]


def conv2d(x, weights, stride=1, dilation=1, padding="valid"):
    """Sums of a convolution with weights [M, KH, KW, C]; the zero point is already off x."""
    return _convolution(x, weights, (stride, stride), (dilation, dilation), padding)


def conv1d(x, weights, stride=1, dilation=1, padding="valid"):
    """Sums of a convolution over x [N, L, C] with weights [M, K, C]."""
    return _convolution(x[:, None], weights[:, None], (1, stride), (1, dilation), padding)[:, 0]


def _convolution(x, weights, stride, dilation, padding):
    taken = windows(x, weights.shape[1:3], stride, dilation, padding, 0)
    n, oh, ow = taken.shape[:3]
    return dense(taken.reshape(n * oh * ow, -1), weights.reshape(len(weights), -1)).reshape(n, oh, ow, -1)


def depthwise_conv2d(x, weights, stride=1, dilation=1, padding="valid"):
    """Sums of a depthwise convolution, weights [KH, KW, C * multiplier]; output c reads input c // multiplier."""
    spread = np.repeat(x, weights.shape[2] // x.shape[3], axis=3)
    taken = windows(spread, weights.shape[:2], (stride, stride), (dilation, dilation), padding, 0)
    return np.einsum("nhwklc,klc->nhwc", taken.astype(float), weights.astype(float)).astype(np.int64)


def dense(x, weights):
    """Sums of products of x [N, C] and weights [M, C]."""
    return (x.astype(float) @ weights.T.astype(float)).astype(np.int64)


def mean(total, count):
    """total / count, rounded half away from zero."""
    return np.sign(total) * ((np.abs(total) + count // 2) // count)


def add(a, a_type, b, b_type, out):
    """TensorFlow Lite's quantized addition; types have `scale` and `zero`. Not clamped."""
    twice = 2 * max(a_type.scale, b_type.scale)
    left = rescale((a - a_type.zero) << 20, a_type.scale / twice)
    right = rescale((b - b_type.zero) << 20, b_type.scale / twice)
    return rescale(left + right, twice / ((1 << 20) * out.scale)) + out.zero


def softmax(x, scale):
    """TensorFlow Lite's int8 softmax over the last axis, beta = 1; the output has scale 1/256 and zero -128."""
    m, e = multiplier(min(scale * (1 << 26), Q31 - 1.0))
    lowest = -((31 << 26) >> e)
    difference = x - x.max(axis=-1, keepdims=True)
    reached = difference >= lowest
    exps = np.where(reached, exp_q26(high_mul(np.where(reached, difference, 0) << e, m)), 0)
    out = np.empty_like(x)
    for index in np.ndindex(x.shape[:-1]):
        total = int(half_away(exps[index], 12).sum())
        zeros = 32 - total.bit_length()
        reciprocal = one_over_one_plus((total << zeros) - Q31)
        levels = half_away(high_mul(exps[index], reciprocal), 35 - zeros) - 128
        out[index] = np.where(reached[index], np.clip(levels, -128, 127), -128)
    return out


def exp_q26(a):
    """e^a for a <= 0: Q5.26 to Q0.31 (gemmlowp's exp_on_negative_values)."""
    quarter = 1 << 24
    reduced = (a & (quarter - 1)) - quarter
    x = (reduced << 5) + (1 << 28)
    x2 = high_mul(x, x)
    x3, x4 = high_mul(x2, x), high_mul(x2, x2)
    series = half_away(high_mul(half_away(x4, 2) + x3, 715827883) + x2, 1)
    result = 1895147668 + high_mul(x + series, 1895147668)
    rest = reduced - a
    factors = (1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242)
    for bit, factor in enumerate(factors, start=24):
        result = np.where(rest & (1 << bit), high_mul(result, factor), result)
    return np.where(a == 0, Q31 - 1, result)


def one_over_one_plus(a):
    """1 / (1 + a) for a in [0, 1): Q0.31 to Q0.31, three Newton steps (gemmlowp)."""
    half = (a + Q31) // 2  # the mean of a and Q31 - 1, rounded half up
    x = 1515870810 + int(high_mul(half, -1010580540))
    for _ in range(3):
        error = (1 << 29) - int(high_mul(half, x))
        x = x + saturate(int(high_mul(x, error)) << 2)
    return saturate(x << 1)


def saturate(x):
    return max(-Q31, min(Q31 - 1, x))
