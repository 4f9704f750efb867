--- How deep `print` looks into tables: `setprintlevel`.
-- @module trepl.depth
return {limit = 5}
