"""models.lua in PyTorch, eager: the same networks, sizes and work.

usage: models.py [threads [net]] or models.py memory [threads]
"""

import sys
import time

import torch
from torch import nn
from torch.nn.functional import pad

torch.manual_seed(1)
print("VERSION PyTorch", torch.__version__.split("+")[0])


def relu():
    return nn.ReLU(inplace=True)


def lenet():
    return nn.Sequential(
        nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10), nn.LogSoftmax(1),
    )


def alexnet():
    return nn.Sequential(
        nn.Conv2d(3, 64, 7, 2, 3), relu(), nn.MaxPool2d(3, 2), nn.Conv2d(64, 192, 5, 1, 2), relu(), nn.MaxPool2d(3, 2),
        nn.Conv2d(192, 384, 3, 1, 1), relu(), nn.Conv2d(384, 256, 3, 1, 1), relu(),
        nn.Conv2d(256, 256, 3, 1, 1), relu(), nn.MaxPool2d(3, 2), nn.Flatten(),
        nn.Dropout(0.5), nn.Linear(2304, 1024), relu(), nn.Dropout(0.5), nn.Linear(1024, 1024), relu(),
        nn.Linear(1024, 200), nn.LogSoftmax(1),
    )


def vgg():
    layers, before = [], 3
    for n in (64, 128, 256, 512):
        layers += [nn.Conv2d(before, n, 3, 1, 1), relu(), nn.Conv2d(n, n, 3, 1, 1), relu(), nn.MaxPool2d(2)]
        before = n
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(2048, 10), nn.LogSoftmax(1))


class Block(nn.Module):
    """Two convolutions, and a way past that adds channels of zeros where the size changes."""

    def __init__(self, before, n, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(before, n, 3, stride, 1), nn.BatchNorm2d(n), relu(), nn.Conv2d(n, n, 3, 1, 1), nn.BatchNorm2d(n)
        )
        self.relu, self.more, self.stride = relu(), n - before, stride

    def forward(self, x):
        past = x
        if self.more:
            past = pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, 0, self.more))
        return self.relu(self.body(x) + past)


def resnet():
    layers, before = [nn.Conv2d(3, 16, 3, 1, 1), nn.BatchNorm2d(16), relu()], 16
    for n in (16, 32, 64):
        for i in range(3):
            layers.append(Block(before, n, 2 if i == 0 and n > 16 else 1))
            before = n
    return nn.Sequential(*layers, nn.AvgPool2d(8), nn.Flatten(), nn.Linear(64, 10), nn.LogSoftmax(1))


def normal(before, n, stride=1):
    return nn.Sequential(nn.Conv2d(before, n, 3, stride, 1), nn.BatchNorm2d(n), relu())


class FullyConvolutional(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = normal(3, 32)
        self.deep = nn.Sequential(
            normal(32, 64, 2), normal(64, 64), normal(64, 128, 2), normal(128, 128),
            nn.ConvTranspose2d(128, 64, 4, 2, 1), relu(), nn.ConvTranspose2d(64, 32, 4, 2, 1), relu(),
        )
        self.last = nn.Sequential(nn.Conv2d(64, 21, 1), nn.LogSoftmax(1))

    def forward(self, x):
        x = self.first(x)
        return self.last(torch.cat((x, self.deep(x)), 1))


class Text(nn.Module):
    def __init__(self):
        super().__init__()
        self.windows = nn.ModuleList(nn.Sequential(nn.Conv1d(300, 100, words), relu()) for words in (3, 4, 5))
        self.last = nn.Sequential(nn.Dropout(0.5), nn.Linear(300, 2), nn.LogSoftmax(1))

    def forward(self, x):
        x = x.transpose(1, 2)
        return self.last(torch.cat([window(x).max(2)[0] for window in self.windows], 1))


MODELS = (
    ("lenet", lenet, (3, 32, 32)), ("alexnet", alexnet, (3, 64, 64)), ("vgg", vgg, (3, 32, 32)),
    ("resnet20", resnet, (3, 32, 32)), ("fcn", FullyConvolutional, (3, 64, 64)), ("text", Text, (50, 300)),
)


def forward(net, x):
    net.eval()

    def run():
        with torch.no_grad():
            net(x)

    return run


def step(net, x):
    """Gradients to zero, forward, backward to the input."""
    net.train()
    x.requires_grad_(True)
    gradient = torch.randn_like(net(x))

    def run():
        net.zero_grad(set_to_none=False)
        x.grad = None
        net(x).backward(gradient)

    return run


def milliseconds(f):
    """For a call: the best of three lots of at least a tenth of a second."""
    f()
    calls, start = 0, time.perf_counter()
    while time.perf_counter() - start < 0.1:
        f()
        calls += 1
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(calls):
            f()
        best = min(best, (time.perf_counter() - start) / calls)
    return best * 1e3


def main(arguments):
    memory = arguments[:1] == ["memory"]
    arguments = arguments[memory:]
    torch.set_num_threads(int(arguments[0]) if arguments else 1)
    if memory:
        run = step(vgg(), torch.randn(32, 3, 32, 32))
        for _ in range(3):
            run()
        with open("/proc/self/status") as status:
            kilobytes = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        print(f"RES vgg_step_32_resident_MB {kilobytes / 1024:.1f}")
        return
    for name, make, size in MODELS:
        if arguments[1:] and arguments[1] != name:
            continue
        net = make()
        for batch in (1, 32):
            x = torch.randn(batch, *size)
            print(f"RES {name}_forward_{batch}_ms {milliseconds(forward(net, x)):.4f}", flush=True)
            print(f"RES {name}_step_{batch}_ms {milliseconds(step(net, x)):.4f}", flush=True)


main(sys.argv[1:])
