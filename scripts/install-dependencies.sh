#!/usr/bin/env bash
# Installs what is named on the command line as parts of the work, where it is missing (Debian and kin):
#   build        libraries with their headers
#   test         what the tests need besides
#   screenshots  what draws the pictures of the documents
#   bench        what the benchmarks compare with
#   learn        what learns the classifiers of the checks
# Asks dpkg first, so that nothing is fetched and nobody is asked for a password where all is there.
set -euo pipefail

packages=()
for part in "${@:-build}"; do
  case $part in
    build) packages+=(libncurses-dev libicu-dev libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev) ;;
    test) packages+=(tmux librsvg2-bin fonts-noto-cjk) ;;
    screenshots) packages+=(tmux python3 librsvg2-bin fonts-noto-cjk) ;;
    bench) packages+=(nano cmark python3) ;;
    learn) packages+=(python3 python3-sklearn python3-yaml) ;;
    *) echo "install-dependencies: no such part: $part" >&2; exit 2 ;;
  esac
done

if ! command -v swift >/dev/null; then
  echo 'Swift 6.2 or newer is needed to build Kiseki: https://www.swift.org/install/' >&2
  exit 1
fi
if ! command -v dpkg-query >/dev/null; then
  echo "Not a Debian system: taking it that these are installed: ${packages[*]}" >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

echo "Missing: ${missing[*]}" >&2
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Please let somebody who may install software run: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}"
