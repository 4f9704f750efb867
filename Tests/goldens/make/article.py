"""The article's recurrent programs in NumPy: a binary adder, and an LSTM that learns a sequence or prime numbers.

    python3 article.py binary_adder|lstm_sequence|lstm_primes SEED ITERATIONS
    python3 article.py --record FOLDER        # the figures that Tests/lua/scripts/article.lua compares with

Random numbers are drawn in the article's order; the lines printed are those of the scripts of these names.
"""
import os
import sys

import numpy as np

RATES = {"lstm_sequence": 0.1, "lstm_primes": 0.01}
ITERATIONS = {"binary_adder": 10000, "lstm_sequence": 100, "lstm_primes": 10000}
CELLS, INPUTS = 100, 50


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def bits(number):
    return np.array([number >> place & 1 for place in reversed(range(8))])


def binary_adder(seed, iterations):
    np.random.seed(seed)
    read, answer, recur = (2 * np.random.random(size) - 1 for size in ((2, 16), (16, 1), (16, 16)))
    for iteration in range(iterations):
        a, b = np.random.randint(128), np.random.randint(128)
        x, y = np.stack([bits(a), bits(b)], 1)[::-1], bits(a + b)[::-1]
        hidden, outputs = [np.zeros(16)], []
        for row in x:
            hidden.append(sigmoid(row @ read + hidden[-1] @ recur))
            outputs.append(sigmoid(hidden[-1] @ answer)[0])
        outputs = np.array(outputs)
        if iteration % 1000 == 0:
            got = (outputs > 0.5).astype(int)[::-1]
            yield "%d Error: %.17g Pred: %s True: %s %d + %d = %d" % (
                iteration, np.abs(y - outputs).sum(), got, bits(a + b), a, b, int("".join(map(str, got)), 2))
        delta_out = (y - outputs) * outputs * (1 - outputs)
        later, changes = np.zeros(16), [np.zeros_like(w) for w in (read, answer, recur)]
        for t in reversed(range(8)):
            later = (recur @ later + answer[:, 0] * delta_out[t]) * hidden[t + 1] * (1 - hidden[t + 1])
            changes[0] += np.outer(x[t], later)
            changes[1][:, 0] += hidden[t + 1] * delta_out[t]
            changes[2] += np.outer(hidden[t], later)
        for weights, change in zip((read, answer, recur), changes):
            weights += 0.1 * change


def lstm_tasks(name, seed):
    """The inputs, a row a step, and the numbers to learn."""
    if name == "lstm_sequence":
        np.random.seed(seed)
        np.random.rand(CELLS)  # the draws of the last bias, which the article takes just before
        return np.array([np.random.random(INPUTS) for _ in range(4)]), np.array([-0.5, 0.2, 0.1, -0.5])
    primes = [n / 100 for n in range(2, 100) if all(n % d for d in range(2, n))]
    ring = primes * 4
    return np.array([ring[i:i + INPUTS] for i in range(10)]), np.array(ring[INPUTS:INPUTS + 10])


def lstm(name, seed, iterations):
    xs, ys = lstm_tasks(name, seed)
    steps = len(ys)

    def start(*size):
        np.random.seed(seed)  # as the article does, so that all gates start from the same numbers
        return np.tile(np.random.rand(*size) * 0.2 - 0.1, (4,) + (1,) * len(size))

    w, b = start(CELLS, INPUTS + CELLS), start(CELLS)
    shown = {0, 1, 10, 50, 99} if name == "lstm_sequence" else range(0, iterations, 1000)
    digits = "%.9g" if name == "lstm_sequence" else "%.6g"
    for iteration in range(iterations):
        h, s, trace = np.zeros(CELLS), np.zeros(CELLS), []
        for x in xs:
            xc, before = np.concatenate([x, h]), s
            z = w @ xc + b
            g, (i, f, o) = np.tanh(z[0]), sigmoid(z[1:])
            s = g * i + s * f
            h = s * o
            trace.append((xc, before, g, i, f, o, s, h))
        outputs = np.array([step[-1][0] for step in trace])
        loss = ((outputs - ys) ** 2)[::-1].sum()
        if iteration in shown or iteration == iterations - 1:
            yield "%d %.17g [%s]" % (iteration, loss, ", ".join(digits % q for q in outputs))
        dh, ds, dw, db = np.zeros(CELLS), np.zeros(CELLS), np.zeros_like(w), np.zeros_like(b)
        for t in reversed(range(steps)):
            xc, before, g, i, f, o, s, h = trace[t]
            dh[0] += 2 * (h[0] - ys[t])
            ds = ds + o * dh
            dz = np.array([i * ds * (1 - g * g), g * ds * i * (1 - i), before * ds * f * (1 - f), s * dh * o * (1 - o)])
            dw += dz[:, :, None] * xc
            db += dz
            dh, ds = (w[:, :, INPUTS:] * dz[:, :, None]).sum((0, 1)), ds * f
        w -= RATES[name] * dw
        b -= RATES[name] * db


def run(name, seed, iterations):
    return binary_adder(seed, iterations) if name == "binary_adder" else lstm(name, seed, iterations)


if sys.argv[1] == "--record":
    for name, iterations in ITERATIONS.items():
        with open(os.path.join(sys.argv[2], name + ".txt"), "w") as file:
            for seed in (0, 1, 7):
                print("seed %d" % seed, *run(name, seed, iterations), sep="\n", file=file)
else:
    for line in run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])):
        print(line)
