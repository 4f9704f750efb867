--- Which planes of the input each plane of the output is connected to, for `nn.SpatialConvolutionMap`: rows of a plane
-- of the input and one of the output.
-- @module nn.tables
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local wants = require 'nn.wants'
local tables = {}
nn.tables = tables

local function check(name, what, count)
   wants.count('nn.tables.' .. name, what, count)
end

--- Each with each.
-- @tparam int nin planes of the input
-- @tparam int nout planes of the output
function tables.full(nin, nout)
   check('full', 'a number of input planes', nin)
   check('full', 'a number of output planes', nout)
   local connections = torch.Tensor(nout, nin, 2)
   connections:select(3, 1):copy(torch.range(1, nin):view(1, nin):expand(nout, nin))
   connections:select(3, 2):copy(torch.range(1, nout):view(nout, 1):expand(nout, nin))
   return connections:view(nout * nin, 2)
end

--- Each with its counterpart.
-- @tparam int nfeat planes
function tables.oneToOne(nfeat)
   check('oneToOne', 'a number of planes', nfeat)
   return torch.range(1, nfeat):view(nfeat, 1):expand(nfeat, 2):clone()
end

--- Each plane of the output with `nto` of the input, drawn so that all of the input's come up before any does again, as
-- far as `nto` divides their number.
-- @tparam int nin planes of the input
-- @tparam int nout planes of the output
-- @tparam int nto connections of each plane of the output
function tables.random(nin, nout, nto)
   check('random', 'a number of input planes', nin)
   check('random', 'a number of output planes', nout)
   if not isCount(nto) or nto > nin then
      expected('nn.tables.random', ('a number of connections from 1 to %d'):format(nin), nto)
   end
   local connections = torch.Tensor(nout, nto, 2)
   local order, nextPlace = torch.randperm(nin), 1
   for plane = 1, nout do
      connections[plane]:select(2, 1):copy(order:narrow(1, nextPlace, nto))
      connections[plane]:select(2, 2):fill(plane)
      nextPlace = nextPlace + nto
      if nextPlace + nto - 1 > nin then order, nextPlace = torch.randperm(nin), 1 end
   end
   return connections:view(nout * nto, 2)
end

return tables
