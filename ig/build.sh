#!/usr/bin/env bash
# Compiles the profiles and writes what is committed: profiles/fsh-generated, profiles/package and the Java constants.
# Works offline with JDK, Maven, Node and npm. Usage: ig/build.sh
source "$(dirname "$0")/env.sh"
prepare
out=$ig/target/build
compile "$out"
java=$root/src/main/java/se/samspar/fhir/generated
rm -rf "$root/profiles/fsh-generated" "$root/profiles/package"
mkdir -p "$java"
find "$java" -name '*.java' ! -name package-info.java -delete
cp -r "$out/fsh-generated" "$out/package" "$root/profiles/"
cp "$out/java/"*.java "$java/"
