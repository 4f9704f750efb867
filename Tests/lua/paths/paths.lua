-- paths, as the original answered.
local test = {}

local folder = os.tmpname()
os.remove(folder)

function test.names(check)
   for path, expected in pairs {
      [''] = {'', '.', nil}, ['/'] = {'', '/', nil}, ['/a'] = {'a', '/', nil}, ['a/'] = {'a', '.', nil},
      ['/a/b//'] = {'b', '/a', nil}, ['//a//b'] = {'b', '//a/', nil}, ['/x/y.tar.gz'] = {'y.tar.gz', '/x', 'gz'},
      ['.bashrc'] = {'.bashrc', '.', 'bashrc'}, ['a.'] = {'a.', '.', ''}, ['..'] = {'..', '.', ''},
   } do
      check.equal(paths.basename(path), expected[1], 'basename of ' .. path)
      check.equal(paths.dirname(path), expected[2], 'dirname of ' .. path)
      check.equal(paths.extname(path), expected[3], 'extname of ' .. path)
   end
   check.equal(select('#', paths.extname('a')), 0)
   check.equal(paths.basename('x/model.t7', 't7'), 'model')
   check.equal(paths.basename('y.tar.gz', '.gz'), 'y.tar')
   check.equal(paths.basename('.gz', 'gz'), '')
   check.equal(paths.findprogram('/bin/sh'), '/bin/sh')
   check.equal(paths.findprogram('no-such-program', 'sh'):match('/sh$'), '/sh')
   check.equal(paths.findprogram('./no-such-program'), nil)
end

function test.concatIsAbsoluteAndResolved(check)
   local here = paths.cwd()
   check.equal(paths.concat(), here)
   check.equal(paths.concat('a', 'b'), here .. '/a/b')
   check.equal(paths.concat('a', '/b'), '/b')
   check.equal(paths.concat('/x', 'y/', './z', '', '../w'), '/x/y/w')
   check.equal(paths.concat('/', '..'), '/')
   check.equal(paths.concat('a', 1), here .. '/a/1')
   check.raises("bad argument #2 to 'paths.concat' (string expected, got nil)", paths.concat, 'a', nil)
end

function test.makingAndRemoving(check)
   check.equal(paths.mkdir(folder .. '/one/two'), true)
   local ok, message, number = paths.mkdir(folder .. '/one')
   check.equal(ok, nil)
   check.equal(message, folder .. '/one: File exists')
   check.equal(number, 17)
   check.equal(paths.dirp(folder), true)
   check.equal(paths.filep(folder), false)
   io.open(folder .. '/one/file.txt', 'w'):close()
   check.equal(paths.filep(folder .. '/one/file.txt'), true)
   check.equal(table.concat(paths.dir(folder .. '/one'), ' '), '. .. file.txt two')
   check.equal(paths.dir(folder .. '/none'), nil)
   local names = {}
   for name in paths.files(folder .. '/one', 'txt$') do names[#names + 1] = name end
   for name in paths.iterdirs(folder .. '/one') do names[#names + 1] = name end
   for name in paths.iterfiles(folder .. '/one') do names[#names + 1] = name end
   check.equal(table.concat(names, ' '), 'file.txt two file.txt')
   check.equal(select(2, paths.rmdir(folder .. '/one')), folder .. '/one: Directory not empty')
   check.equal(select(2, paths.rmall(folder)), "missing second argument ('yes')")
   check.equal(paths.rmall(folder, 'yes'), true)
   check.equal(paths.dirp(folder), false)
   check.equal(select(2, paths.rmall(folder, 'yes')), 'not a file or directory')
end

function test.aLinkIsRemovedNotWhatItLeadsTo(check)
   paths.mkdir(folder .. '/kept')
   os.execute(('ln -s kept %s/link'):format(folder))
   check.equal(paths.rmall(folder .. '/link', 'yes'), true)
   check.equal(paths.dirp(folder .. '/kept'), true)
   paths.rmall(folder, 'yes')
end

function test.beside(check)
   check.equal(paths.basename(paths.thisfile()), 'paths.lua')
   check.equal(paths.thisfile('other'), paths.concat(paths.dirname(paths.thisfile()), 'other'))
   check.equal(paths.findprogram('no-such-program', 'sh') ~= nil, true)
   check.equal(paths.uname(), 'Linux')
   check.equal(select('#', paths.uname()), 3)
end

return test
