-- Histograms; texts and numbers as the original gave them.
require 'gnuplot'
local test = {}

function test.countsOfBins(check)
   local h = gnuplot.histc(torch.range(1, 20), 4)
   check.equal(('%g %g %g %g'):format(h.bins, h.binwidth, h.max, h.min), '4 4.75 1 1')
   check.equal(('%g %g %g'):format(h[1].val, h[1].nb, h[4].val), '3.375 5 17.625')
   check.equal(table.concat(h.raw:totable(), ' '), '5 5 5 5')
   check.equal(#h, 4)
   check.equal(#gnuplot.histc(torch.randn(100)), 72)
   check.equal(table.concat(gnuplot.histc(torch.range(1, 20), 5, 3, 10, true):totable(), ' '), '2 1 2 1 2')
   check.equal(gnuplot.histc(torch.IntTensor{1, 2, 3}, 3).raw:sum(), 3)
   check.equal(gnuplot.histc(torch.HalfTensor(4):fill(2), 3).raw:sum(), 4)
end

function test.picture(check)
   check.equal(tostring(gnuplot.histc(torch.range(1, 20), 5, 3, 10)), [[
nsamples:  min:(bin:2/#1/cntr:5.10)  max:(bin:1/#2/cntr:3.70)
--------:-----
1.82e+00:. . .
1.64e+00:| | |
1.45e+00:| | |
1.27e+00:| | |
1.09e+00:| | |
9.09e-01:|:|:|
7.27e-01:|||||
5.45e-01:|||||
3.64e-01:|||||
1.82e-01:|||||
--------:-^---
centers +5.10 ]])
   local text = tostring(gnuplot.histc(torch.range(-10, 10):pow(3), 14))
   check.equal((text:gsub(' ', '_')), [[
nsamples:__min:(bin:3/#0/cntr:-642.86)__max:(bin:8/#6/cntr:71.43)
--------:--------------
5.45e+00:_______.______
4.91e+00:______||______
4.36e+00:______||______
3.82e+00:______||______
3.27e+00:______||______
2.73e+00:______||______
2.18e+00:______||______
1.64e+00:______||______
1.09e+00:______||______
5.45e-01:.._...||..._..
--------:-^-----^-----^
centers_-785.71_+71.43_+928.57_]])
end

function test.wrongCalls(check)
   check.raises('gnuplot.histc: expected a tensor with elements, got nil', gnuplot.histc)
   check.raises('gnuplot.histc: expected a tensor with elements, got no elements', gnuplot.histc, torch.Tensor())
   check.raises('gnuplot.hist: expected a number of bins, got 0', gnuplot.hist, torch.ones(3), 0)
   check.raises('gnuplot.hist: expected a number of bins, got 2.5', gnuplot.hist, torch.ones(3), 2.5)
   check.raises('gnuplot.hist: expected a number of bins, got nan', gnuplot.hist, torch.ones(3), 0 / 0)
   check.raises('gnuplot.hist: expected a number of bins, got 1e+15', gnuplot.hist, torch.ones(3), 1e15)
   check.raises('gnuplot.hist: expected a number as min, got x', gnuplot.hist, torch.ones(3), 2, 'x')
   check.raises('gnuplot.hist: expected a number as min, got nan', gnuplot.hist, torch.Tensor{0 / 0})
   check.raises('gnuplot.histc: expected a number as max, got table', gnuplot.histc, torch.ones(3), 2, 1, {})
end

return test
