"""elementwise.lua in PyTorch, eager: the same names, sizes and repeats. usage: elementwise.py [threads]"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
torch.manual_seed(1)
print("VERSION PyTorch", torch.__version__.split("+")[0])
n = 10**6
x, y, z = torch.randn(n), torch.randn(n), torch.empty(n)
places = torch.empty(n, dtype=torch.int64)


def row(name, f, repeats):
    f()
    start = time.perf_counter()
    for _ in range(repeats):
        f()
    print(f"RES ew_{name}_ns {(time.perf_counter() - start) / repeats / n * 1e9:.3f}", flush=True)


row("add_scalar", lambda: torch.add(x, 1.5, out=z), 50)
row("add", lambda: torch.add(x, y, out=z), 50)
row("cmul", lambda: torch.mul(x, y, out=z), 50)
row("exp", lambda: torch.exp(x, out=z), 20)
row("tanh", lambda: torch.tanh(x, out=z), 20)
row("sigmoid", lambda: torch.sigmoid(x, out=z), 20)
row("sum", lambda: x.sum().item(), 50)
row("sort", lambda: torch.sort(x, out=(z, places)), 3)
