-- Layers that take or make tables.
return {
   CriterionTable = {{'nn.CriterionTable(nn.MSECriterion())', {{3}, {3}}, {{2, 2}, {2, 2}}},
      {'nn.CriterionTable(nn.ClassNLLCriterion(torch.Tensor {1, 2}, false))', {{3, 2}, {3, index = 2}}},
      {'nn.CriterionTable(nn.HingeEmbeddingCriterion(0.5))', {{3}, {3, sign = true}}}},
}
