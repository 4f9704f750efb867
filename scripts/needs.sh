# For the other scripts to source: `need PACKAGE…` installs those Debian packages that are missing, if any is.
need() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing="$missing $package"
  done
  [ -z "$missing" ] && return
  root=
  [ "$(id -u)" = 0 ] || root=sudo
  echo "installing:$missing"
  # shellcheck disable=SC2086
  $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get install -qq -y --no-install-recommends $missing >/dev/null ||
    { echo "could not install:$missing" >&2; exit 1; }
}
