--- The linear part of gates, with dropout of its own for each gate where that is wanted.
-- @module rnn.gates
local gates = {}

--- Append dropout to a container, if anything is to be dropped.
-- @tparam nn.Sequential net
-- @tparam number p
-- @tparam boolean mono
-- @treturn nn.Sequential the same
function gates.dropped(net, p, mono)
   return p ~= 0 and net:add(nn.Dropout(p, false, false, true, mono)) or net
end

--- From `inputs` numbers to `outputs` for each of several gates: one layer, or one for each gate behind its dropout.
-- @tparam string class 'Linear' or 'LinearNoBias'
-- @tparam int inputs
-- @tparam int outputs
-- @tparam int count how many gates
-- @tparam number p
-- @tparam boolean mono
-- @treturn nn.Module
function gates.linear(class, inputs, outputs, count, p, mono)
   if p == 0 then return nn[class](inputs, count * outputs) end
   local dropped, layers = nn.ConcatTable(), nn.ParallelTable()
   for _ = 1, count do
      dropped:add(nn.Dropout(p, false, false, true, mono))
      layers:add(nn[class](inputs, outputs))
   end
   return nn.Sequential():add(dropped):add(layers):add(nn.JoinTable(2))
end

return gates
