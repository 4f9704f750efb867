--- What the two fractional max poolings have in common.
-- @module nn.fractional
local expected = require 'nn.expected'
local indexed = require 'nn.indexed'
local wants = require 'nn.wants'
local fractional = {}

--- Set the fields of a new layer: sizes of a window, then output sizes or ratios from 0 to 1.
-- @tparam nn.Module layer
-- @tparam table sides such as {'T', 'W', 'H'}
-- @param ... kernel sizes, then the others
function fractional.init(layer, sides, ...)
   local n = #sides
   local isRatio = type(select(n + 1, ...)) == 'number' and (select(n + 1, ...)) < 1
   for i, side in ipairs(sides) do
      local size, other = select(i, ...), select(n + i, ...)
      if type(size) ~= 'number' or not (size >= 2 and size < math.huge) then
         expected(layer, ('poolSize%s of 2 or more'):format(side), size)
      end
      if type(other) ~= 'number' or isRatio and not (other > 0 and other < 1)
         or not isRatio and not (other >= 1 and other < math.huge) then
         expected(layer, isRatio and 'ratios between 0 and 1' or 'output sizes of 1 or more', other)
      end
      layer['poolSize' .. side] = size
      layer[(isRatio and 'ratio' or 'out') .. side] = isRatio and other or math.floor(other)
   end
   layer.indices, layer.newRandomPool = torch.LongTensor(), false
end

--- The sizes of the output, in the order of `sides`: from the last dimension on.
function fractional.sizes(layer, sides, input)
   local sizes, d = {}, input:dim()
   for i, side in ipairs(sides) do
      sizes[i] = layer['out' .. side] or math.floor(input:size(d - i + 1) * layer['ratio' .. side])
   end
   return table.unpack(sizes)
end

--- How many samples and channels an input has.
function fractional.counts(layer, sides, input)
   local n = #sides
   wants.dims(layer, 'input', input, n + 1, n + 2)
   if not input.uniform then expected(layer, 'an input of floats or doubles', torch.type(input)) end
   if input:dim() == n + 1 then return 1, input:size(1) end
   return input:size(1), input:size(2)
end

--- The size of the numbers that decide where windows lie: samples, channels, dimensions.
function fractional.bufferSize(layer, sides, input)
   local samples, channels = fractional.counts(layer, sides, input)
   return torch.LongStorage {samples, channels, #sides}
end

--- Draw those numbers, unless they are there and stay.
function fractional.draw(layer, sides, input)
   local size, held = fractional.bufferSize(layer, sides, input), layer.randomSamples
   local fits = held and held:dim() == 3 and held:size(1) == size[1] and held:size(2) == size[2]
   if layer.newRandomPool and fits then return end
   layer.randomSamples = (held or input.new()):resize(size):uniform()
end

--- The methods of a class.
-- @param class its metatable
-- @tparam table sides such as {'T', 'W', 'H'}
-- @param compute what its kernels are
function fractional.methods(class, sides, compute)
   --- Draw the places once, at the first input, and keep them; or with false anew at each input, as at first.
   function class:fixPoolingRegions(fixed)
      self.newRandomPool = fixed ~= false
      return self
   end

   function class:getBufferSize_(input) return fractional.bufferSize(self, sides, input) end
   function class:initSampleBuffer_(input) fractional.draw(self, sides, input) end
   function class:getOutputSizes_(input) return fractional.sizes(self, sides, input) end

   function class:updateGradInput(input, gradOutput)
      compute.updateGradInput(self.gradInput, input, gradOutput, self.indices)
      return self.gradInput
   end

   class.empty = indexed.empty

   function class:clearState()
      self.indices, self.randomSamples = nil, nil
      return nn.Module.clearState(self)
   end
end

return fractional
