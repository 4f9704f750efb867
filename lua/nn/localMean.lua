--- Weighted means over a neighbourhood in all planes: what the spatial normalisations share.
-- @module nn.localMean
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local localMean = {}

--- The kernel of a normalisation: what was given, a square of ones otherwise.
-- @tparam nn.Module who asks
-- @tparam[opt] torch.Tensor kernel a matrix, or a vector for rows and columns alike
-- @treturn torch.Tensor the kernel
function localMean.kernel(who, kernel)
   kernel = kernel or torch.Tensor(9, 9):fill(1)
   local d = torch.isTensor(kernel) and kernel:dim()
   if d ~= 1 and d ~= 2 or kernel:size(1) % 2 == 0 or kernel:size(d) % 2 == 0 then
      expected(who, 'a kernel of one or two dimensions, of odd sizes', kernel)
   end
   return kernel
end

--- The number of planes of a normalisation, 1 if nothing is said.
function localMean.planes(who, nInputPlane)
   if nInputPlane == nil then return 1 end
   if type(nInputPlane) ~= 'number' or not (nInputPlane >= 1 and nInputPlane < math.huge) then
      expected(who, 'a number of planes', nInputPlane)
   end
   return nInputPlane
end

-- A convolution that is no longer drawn.
local function fixed(convolution, kernel)
   convolution.bias:zero()
   local n = kernel:nElement()
   convolution.weight:copy(kernel:view(1, n):expand(convolution.weight:nElement() / n, n))
   return convolution
end

--- Append the layers that compute the mean and give it to every plane.
-- @tparam nn.Sequential layers to what they are appended
-- @tparam int planes how many planes there are
-- @tparam torch.Tensor kernel the weights
-- @treturn nn.Sequential `layers`
function localMean.estimator(layers, planes, kernel)
   local kH, kW = kernel:size(1), kernel:size(kernel:dim())
   local x, y = math.floor(kW / 2), math.floor(kH / 2)
   kernel = kernel:contiguous()
   layers:add(nn.SpatialZeroPadding(x, x, y, y))
   if kernel:dim() == 1 then
      layers:add(fixed(nn.SpatialConvolutionMap(nn.tables.oneToOne(planes), kW, 1), kernel))
      layers:add(fixed(nn.SpatialConvolution(planes, 1, 1, kH), kernel))
   else
      layers:add(fixed(nn.SpatialConvolution(planes, 1, kW, kH), kernel))
   end
   return layers:add(nn.Replicate(planes, 1, 3))
end

--- How much of the kernel lies within the picture, place by place: in `coef`, for the input's size.
--
-- @tparam nn.Module who a normalisation with a `meanestimator`
-- @tparam torch.Tensor input what it is computed for, and checked
-- @treturn torch.Tensor the coefficients
function localMean.coefficients(who, input)
   wants.type(who, 'input', input, who.output)
   local d, planes = input:dim(), who.nInputPlane
   if d ~= 3 and d ~= 4 or input:size(d - 2) ~= planes then
      wants.otherSize(who, ('input of size %dxHxW or Nx%dxHxW'):format(planes, planes), input)
   end
   if who._inpsz and input:isSize(who._inpsz) and who._coef and who._coef:dim() > 0 then return who.coef end
   local sample = d == 4 and input[1] or input
   who.ones = (who.ones or input.new()):resizeAs(sample):fill(1)
   local coef = who.meanestimator:updateOutput(who.ones)
   who._coef = (who._coef or input.new()):resizeAs(coef):copy(coef)
   who.coef = who._coef
   if d == 4 then
      local size = coef:size():totable()
      who.coef = who._coef:view(1, table.unpack(size)):expand(input:size(1), table.unpack(size))
   end
   who._inpsz = input:size()
   return who.coef
end

return localMean
