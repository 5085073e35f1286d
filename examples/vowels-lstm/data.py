"""Utterances of nine speakers: the JapaneseVowels data set, as the Python package aeon has it inside."""

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

PACKAGE = "aeon==1.6.0"
LONGEST, CHANNELS, SCALE = 29, 12, 1 / 64


def read(wheel=None):
    """((sequences, speakers) of the training set, the same of the test set); sequences are float [T, 12], T 7 to 29,
    speakers 0 to 8. Without a wheel of the package, it is downloaded with pip; it need not be installed."""
    if wheel is not None:
        return parse(wheel)
    with tempfile.TemporaryDirectory() as folder:
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
        subprocess.run(download, check=True)
        return parse(next(Path(folder).glob("*.whl")))


def parse(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return tuple(
            series(archive.read(f"aeon/datasets/data/JapaneseVowels/JapaneseVowels_{part}.ts").decode())
            for part in ("TRAIN", "TEST")
        )


def series(text):
    """Reads lines of `channel 0:channel 1:...:class`, each channel being numbers with commas between them."""
    sequences, speakers = [], []
    for line in io.StringIO(text.split("@data\n")[1]):
        *channels, speaker = line.strip().split(":")
        sequences.append(np.array([channel.split(",") for channel in channels], float).T)
        speakers.append(int(speaker) - 1)
    return sequences, np.array(speakers)


def levels(sequences):
    """int8 [N, 29, 12] in units of 1/64; shorter sequences are padded with zeros in front."""
    padded = np.zeros((len(sequences), LONGEST, CHANNELS))
    for row, sequence in zip(padded, sequences):
        row[LONGEST - len(sequence) :] = sequence
    return np.clip(np.rint(padded / SCALE), -128, 127).astype(np.int64)


def varied(sequences, random):
    """The sequences, each at a random speed, cut at both ends at random, shifted and with noise."""
    result = []
    for sequence in sequences:
        steps = len(sequence)
        begin, end = random.uniform(0, 0.1, 2) * steps
        length = int(np.clip(round(steps * random.uniform(0.8, 1.2)), 7, LONGEST))
        at = np.linspace(begin, steps - 1 - end, length)
        resampled = np.stack([np.interp(at, np.arange(steps), channel) for channel in sequence.T], axis=1)
        result.append(resampled + random.normal(0, 0.06, CHANNELS) + random.normal(0, 0.03, resampled.shape))
    return result
