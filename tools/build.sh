# Sourced by ./run and ./test: configures and builds one CMake preset. Needs $root and tools/packages.sh.

# Compiler jobs: one a core, but no more than memory allows (a translation unit with Asio takes 0.8 GB).
jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable:/ {print int($2 / 1000000)}' /proc/meminfo)
  [ "${memory:-1}" -ge "$cores" ] || cores=$memory
  [ "$cores" -ge 1 ] && echo "$cores" || echo 1
}

# ccache, when there is one: shared between checkouts, and inside build/ when the home folder cannot be written.
use_ccache() {
  export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
  if [ -z "${CCACHE_DIR:-}" ] && { [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; }; then
    export CCACHE_DIR=$root/build/ccache
  fi
}

# build_preset NAME TARGET...: a quiet configure, then ninja's own progress.
build_preset() {
  local preset=$1 folder=$root/build/$1
  shift
  mkdir -p "$folder" 2>/dev/null || die "Cannot write to $root/build. Run as the owner of this folder, or as root."
  use_ccache
  if [ ! -f "$folder/build.ninja" ]; then
    (cd "$root" && cmake --preset "$preset") >"$folder/configure.log" 2>&1 ||
      { cat "$folder/configure.log" >&2; rm -f "$folder/CMakeCache.txt"; die "CMake could not prepare the build."; }
  fi
  NINJA_STATUS='[%f/%t] ' ninja -C "$folder" -j "$(jobs)" "$@" ||
    die "The build of preset $preset stopped; the compiler's message stands above."
}
