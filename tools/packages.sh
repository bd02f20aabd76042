# Sourced by ./run and ./test: installs the Debian packages of a list that are not there yet.
# Sets nothing but functions. Needs $root, the folder of the checkout.

say() { printf '%s\n' "$*" >&2; }
die() { say "" "$@"; exit 1; }

# The names in one or more lists, without comments.
names_in() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"; }

# Prints those of the given packages that are not installed.
missing_of() {
  comm -23 <(printf '%s\n' "$@" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii  *//p' | sort -u)
}

check_system() {
  local ID='' VERSION_ID='' PRETTY_NAME='an unknown system'
  [ -r /etc/os-release ] && . /etc/os-release
  [ "$ID $VERSION_ID" = "debian 12" ] && command -v apt-get >/dev/null && return
  die "Nøkkelknippe installs what it needs on Debian 12, and this is $PRETTY_NAME." \
    "Use Debian 12 (a container or a small virtual machine will do), or install what" \
    "tools/packages.txt names by hand and set KNIPPE_PACKAGES=skip."
}

as_root() {
  if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
  else sudo env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

apt_get() { as_root apt-get -q -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@"; }

# Installs the packages named, if any is missing. Asks the network only then.
install_packages() {
  [ "${KNIPPE_PACKAGES:-}" = skip ] && return
  local -a missing
  command -v dpkg-query >/dev/null || check_system
  mapfile -t missing < <(missing_of "$@")
  [ ${#missing[@]} -eq 0 ] && return
  check_system
  local -a install=(install -y --no-install-recommends --no-remove "${missing[@]}")
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    die "These packages are missing, and you are neither root nor is there sudo. As root:" "" \
      "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  apt_get -s "${install[@]}" >/dev/null 2>&1 || apt_get update || true
  apt_get "${install[@]}" && return
  say "Trying once more with a fresh package list."
  apt_get update || true
  apt_get "${install[@]}" && return
  if [ -z "$(missing_of libboost1.74-dev)" ]; then
    die "Boost 1.74's headers (libboost1.74-dev, libboost-dev) are installed and cannot stand beside 1.81." \
      "Take them away first: apt-get remove libboost-dev libboost1.74-dev"
  fi
  die "The packages could not be installed; what apt-get said stands above." \
    "Most often there is no network, or the package mirror cannot be reached. Nothing else was changed: try again with ./${0##*/}"
}
