"""The layers of lstm.lua that PyTorch has: the same names, sizes and repeats. usage: lstm.py [threads]"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
torch.manual_seed(1)
print("VERSION PyTorch", torch.__version__.split("+")[0])
for steps, batch, inputs, units, times in ((20, 10, 200, 200, 20), (50, 64, 128, 512, 2)):
    x = torch.randn(steps, batch, inputs, requires_grad=True)
    grad_output = torch.randn(steps, batch, units)
    for name, net in (("seqlstm", torch.nn.LSTM(inputs, units)), ("seqgru", torch.nn.GRU(inputs, units))):

        def run():
            net.zero_grad(set_to_none=False)
            x.grad = None
            net(x)[0].backward(grad_output)

        run()
        start = time.perf_counter()
        for _ in range(times):
            run()
        ms = (time.perf_counter() - start) / times * 1e3
        print(f"RES {name}_T{steps}_B{batch}_I{inputs}_H{units}_ms {ms:.3f}", flush=True)
