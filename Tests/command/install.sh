# shellcheck shell=sh disable=SC2154
# What scripts/install.sh installs runs elsewhere, without Swift. Sourced by scripts/test.sh --full, which defines `says`.
prefix=$(mktemp -d)
says 'install' 'Sconce ' 0 scripts/install.sh "$prefix"
says 'installed: no library of Swift' 'none' 0 sh -c "ldd $prefix/bin/th | grep -i swift || echo none"
mv "$prefix/bin/th" "$prefix/moved"
says 'installed: moved, no environment' '5 5' 0 env -i "$prefix/moved" -e "require 'nn' io.write(nn.Linear(3, 5):forward(torch.ones(3)):size(1), ' ', 10 / 2)"
says 'installed: modules in C' '[1,2]' 0 env -i "$prefix/moved" -e "io.write(require('cjson').encode {1, 2})"
mv "$prefix/moved" "$prefix/bin/th"
says 'uninstall' "removed $prefix/bin/th" 0 scripts/uninstall.sh "$prefix"
says 'uninstall twice' "there is no $prefix/bin/th" 1 scripts/uninstall.sh "$prefix"
printf '#!/bin/sh\necho another\n' >"$prefix/bin/th" && chmod +x "$prefix/bin/th"
says 'uninstall of another th' "is not Sconce's" 1 scripts/uninstall.sh "$prefix"
rm -r "$prefix"
