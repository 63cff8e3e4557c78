# shellcheck shell=sh

# A JDK or JRE 25 is told by its release file, which costs no JVM start.
is_java_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/$2" ] && [ -r "$1/release" ] &&
    grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Finds a Java 25 that has this tool, into $jdk.
find_java() {
  onpath=$(command -v java 2>/dev/null) && onpath=$(readlink -f -- "$onpath") || onpath=
  for jdk in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" "${onpath%/bin/java}" \
    /usr/lib/jvm/*25* /usr/lib64/jvm/*25* /usr/java/*25* /opt/java/*25* /opt/*jdk*25* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/25* "${HOME:-/nonexistent}"/.jdks/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$jdk" ] && is_java_25 "$jdk" "$1"; then
      return 0
    fi
  done
  return 1
}
