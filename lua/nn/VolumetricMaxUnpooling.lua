--- The way back of a max pooling over volumes: each element where the pooling found it, 0 elsewhere.
-- @classmod nn.VolumetricMaxUnpooling
local compute = require('sconce.nn').VolumetricMaxUnpooling
local expected = require 'nn.expected'
local indexed = require 'nn.indexed'
local VolumetricMaxUnpooling, Module = torch.class('nn.VolumetricMaxUnpooling', 'nn.Module')

--- Make a layer.
-- @tparam nn.VolumetricMaxPooling poolingModule the pooling; its last input says the output's size
function VolumetricMaxUnpooling:__init(poolingModule)
   Module.__init(self)
   if torch.type(poolingModule) ~= 'nn.VolumetricMaxPooling' then
      expected(self, 'a layer of nn.VolumetricMaxPooling', torch.type(poolingModule))
   end
   local p = poolingModule
   if p.kT ~= p.dT or p.kW ~= p.dW or p.kH ~= p.dH then
      expected(self, 'a pooling whose windows do not overlap', tostring(p))
   end
   self.pooling = p
   self:_remember()
end

-- How the pooling moves does not change.
function VolumetricMaxUnpooling:_remember()
   for _, name in ipairs {'dT', 'dH', 'dW', 'padT', 'padH', 'padW'} do self[name] = self.pooling[name] end
end

--- Take over places and sizes from the pooling, which must have run.
function VolumetricMaxUnpooling:setParams()
   local pooling = self.pooling
   if not pooling.itime then expected(self, 'a pooling that has run', tostring(pooling)) end
   self.indices = pooling.indices
   self.otime, self.oheight, self.owidth = pooling.itime, pooling.iheight, pooling.iwidth
   self:_remember()
end

function VolumetricMaxUnpooling:updateOutput(input)
   self:setParams()
   compute.updateOutput(self.output, input, self.indices, self.otime, self.owidth, self.oheight)
   return self.output
end

function VolumetricMaxUnpooling:updateGradInput(input, gradOutput)
   self:setParams()
   compute.updateGradInput(self.gradInput, input, gradOutput, self.indices)
   return self.gradInput
end

VolumetricMaxUnpooling.empty = indexed.empty

function VolumetricMaxUnpooling:__tostring__()
   return ('nn.VolumetricMaxUnpooling associated to %s'):format(tostring(self.pooling))
end
