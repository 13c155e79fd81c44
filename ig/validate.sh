#!/usr/bin/env bash
# Validates the committed examples with HAPI's validator. Further FHIR packages may be named; then the examples are
# also validated against the profiles of those packages that ours comply with (HL7 Sweden's base profiles).
# Usage: ig/validate.sh [package.tgz ...]
source "$(dirname "$0")/env.sh"
packages=()
for package in "$@"; do
  packages+=("$(realpath "$package")")
done
mvn -q -f "$ig/tools/pom.xml" compile exec:java -Dexec.mainClass=se.samspar.ig.ValidateExamples \
  -Dexec.args="$root/profiles/fsh-generated ${packages[*]-}"
