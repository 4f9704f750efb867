#!/usr/bin/env python3
"""Writes data/digits.t7 from digits.csv.gz, which scikit-learn's wheel carries (sklearn/datasets/data/digits.csv.gz).

    pip download --no-deps scikit-learn && unzip scikit_learn-*.whl 'sklearn/datasets/data/digits.csv.gz'
    data/make_digits.py sklearn/datasets/data/digits.csv.gz

The file holds {data = ByteTensor 1797x1x8x8, label = ByteTensor 1797}, binary, as Torch7 lays it out (docs/t7.md);
pixels are 0 to 16 and labels 1 to 10, for Lua counts classes from 1: label 1 is the digit 0."""
import gzip
import struct
import sys
from pathlib import Path

rows = [[int(float(x)) for x in line.split(",")] for line in gzip.open(sys.argv[1], "rt")]
assert len(rows) == 1797 and all(len(r) == 65 for r in rows)
numbers = iter(range(1, 100))  # objects are numbered in the order in which they are met


def text(s): return struct.pack("<i", len(s)) + s.encode()


def header(typename): return struct.pack("<ii", 4, next(numbers)) + text("V 1") + text(typename)


def byte_tensor(sizes, values):
    strides = [1]
    for n in reversed(sizes[1:]):
        strides.insert(0, strides[0] * n)
    count = len(sizes)
    out = header("torch.ByteTensor") + struct.pack(f"<i{count}q{count}qq", count, *sizes, *strides, 1)
    return out + header("torch.ByteStorage") + struct.pack("<q", len(values)) + bytes(values)


def string(s): return struct.pack("<i", 2) + text(s)


out = struct.pack("<iii", 3, next(numbers), 2)
out += string("data") + byte_tensor([1797, 1, 8, 8], [x for r in rows for x in r[:64]])
out += string("label") + byte_tensor([1797], [r[64] + 1 for r in rows])
(Path(__file__).parent / "digits.t7").write_bytes(out)
