"""convolution.lua in PyTorch, eager: the same names and shapes. usage: convolution.py [threads] [pattern] [double]"""
import re
import sys
import time

import torch

threads = int(sys.argv[1]) if len(sys.argv) > 1 else 1
wanted = re.compile(sys.argv[2].replace("%", "\\") if len(sys.argv) > 2 else "")
torch.set_num_threads(threads)
torch.manual_seed(1)
torch.set_default_dtype(torch.float64 if "double" in sys.argv[3:] else torch.float32)
torch.set_grad_enabled(False)
print("VERSION PyTorch", torch.__version__.split("+")[0])
clock = time.process_time if threads == 1 else time.perf_counter


def measure(name, f):
    if not wanted.search(name):
        return
    f()
    start = clock()
    f()
    once = clock() - start
    count = 1 if once >= 5e-3 else int(5e-3 / max(once, 1e-7)) + 1
    least = 1e9
    for _ in range(5):
        start = clock()
        for _ in range(count):
            f()
        least = min(least, clock() - start)
    print(f"RES conv_{name}_us {least / count * 1e6:.4g}", flush=True)


def rows(name, x, w, step, pad, dilation=1, transposed=False):
    rank = x.dim() - 2
    b = torch.randn(w.shape[1] if transposed else w.shape[0])
    step, pad, dilation, more = [step] * rank, [pad] * rank, [dilation] * rank, [0] * rank
    gw, gb = torch.zeros_like(w), torch.zeros_like(b)

    def forward():
        return torch.ops.aten.convolution(x, w, b, step, pad, dilation, transposed, more, 1)

    dy = forward()

    def backward(mask):
        return torch.ops.aten.convolution_backward(
            dy, x, w, [b.shape[0]], step, pad, dilation, transposed, more, 1, mask)

    def weights():
        _, dw, db = backward([False, True, True])
        gw.add_(dw)
        gb.add_(db)

    measure(name + "_fwd", forward)
    measure(name + "_gin", lambda: backward([True, False, False]))
    measure(name + "_gw", weights)


# marker SHAPES
shapes = [
    ("lenet1", 3, 6, 5, 1, 0, 32), ("lenet2", 6, 16, 5, 1, 0, 14),
    ("alex1", 3, 64, 11, 4, 2, 64), ("alex2", 64, 192, 5, 1, 2, 7), ("alex3", 192, 384, 3, 1, 1, 3),
    ("alex4", 384, 256, 3, 1, 1, 3),
    ("vgg1", 3, 64, 3, 1, 1, 64), ("vgg2", 64, 64, 3, 1, 1, 64), ("vgg3", 64, 128, 3, 1, 1, 32),
    ("vgg4", 128, 128, 3, 1, 1, 32), ("vgg5", 256, 256, 3, 1, 1, 16), ("vgg6", 512, 512, 3, 1, 1, 8),
    ("vgg7", 512, 512, 3, 1, 1, 4),
    ("res1", 3, 16, 3, 1, 1, 32), ("res2", 16, 16, 3, 1, 1, 32), ("res3", 16, 32, 3, 2, 1, 32),
    ("res4", 32, 32, 3, 1, 1, 16), ("res5", 32, 64, 3, 2, 1, 16), ("res6", 64, 64, 3, 1, 1, 8),
    ("short1", 16, 32, 1, 2, 0, 32), ("short2", 32, 64, 1, 2, 0, 16), ("one", 64, 21, 1, 1, 0, 64),
]
for batch in (1, 32):
    for name, C, O, k, step, pad, size in shapes:
        rows(f"{name}_b{batch}", torch.randn(batch, C, size, size), torch.randn(O, C, k, k), step, pad)
    for k in (3, 4, 5):
        # PyTorch's frames come last.
        rows(f"text{k}_b{batch}", torch.randn(batch, 300, 50), torch.randn(100, 300, k), 1, 0)
    rows(f"full_b{batch}", torch.randn(batch, 32, 16, 16), torch.randn(32, 21, 4, 4), 2, 1, transposed=True)
    rows(f"dilated_b{batch}", torch.randn(batch, 32, 32, 32), torch.randn(32, 32, 3, 3), 1, 2, dilation=2)
