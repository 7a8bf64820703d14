# Sourced by the scripts beside it: finds the JDK, Maven and Python, and makes what is missing.
# Everything made here lies in .venv (or WHENCE_VENV), lib/jars and target.
# shellcheck shell=bash

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
VENV="${WHENCE_VENV:-$ROOT/.venv}"
JARS="$ROOT/lib/jars"
KERNELS="whence-kotlin whence-java"

# Java reads names of files by the locale: in the plain one it cannot open a name with an accent.
case "$(locale charmap 2>/dev/null)" in
  UTF-8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '%s\n' "$*"; }

# The four parts of every refusal: what, got, expected, cure.
refuse() {
  printf '%s\n  got:      %s\n  expected: %s\n  cure:     %s\n' "$1" "$2" "$3" "$4" >&2
  exit 1
}

# The major version of the JDK at $1, or nothing.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\)[."-].*/\1/p; s/.* version "\([0-9]*\)".*/\1/p' | head -n 1
}

is_jdk() {
  local major
  major="$(jdk_major "$1")"
  [ -n "$major" ] && [ "$major" -ge 17 ]
}

# The home of the java on the path, links resolved.
java_on_path() {
  local java
  java="$(command -v java)" || return 0
  while [ -L "$java" ]; do
    local target
    target="$(readlink "$java")"
    case "$target" in
      /*) java="$target" ;;
      *) java="$(dirname "$java")/$target" ;;
    esac
  done
  (cd "$(dirname "$java")/.." && pwd -P)
}

# Sets JAVA_HOME: the one given, else that of the path, else the first found.
choose_java() {
  local home found=""
  if [ -n "${JAVA_HOME:-}" ]; then
    is_jdk "$JAVA_HOME" || refuse "Cannot use the Java of JAVA_HOME" \
      "$JAVA_HOME ($(describe_java "$JAVA_HOME"))" "a JDK (with javac), version 17 or newer" \
      "set JAVA_HOME to such a JDK, or unset it to have one looked for"
    export JAVA_HOME
    return
  fi
  home="$(java_on_path)"
  if [ -n "$home" ] && is_jdk "$home"; then
    export JAVA_HOME="$home"
    return
  fi
  [ -z "$home" ] || found="$home ($(describe_java "$home"))"
  for home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if is_jdk "$home"; then
      export JAVA_HOME="$home"
      return
    fi
  done
  refuse "Cannot find a JDK" "${found:-no java on the path, none in the usual folders}" \
    "a JDK (with javac), version 17 or newer" \
    "install one (for example: apt-get install openjdk-17-jdk-headless), or set JAVA_HOME"
}

describe_java() {
  if [ ! -x "$1/bin/java" ]; then
    echo "no bin/java there"
  else
    local version
    version="$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)"
    [ -x "$1/bin/javac" ] && echo "version ${version:-unknown}" || echo "version ${version:-unknown}, without javac"
  fi
}

maven_version() {
  command -v mvn >/dev/null || return 0
  mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1
}

check_maven() {
  local version
  version="$(maven_version)"
  [ -n "$version" ] || refuse "Cannot find Maven" "no mvn that runs on the path" \
    "Maven 3.8 or newer" "install it (for example: apt-get install maven)"
  case "$version" in
    [12].* | 3.[0-7] | 3.[0-7].*)
      refuse "Cannot build with this Maven" "version $version" "Maven 3.8 or newer" "install a newer one" ;;
  esac
}

# Sets PYTHON to the Python that makes the virtual environment.
choose_python() {
  PYTHON="${WHENCE_PYTHON:-python3}"
  local got
  got="$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" ||
    refuse "Cannot find Python" "no $PYTHON that runs" "Python 3.10 or newer" \
      "install it (for example: apt-get install python3 python3-venv), or set WHENCE_PYTHON"
  "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
    refuse "Cannot use this Python" "$PYTHON, version $got" "Python 3.10 or newer" \
      "install a newer one, or set WHENCE_PYTHON"
  "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null ||
    refuse "Cannot make a virtual environment" "$PYTHON $got without the venv module" \
      "Python with venv" "install it (for example: apt-get install python3-venv)"
}

threads() {
  getconf _NPROCESSORS_ONLN 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2
}

# Runs $2... with its output in the log $1, and shows the log's end if it fails.
logged() {
  local log="$1"
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 || {
    tail -n 40 "$log" >&2
    return 1
  }
}

requirements_stamp() {
  cat "$ROOT/environment/requirements.txt" "$@"
  say "$VENV"
}

# Makes the virtual environment; "$1" may be lab for JupyterLab too.
ensure_venv() {
  local kind="${1:-runner}" file="$ROOT/environment/requirements.txt" stamp
  stamp="$VENV/.whence-$kind"
  [ "$kind" = runner ] || file="$ROOT/environment/requirements-$kind.txt"
  if [ -x "$VENV/bin/python" ] && [ -f "$stamp" ] && requirements_stamp "$file" | cmp -s - "$stamp"; then
    return
  fi
  choose_python
  say "Python environment: installing $([ "$kind" = lab ] && echo 'JupyterLab (330 MB)' || echo 'the notebook kernel (130 MB)') into $VENV ..."
  if [ ! -x "$VENV/bin/python" ] || ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
    "$PYTHON" -m venv --clear "$VENV" || refuse "Cannot make the Python environment $VENV" \
      "a failure of $PYTHON -m venv (above)" "a folder that can be written" \
      "free some disk, or set WHENCE_VENV to another folder"
  fi
  logged "$ROOT/target/pip.log" "$VENV/bin/python" -m pip install --disable-pip-version-check \
    --no-input -r "$file" || refuse "Cannot install the Python packages" "the lines above" \
    "the versions of $file" "check the network and the disk, then call this again"
  requirements_stamp "$file" >"$stamp.new" && mv "$stamp.new" "$stamp"
}

backend_profile() {
  case "${WHENCE_BACKEND:-cpu}" in
    cpu) ;;
    cuda) echo "-Pcuda" ;;
    *) refuse "Cannot choose the native backend" "WHENCE_BACKEND=$WHENCE_BACKEND" "cpu or cuda" "set it to one of them" ;;
  esac
}

# Whether lib/jars was built from the sources as they are, for the backend wanted.
is_built() {
  local stamp="$JARS/.built"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "${WHENCE_BACKEND:-cpu}" ] && [ -f "$JARS/whence.jar" ] &&
    [ -z "$(find "$ROOT/pom.xml" "$ROOT/src/main" -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

# Maven, with $@; lib/jars is stamped with the time it began.
maven_build() {
  local began="$ROOT/target/.began" profile
  profile="$(backend_profile)"
  mkdir -p "$ROOT/target"
  printf '%s\n' "${WHENCE_BACKEND:-cpu}" >"$began"
  (cd "$ROOT" && mvn -B -ntp ${profile:+"$profile"} "$@") && cp -p "$began" "$JARS/.built"
}

ensure_build() {
  is_built && return
  check_maven
  say "Building the library (the first time also downloads about 450 MB of Java libraries) ..."
  logged "$ROOT/target/build.log" maven_build package -DskipTests -Dgates.skip=true ||
    refuse "Cannot build the library" "the lines above (all of them: $ROOT/target/build.log)" \
      "a build without errors" "check the network, the disk and the sources, then call this again"
}

ensure_kernel() {
  "$VENV/bin/python" "$ROOT/environment/kernel/install.py" --java "$JAVA_HOME" --jars "$JARS"
}

# All of it; "$1" as in ensure_venv.
setup() {
  cd "$ROOT"
  choose_java
  export OMP_NUM_THREADS="${OMP_NUM_THREADS:-$(threads)}"
  with_lock ensure_all "${1:-runner}"
}

ensure_all() {
  ensure_venv runner
  [ "$1" = runner ] || ensure_venv "$1"
  ensure_build
  ensure_kernel
}

# One setup at a time in this clone.
with_lock() {
  mkdir -p "$ROOT/target"
  if command -v flock >/dev/null; then
    exec 9>"$ROOT/target/.setup-lock"
    flock 9
    "$@" 9>&-
    exec 9>&-
  else
    "$@"
  fi
}

# Wheels are asked for by a Python with pip, which a system's own may lack: a virtual environment has it.
choose_pip() {
  [ -z "${WHENCE_PYTHON:-}" ] || return 0
  if [ ! -x "$VENV/bin/python" ]; then
    ! python3 -m pip --version >/dev/null 2>&1 || return 0
    choose_python
    "$PYTHON" -m venv "$VENV" >&2
  fi
  export WHENCE_PYTHON="$VENV/bin/python"
}

# The command line, in this process's place.
whence_java() {
  choose_pip
  export WHENCE_COMMAND="environment/whence $*"
  exec "$JAVA_HOME/bin/java" "@$ROOT/environment/jvm.options" "-Dwhence.repository=$ROOT" \
    -cp "$JARS/*:$JARS/slf4j/*" whence.cli.Main "$@"
}

# The folder of downloads and caches, as whence.data.fetch.Home finds it.
whence_home() {
  say "${WHENCE_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/whence}"
}

own_media() {
  [ -n "${WHENCE_MEDIA:-}" ] && ! ls "$WHENCE_MEDIA"/*.deb >/dev/null 2>&1
}

# One line "NAME FILE BYTES" for each package of media and weights that is not there yet.
missing_packages() {
  local home file kind name _version _sha bytes folder found size
  home="$(whence_home)"
  while IFS="$(printf '\t')" read -r kind name _version file _sha bytes; do
    case "$kind" in deb | wheel) ;; *) continue ;; esac
    # A folder of the user's own cut-outs and sounds stands for all the packages of media.
    [ "$kind" = wheel ] || ! own_media || continue
    found=""
    for folder in "$home/media" "${WHENCE_MEDIA:-/nowhere}"; do
      [ -f "$folder/$file" ] || continue
      size="$(wc -c <"$folder/$file" | tr -d ' ')"
      [ "$size" != "$bytes" ] || found=yes
    done
    [ -n "$found" ] || say "$name $file $bytes"
  done <"$ROOT/src/main/resources/whence/data/fetch/demo-packages.tsv"
}

tell_downloads() {
  local missing
  missing="$(missing_packages)"
  if [ -z "$missing" ]; then
    say "Media and weights: all there ($(whence_home)); nothing will be downloaded."
  else
    say "Media and weights to download into $(whence_home):"
    printf '%s\n' "$missing" | awk '{ printf "  %6.1f MB  %s\n", $3 / 1e6, $2; sum += $3 }
      END { printf "  %6.1f MB  in all; kept for later runs\n", sum / 1e6 }'
  fi
}
