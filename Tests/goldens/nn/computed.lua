-- All that a module or criterion computes of inputs, as one list of numbers. In both hosts.
return function(module, inputs)
   local numbers = {}
   local function tell(t) t:double():apply(function(x) numbers[#numbers + 1] = x end) end
   for _, input in ipairs(inputs) do
      if torch.isTypeOf(module, 'nn.Criterion') then
         local target = torch.LongTensor(input:size(1), input:size(3), input:size(4)):fill(2)
         numbers[#numbers + 1] = module:forward(input, target)
         tell(module:backward(input, target))
      else
         module:zeroGradParameters()
         local output = module:forward(input:clone()):clone()
         tell(output)
         local gradOutput = torch.linspace(-1, 1, output:nElement()):type(torch.type(output)):resizeAs(output)
         tell(module:backward(input:clone(), gradOutput))
         local _, gradients = module:parameters()
         for _, gradient in ipairs(gradients or {}) do tell(gradient) end
      end
   end
   return numbers
end
