"""char_rnn.lua in PyTorch, eager, with its own LSTM: the same sizes. usage: char_rnn.py [threads]"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
torch.manual_seed(1)
print("VERSION PyTorch", torch.__version__.split("+")[0])
vocabulary, steps, batch, layers = 65, 50, 50, 2


class Characters(torch.nn.Module):
    def __init__(self, units):
        super().__init__()
        self.lstm = torch.nn.LSTM(vocabulary, units, layers)
        self.decoder = torch.nn.Linear(units, vocabulary)

    def forward(self, x, memory):
        y, memory = self.lstm(torch.nn.functional.one_hot(x, vocabulary).to(self.decoder.weight.dtype), memory)
        return self.decoder(y), memory


for name, units in (("128", 128), ("256", 256)):
    for kind, dtype in (("double", torch.float64), ("float", torch.float32)):
        model = Characters(units).to(dtype)
        for p in model.parameters():
            torch.nn.init.uniform_(p, -0.08, 0.08)
        optimizer = torch.optim.RMSprop(model.parameters(), lr=2e-3, alpha=0.95)
        text = torch.randint(vocabulary, (50001,))
        x, y = (text[k:k + 50000].view(batch, -1).t().contiguous() for k in (0, 1))
        memory = tuple(torch.zeros(layers, batch, units, dtype=dtype) for _ in range(2))

        def step(i, memory):
            optimizer.zero_grad()
            out, memory = model(x[i * steps:(i + 1) * steps], memory)
            target = y[i * steps:(i + 1) * steps].reshape(-1)
            torch.nn.functional.cross_entropy(out.view(-1, vocabulary), target).backward()
            torch.nn.utils.clip_grad_value_(model.parameters(), 5)
            optimizer.step()
            return tuple(m.detach() for m in memory)

        memory = step(0, memory)
        repeats, start = 4, time.perf_counter()
        for i in range(repeats):
            memory = step(i + 1, memory)
        print(f"RES char_rnn_{name}_{kind}_ms {(time.perf_counter() - start) / repeats * 1e3:.2f}", flush=True)
