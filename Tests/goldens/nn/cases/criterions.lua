-- Criterions: inputs are pairs, input and target.
return {
   ClassNLLCriterion = {{'nn.ClassNLLCriterion()', {{4}, {1, index = 4}}, {{3, 4}, {3, index = 4}}},
      {'nn.ClassNLLCriterion(torch.Tensor {0.5, 1, 2})', {{2, 3}, {2, index = 3}}},
      {'nn.ClassNLLCriterion(torch.Tensor {0.5, 1, 2}, false)', {{2, 3}, {2, index = 3}}},
      {'nn.ClassNLLCriterion(nil, true, 2)', {{5, 3}, {5, index = 3}}}},
   MSECriterion = {{'nn.MSECriterion()', {{4}, {4}}, {{2, 3}, {2, 3}}}, {'nn.MSECriterion(false)', {{3, 2}, {3, 2}}}},
}
