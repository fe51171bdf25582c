#!/bin/sh
# Kontrollerar källfilerna före varje ändring som sparas i git (commit). Slå på kontrollen en gång med: git config core.hooksPath .githooks
# Det som kontrolleras är det som sparas i git, inte ändringar som ligger utanför. Inget hämtas från nätet.

set -u

# Projektets mapp, räknad från den översta mappen i git. Tom när de är samma.
inside=$(cd "$(dirname "$0")/.." && unset GIT_DIR GIT_WORK_TREE && git rev-parse --show-prefix) || exit 1

if git diff --cached --quiet -- "./${inside}sources" "./${inside}styles"; then
  exit 0
fi

if ! command -v processpil >/dev/null 2>&1; then
  echo "Programmet processpil hittas inte, så ändringen är inte kontrollerad och inte sparad." >&2
  echo "Starta den miljö där processpil är installerat och försök igen." >&2
  echo "Vill du spara utan kontroll: git commit --no-verify" >&2
  exit 1
fi

copy=$(mktemp -d) || exit 1
trap 'rm -rf "$copy"' EXIT
trap 'exit 130' HUP INT TERM

git ls-files -z -- "./${inside}sources" "./${inside}styles" \
  | git checkout-index -z --stdin --prefix="$copy/" || exit 1

if ! processpil -C "$copy/${inside}." -q check; then
  echo "" >&2
  echo "Ändringen är inte sparad i git. Rätta felen ovan, kör git add och försök igen." >&2
  echo "Vill du spara trots felen: git commit --no-verify" >&2
  exit 1
fi
