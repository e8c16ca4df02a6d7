# What the commands of the local platform share. Sourced, not run.
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$repository/functions/local

# folders may have Korean names, which Java reads in a UTF-8 locale only
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*" >&2; }
fail() { say "madang: $*"; exit 1; }

# A JDK 25, wherever it usually is.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*jdk*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25*; do
    if [ -x "$home/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$home/release"; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  return 1
}

find_maven() {
  if [ -x "$repository/mvnw" ]; then maven=$repository/mvnw; else maven=$(command -v mvn) || return 1; fi
}

find_emulator() {
  local root
  for root in "${CLOUDSDK_ROOT:-/nowhere}" /usr/lib/google-cloud-sdk /usr/share/google-cloud-sdk "$HOME/google-cloud-sdk"; do
    compgen -G "$root/platform/pubsub-emulator/lib/cloud-pubsub-emulator-*.jar" >/dev/null && return 0
  done
  return 1
}

# Says what a command that needs no site and no events misses.
needs_java() {
  local missing=()
  [ "$(uname -sm)" = "Linux x86_64" ] || missing+=("this runs on Linux x86_64; here is $(uname -sm)")
  find_jdk || missing+=("JDK 25: install Temurin 25 or set JAVA_HOME to one (adoptium.net)")
  find_maven || missing+=("Maven: apt-get install maven")
  python3 -m pip --version >/dev/null 2>&1 || missing+=("Python 3 with pip: apt-get install python3-pip")
  command -v setsid >/dev/null || missing+=("setsid: apt-get install util-linux")
  [ ${#missing[@]} -eq 0 ] && return 0
  say "madang: these are needed and not found:"
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
}

# Says everything that is missing at once.
preflight() {
  local missing=()
  [ "$(uname -sm)" = "Linux x86_64" ] || missing+=("this runs on Linux x86_64; here is $(uname -sm)")
  find_jdk || missing+=("JDK 25: install Temurin 25 or set JAVA_HOME to one (adoptium.net)")
  find_maven || missing+=("Maven: apt-get install maven")
  if ! node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null; then
    missing+=("Node.js 20 or newer with npm (nodejs.org)")
  elif ! command -v npm >/dev/null; then
    missing+=("npm: apt-get install npm")
  fi
  python3 -m pip --version >/dev/null 2>&1 || missing+=("Python 3 with pip: apt-get install python3-pip")
  command -v setsid >/dev/null || missing+=("setsid: apt-get install util-linux")
  find_emulator || missing+=("Google's Pub/Sub emulator: apt-get install google-cloud-cli-pubsub-emulator, or gcloud components install pubsub-emulator")
  [ ${#missing[@]} -eq 0 ] && return 0
  say "madang: these are needed and not found:"
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
}

# One hash of the sources below some folders; tests and messages made of the catalogues do not change what runs.
fingerprint() {
  (cd "$repository" && find "$@" \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' -o -path '*/journeys' \
    -o -path '*/src/paraglide' \) -prune \
    -o -type f -print0 | sort -z | xargs -0 sha1sum | sha1sum | cut -d' ' -f1)
}

build_java() {
  local stamp=$here/target/sources.stamp wanted
  wanted=$(fingerprint pom.xml shared functions)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return 0
  say "Building the functions (a few minutes the first time) …"
  rm -f "$stamp"
  (cd "$repository" && "$maven" -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip package) >&2 ||
    fail "the functions did not build; the lines above say why"
  printf '%s' "$wanted" >"$stamp"
}

build_site() {
  local site=$repository/frontend modules=$repository/frontend/node_modules wanted
  [ -f "$site/package-lock.json" ] || { say "No site here yet."; return 0; }
  wanted=$(fingerprint frontend/package-lock.json)
  # verify installs the test tools too; they do no harm to the site
  if [ ! -f "$modules/.installed" ] || [ "$(cat "$modules/.installed")" != "$wanted" ]; then
    say "Fetching the site's libraries …"
    # not npm ci: it refuses the lock where a mirror lacks optional packages of other systems
    (cd "$site" && npm install --no-save --omit=dev --no-audit --no-fund --loglevel=error) >&2 || fail "the site's libraries cannot be fetched"
    printf '%s' "$wanted" >"$modules/.installed"
  fi
  wanted=$(fingerprint frontend shared/contracts/src/main/resources)
  [ -d "$site/dist" ] && [ -f "$modules/.built" ] && [ "$(cat "$modules/.built")" = "$wanted" ] && return 0
  say "Building the site …"
  rm -f "$modules/.built"
  (cd "$site" && npm run --silent build) >&2 || fail "the site did not build; the lines above say why"
  site_is_built
}

# Remembers of which sources the site was built; those that are generated are there only now.
site_is_built() {
  fingerprint frontend shared/contracts/src/main/resources >"$repository/frontend/node_modules/.built"
}

# Only one build at a time in a checkout.
build() {
  mkdir -p "$repository/.local"
  exec 9>"$repository/.local/build.lock"
  flock 9
  build_java
  build_site
  exec 9>&-
}

# The same without the site.
build_functions() {
  mkdir -p "$repository/.local"
  exec 9>"$repository/.local/build.lock"
  flock 9
  build_java
  exec 9>&-
}

# Takes --data out of the arguments: $data, absolute, and $rest.
take_data() {
  data=$repository/.local
  rest=()
  while [ $# -gt 0 ]; do
    case $1 in
      --data) [ $# -ge 2 ] || fail "--data needs a folder"; data=$(realpath -ms "$2"); shift 2 ;;
      *) rest+=("$1"); shift ;;
    esac
  done
}

launcher() {
  [ -f "$here/target/local.jar" ] || fail "nothing is built yet; functions/local/up builds it"
  command=("$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    "-Dmadang.repository=$repository" -cp "$here/target/local.jar:$here/target/lib/*" app.madang.functions.local.Main "$@" --data "$data")
}
