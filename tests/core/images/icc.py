"""Colour profiles made from primaries (ICC.1:2001, matrix and curve), and what they mean in sRGB by plain algebra."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

WHITE_XY = (0.3127, 0.3290)
SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
DISPLAY_P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
ADOBE_RGB = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
_D50 = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])

Primaries = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
Matrix = NDArray[np.float64]


def _xyz(x: float, y: float) -> Matrix:
    return np.array([x / y, 1.0, (1 - x - y) / y])


def matrix_to_d50(primaries: Primaries) -> Matrix:
    """Linear RGB → XYZ relative to D50, columns are the colorants."""
    columns = np.array([_xyz(*xy) for xy in primaries]).T
    white = _xyz(*WHITE_XY)
    to_xyz = columns * np.linalg.solve(columns, white)
    scale = np.diag((_BRADFORD @ _D50) / (_BRADFORD @ white))
    return np.asarray(np.linalg.inv(_BRADFORD) @ scale @ _BRADFORD @ to_xyz)


def _tag_xyz(values: Matrix) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def rgb_profile(primaries: Primaries, gamma: float = 2.2) -> bytes:
    matrix = matrix_to_d50(primaries)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    name = b"Probe\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(78),
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": _tag_xyz(_D50),
        b"rXYZ": _tag_xyz(matrix[:, 0]),
        b"gXYZ": _tag_xyz(matrix[:, 1]),
        b"bXYZ": _tag_xyz(matrix[:, 2]),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for kind, content in tags.items():
        table += kind + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(
        ">I4sI4s4s4s12s4s4sII4sQI12s4s44s",
        start + len(body), b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        struct.pack(">6H", 2026, 1, 1, 0, 0, 0), b"acsp", b"\0\0\0\0", 0, 0, b"\0\0\0\0", 0, 0,
        b"".join(struct.pack(">i", round(value * 65536)) for value in _D50), b"\0\0\0\0", bytes(44),
    )  # fmt: skip
    assert len(head) == 128
    return head + table + body


def in_srgb(colour: tuple[int, int, int], primaries: Primaries, gamma: float = 2.2) -> tuple[int, ...]:
    """The sRGB value (0 to 255, clipped) of a colour written in the other space."""
    linear = (np.array(colour) / 255) ** gamma
    there = np.linalg.inv(matrix_to_d50(SRGB)) @ matrix_to_d50(primaries) @ linear
    there = np.clip(there, 0, 1)
    encoded = np.where(there <= 0.0031308, there * 12.92, 1.055 * there ** (1 / 2.4) - 0.055)
    return tuple(int(value) for value in np.rint(encoded * 255))
