# What the scripts share. Sourced, not run; the caller has set -euo pipefail.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# What building the whole package needs of Debian.
build_packages=(libsodium-dev libsqlite3-dev libssl-dev pkg-config zlib1g-dev)

# How programs are built that are not for tests: all alike, since another way builds all anew. With
# Swift's libraries inside, a program needs no Swift where it runs, and a fifth less memory.
release=(-c release --static-swift-stdlib)

say() { printf '\n==> %s\n' "$*"; }

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Installs the Debian packages named, those of them that are missing.
install_debian() {
    local missing=() package
    for package in "$@"; do
        dpkg-query --show --showformat '${Status}' "$package" 2>/dev/null \
            | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing from Debian: ${missing[*]}"
    command -v apt-get >/dev/null \
        || fail "install these packages first, there is no apt-get here: ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "run this as root, or install sudo: $*"
    fi
}

# Refuses a Swift older than 6.2, which cannot read Package.swift.
require_swift() {
    command -v swift >/dev/null || fail "swift is not in PATH: https://www.swift.org/install"
    local version major minor
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')
    IFS=. read -r major minor _ <<<"$version"
    [ "${major:-0}" -gt 6 ] || { [ "${major:-0}" = 6 ] && [ "${minor:-0}" -ge 2 ]; } \
        || fail "Swift 6.2 or newer is needed, this is ${version:-unknown}"
}

# Runs a command that has much to say; shows its last lines only where it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || status=$?
    if [ "$status" != 0 ]; then
        grep -E 'error:' "$log" | sort -u | head -40 || true
        tail -n 40 "$log"
    fi
    rm -f "$log"
    return "$status"
}

# Makes a package of some modules alone, as their users build them: pure_package FOLDER TARGETS,
# the last being lines of targets for Package.swift beside those of TUFCore. Sources and tests are links.
pure_package() {
    local folder=$1 name
    mkdir -p "$folder"
    for name in Sources Tests Benchmarks; do ln -sfn "$root/$name" "$folder/$name"; done
    {
        sed -n '1,2p; /^let swiftSettings/,/^]/p' "$root/Package.swift"
        cat <<SWIFT
let package = Package(
    name: "CountersignPure",
    dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
    targets: [
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto"),
        .target(
            name: "TUFCore", dependencies: ["CSodium", "COpenSSL"], swiftSettings: swiftSettings),
        .target(
            name: "RepositorySimulation", dependencies: ["TUFCore"],
            path: "Tests/RepositorySimulation", swiftSettings: swiftSettings),
$2
    ],
    swiftLanguageModes: [.v6]
)
SWIFT
    } >"$folder/Package.swift"
}
