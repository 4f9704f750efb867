--- The way back of a max pooling: each element where the pooling found it, 0 elsewhere.
-- @classmod nn.SpatialMaxUnpooling
local compute = require('sconce.nn').SpatialMaxUnpooling
local expected = require 'nn.expected'
local indexed = require 'nn.indexed'
local SpatialMaxUnpooling, Module = torch.class('nn.SpatialMaxUnpooling', 'nn.Module')

--- Make a layer.
-- @tparam nn.SpatialMaxPooling poolingModule the pooling; its last input says the output's size
function SpatialMaxUnpooling:__init(poolingModule)
   Module.__init(self)
   if not torch.isTypeOf(poolingModule, 'nn.SpatialMaxPooling') then
      expected(self, 'a layer of nn.SpatialMaxPooling', torch.type(poolingModule))
   end
   local p = poolingModule
   if p.kW ~= p.dW or p.kH ~= p.dH then expected(self, 'a pooling whose windows do not overlap', tostring(p)) end
   self.pooling = p
end

--- Take over places and sizes from the pooling, which must have run.
function SpatialMaxUnpooling:setParams()
   local pooling = self.pooling
   if not pooling.iheight then expected(self, 'a pooling that has run', tostring(pooling)) end
   self.indices, self.oheight, self.owidth = pooling.indices, pooling.iheight, pooling.iwidth
end

function SpatialMaxUnpooling:updateOutput(input)
   self:setParams()
   compute.updateOutput(self.output, input, self.indices, self.owidth, self.oheight)
   return self.output
end

function SpatialMaxUnpooling:updateGradInput(input, gradOutput)
   self:setParams()
   compute.updateGradInput(self.gradInput, input, gradOutput, self.indices)
   return self.gradInput
end

SpatialMaxUnpooling.empty = indexed.empty

function SpatialMaxUnpooling:__tostring__()
   return ('nn.SpatialMaxUnpooling associated to %s'):format(tostring(self.pooling))
end
