-- How modules of rnn, dpnn and nnx print, alone and around others.
require 'rnn'
require 'nnx'
local function two() return nn.Sequential():add(nn.Linear(4, 4)):add(nn.ConcatTable():add(nn.Tanh()):add(nn.Sigmoid())) end
local function deep() return nn.Sequential():add(two()):add(nn.CAddTable()) end
print(nn.Recurrent(4, nn.Linear(3, 4), deep(), nn.Sequential():add(nn.Sigmoid()):add(nn.ReLU()), 5))
print(nn.Recurrent(deep(), deep(), nn.Linear(4, 4), nn.Sigmoid(), 5, nn.Sequential():add(nn.CAddTable())))
print(nn.Sequencer(nn.Recurrent(4, nn.Linear(3, 4), deep(), nn.Sigmoid(), 5)))
print(nn.Recursor(deep()), nn.Recurrence(deep(), 4, 1), nn.Sequencer(nn.Recurrence(deep(), 4, 1)))
print(nn.LSTM(3, 4), nn.FastLSTM(3, 4), nn.GRU(3, 4), nn.MuFuRu(3, 4), nn.Sequencer(nn.LSTM(3, 4)))
print(nn.SeqLSTM(3, 4), nn.SeqGRU(3, 4), nn.SeqLSTMP(3, 5, 4))
print(nn.BiSequencerLM(nn.LSTM(3, 4)))
print(nn.Repeater(nn.LSTM(4, 4), 3), nn.Repeater(deep(), 2))
print(nn.RecurrentAttention(deep(), nn.Linear(4, 2), 3, {4}))
print(nn.MaskZero(deep(), 1), nn.TrimZero(nn.Linear(3, 4), 1), nn.MaskZeroCriterion(nn.MSECriterion(), 1))
print(nn.SequencerCriterion(nn.MSECriterion()), nn.RepeaterCriterion(nn.MSECriterion()))
print(nn.LookupTableMaskZero(5, 3), nn.NormStabilizer(), nn.CopyGrad(), nn.SAdd(2))
print(nn.Serial(deep()), nn.DontCast(deep()), nn.Inception {inputSize = 3, outputSize = {4, 2}, reduceSize = {2, 1, 1, 1}})
print(nn.NCEModule(4, 10, 3, torch.Tensor(10):fill(0.1)), nn.NCECriterion(), nn.ReverseTable(), nn.TotalDropout(0.3))
print(nn.ReinforceNormal(0.1), nn.ReinforceBernoulli(), nn.ReinforceCategorical(), nn.VRClassReward(deep()))
print(nn.SpatialGlimpse(8, 2, 2), nn.ArgMax(2), nn.OneHot(5), nn.Clip(-1, 1))
print(nn.SoftMaxTree(4, {torch.IntTensor {2, 3}}, 1), nn.MultiSoftMax(), nn.SpatialUpSampling {dW = 2, dH = 2})
print(nn.PushTable(1), nn.SuperCriterion(), nn.Minus(), nn.SpatialLinear(2, 3), nn.TreeNLLCriterion())
