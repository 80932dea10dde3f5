# Finds or installs what Handel is built and run with; sourced by ./run, ./handel and ./test.
# What the system lacks and cannot install goes to .tools/ of the checkout.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$root/.tools
export DEBIAN_FRONTEND=noninteractive DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
exec </dev/null

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# apt PACKAGE...: false when this is not Debian, not root, or a package does not exist.
apt() {
  [ "$(id -u)" = 0 ] && have apt-get || return 1
  say "Installing $*"
  apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 && return 0
  apt-get update -qq >/dev/null 2>&1
  apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

has_dotnet() { have dotnet && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; }

need_dotnet() {
  if [ -x "$tools/dotnet/dotnet" ]; then
    export DOTNET_ROOT=$tools/dotnet PATH=$tools/dotnet:$PATH
  fi
  has_dotnet && return 0
  apt dotnet-sdk-10.0 && has_dotnet && return 0

  say "Fetching the .NET SDK 10 into .tools/dotnet"
  mkdir -p "$tools"
  have curl || apt curl ca-certificates libicu-dev || true
  if curl -fsSL https://dot.net/v1/dotnet-install.sh -o "$tools/dotnet-install.sh" &&
    bash "$tools/dotnet-install.sh" --channel 10.0 --install-dir "$tools/dotnet" >&2; then
    export DOTNET_ROOT=$tools/dotnet PATH=$tools/dotnet:$PATH
    has_dotnet && return 0
  fi
  say "Handel needs the .NET SDK 10: see https://learn.microsoft.com/dotnet/core/install/linux"
  return 3
}

has_node() {
  have node && have npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]
}

need_node() {
  [ -x "$tools/node/bin/node" ] && export PATH=$tools/node/bin:$PATH
  has_node && return 0
  apt nodejs npm && has_node && return 0

  say "Fetching Node.js 22 into .tools/node"
  have curl && have xz || apt curl ca-certificates xz-utils || true
  local arch site=https://nodejs.org/dist/latest-v22.x list file
  case $(uname -m) in aarch64 | arm64) arch=arm64 ;; *) arch=x64 ;; esac
  mkdir -p "$tools/node"
  if list=$(curl -fsSL "$site/SHASUMS256.txt") &&
    file=$(grep -o "node-v[0-9.]*-linux-$arch.tar.xz" <<<"$list" | head -n 1) &&
    curl -fsSL "$site/$file" -o "$tools/$file" &&
    (cd "$tools" && grep " $file\$" <<<"$list" | sha256sum -c --quiet) &&
    tar -xJf "$tools/$file" -C "$tools/node" --strip-components=1; then
    rm -f "$tools/$file"
    export PATH=$tools/node/bin:$PATH
    has_node && return 0
  fi
  say "Handel needs Node.js 20 or newer: see https://nodejs.org/en/download"
  return 3
}

# Without it the server fetches a packaged PostgreSQL by npm when it first starts.
need_postgres() {
  have initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || apt postgresql || true
}

# Build the server when a source is newer than the last build. Two callers at once take turns.
build_server() {
  local stamp=$root/.tools/server.built
  mkdir -p "$tools"
  exec 9>"$tools/build.lock"
  have flock && flock 9
  if [ ! -x "$server" ] || [ ! -f "$stamp" ] || is_newer "$stamp"; then
    need_dotnet && need_node || return 3
    say "Building Handel"
    touch "$stamp.begun"
    # The compiler stays when the build is over, and must not keep the lock.
    dotnet publish "$root/src/Handel.Server" -c Release -o "${server%/*}" -v q --nologo \
      --use-current-runtime --no-self-contained -p:WarningLevel=0 -consoleLoggerParameters:ErrorsOnly >&2 9>&- || return 3
    mv "$stamp.begun" "$stamp"
  fi
  exec 9>&-
}

is_newer() {
  [ -n "$(find "$root/src" "$root/client" "$root/worker" "$root/layouts" "$root"/Directory.* \
    \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o \
    -type f -newer "$1" -print -quit 2>/dev/null)" ]
}

server=$root/artifacts/handel/handel
