# Sourced by build.sh and check.sh: tools, the offline package cache, and the compile step.
set -euo pipefail
ig=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$ig")
home=$ig/target/fhir-home
cache=$home/.fhir/packages

# Node packages at the versions of package-lock.json, and the FHIR packages that SUSHI reads.
prepare() {
  if [ ! -d "$ig/node_modules/fsh-sushi" ]; then
    (cd "$ig" && npm ci --no-audit --no-fund)
  fi
  local pinned
  pinned=$(sed -nE 's/^  (hl7\.[a-z0-9.]+): ([0-9.]+)$/\1#\2/p' "$root/profiles/sushi-config.yaml" | tr '\n' ' ')
  if [ ! -f "$cache/hl7.fhir.r4.core#4.0.1/package/package.json" ]; then
    mvn -q -f "$ig/tools/pom.xml" compile exec:java \
      -Dexec.mainClass=se.samspar.ig.CorePackage -Dexec.args="$cache $pinned"
  fi
}

# compile TARGET: compiles the FSH and lays out what is committed under TARGET (fsh-generated, package, java).
compile() {
  local target=$1 log
  rm -rf "$target"
  mkdir -p "$target/sushi"
  log=$target/sushi.log
  # The dead registry makes a look-up fail at once instead of hanging.
  if ! (cd "$ig" && HOME=$home FPL_REGISTRY=http://127.0.0.1:9 \
    node_modules/.bin/sushi build -s -o "$target/sushi" "$root/profiles") >"$log" 2>&1; then
    cat "$log" >&2
    return 1
  fi
  grep -E '[0-9]+ Errors' "$log" | tr -s ' '
  if ! grep -q '0 Errors *0 Warnings' "$log"; then
    cat "$log" >&2
    return 1
  fi
  node "$ig/package.mjs" "$target/sushi/fsh-generated" "$root/profiles/sushi-config.yaml" "$target"
  node "$ig/generate-java.mjs" "$target/fsh-generated/resources" "$target/java"
}
