--- The folders in which a package's late files lie: its own, and those of packages that add classes to it.
--
--     table.insert(require('torch.lateFolders').nn, 'dpnn')      -- nn.Inception is dpnn/Inception.lua from now on
--
-- @module torch.lateFolders
return {}
