#!/usr/bin/env bash
# Compiles into a temporary place and fails where anything differs from what is committed. Usage: ig/check.sh
source "$(dirname "$0")/env.sh"
prepare
out=$ig/target/check
compile "$out"
fail() {
  echo "Compiled profiles or generated Java are stale: run ig/build.sh and commit." >&2
  exit 1
}
diff -rq "$out/fsh-generated" "$root/profiles/fsh-generated" || fail
diff -rq "$out/package" "$root/profiles/package" || fail
diff -rq -x package-info.java "$out/java" "$root/src/main/java/se/samspar/fhir/generated" || fail
echo "Compiled profiles and generated Java are up to date."
