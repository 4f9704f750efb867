"""optim.lua in PyTorch, eager, without foreach: the same names, sizes and settings. usage: optim.py [threads]"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
torch.manual_seed(1)
print("VERSION PyTorch", torch.__version__.split("+")[0])
cases = {
    "sgd": lambda p: torch.optim.SGD(p, lr=1e-3, foreach=False),
    "sgd_momentum": lambda p: torch.optim.SGD(
        p, lr=1e-3, momentum=0.9, dampening=0.9, weight_decay=1e-4, foreach=False),
    "sgd_nesterov": lambda p: torch.optim.SGD(p, lr=1e-3, momentum=0.9, nesterov=True, foreach=False),
    "nag": lambda p: torch.optim.SGD(p, lr=1e-3, momentum=0.9, nesterov=True, foreach=False),
    "adam": lambda p: torch.optim.Adam(p, lr=1e-3, foreach=False),
    "adamax": lambda p: torch.optim.Adamax(p, lr=1e-3, foreach=False),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=1e-3, foreach=False),
    "adadelta": lambda p: torch.optim.Adadelta(p, lr=1, foreach=False),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=1e-3, foreach=False),
    "asgd": lambda p: torch.optim.ASGD(p, lr=1e-3, t0=0, foreach=False),
    "rprop": lambda p: torch.optim.Rprop(p, lr=1e-3, foreach=False),
}
for size, n, repeats in (("1e6", 1000000, 20), ("1e3", 1000, 2000)):
    for kind, dtype in (("double", torch.float64), ("float", torch.float32)):
        for name, make in cases.items():
            x = torch.rand(n, dtype=dtype, requires_grad=True)
            x.grad = torch.rand(n, dtype=dtype) * 2 - 1
            optimizer = make([x])
            for _ in range(3):
                optimizer.step()
            start = time.perf_counter()
            for _ in range(repeats):
                optimizer.step()
            took = (time.perf_counter() - start) / repeats
            print(f"RES optim_{name}_{kind}_{size}_us {took * 1e6:.3f}", flush=True)
