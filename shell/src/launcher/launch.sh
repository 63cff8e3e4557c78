# shellcheck shell=sh
# shellcheck disable=SC2154 # java, modules, inside, caches and natives are set by who sources this

# How Assay is started: sourced by ./assay of a checkout and by bin/assay of an installation.
# They set
#   java     the java to run
#   modules  the folder of the modules; empty when the runtime has them inside
#   inside   not empty when the runtime has the Vector API inside too, at no cost: see Link.java
#   caches   the folder of the AOT caches, which may be missing
#   natives  the folder of SQLite's library, which may be missing
# and call launch with the user's words.

# The first word that is neither an option nor the value of one, into $command.
find_command() {
  command=
  while [ $# -gt 0 ]; do
    case $1 in
      -o | --output | -F | --fields | --sort | --limit | --color | --progress | -j | --threads | \
        --catalog | --config | --plugin-path | --log-file) [ $# -gt 1 ] && shift ;;
      -*) ;;
      *)
        command=$1
        return
        ;;
    esac
    shift
  done
}

# Whether the files among the words are together less than 3.5 GB, which loops have hashed
# before vector code is loaded and compiled. Of folders, pipes, sums to check and long lists nobody knows.
is_little() {
  [ $# -le 20 ] || return 1
  case " $* " in *' -c '* | *' --check '*) return 1 ;; esac
  bytes=0
  for word; do
    [ -d "$word" ] && return 1
    [ -f "$word" ] && bytes=$((bytes + $(wc -c 2>/dev/null <"$word" || echo 3500000000)))
  done
  [ "$bytes" -gt 0 ] && [ "$bytes" -lt 3500000000 ]
}

# Whether BLAKE3 is among the words, by name or with all.
names_blake3() {
  case " $* " in *blake3* | *BLAKE3* | *[\ ,+=]all[\ ,+]*) return 0 ;; *) return 1 ;; esac
}

# Whether BLAKE3 may be computed, which is what vectors are for. In a usual Java the Vector API makes
# the JVM print a line on stderr at every start and ignore most of an AOT cache, so nothing else gets it.
wants_vectors() {
  [ "${ASSAY_SIMD:-}" = off ] && return 1
  case $command in
    identify | verify | shell | run) return 0 ;;
    scan)
      # Where only the configuration asks for digests, loops compute them.
      case " $* " in
        *' --hash '* | *--hash=*all* | *blake3* | *BLAKE3* | *' --identify'[\ =]'all '*) return 0 ;;
      esac
      ;;
    hash)
      [ -n "$little" ] && return 1
      case " $* " in *' -c '* | *' --check '*) return 0 ;; esac
      names_blake3 "$@" && return 0
      ;;
    '') [ $# -eq 0 ] && return 0 ;;
  esac
  return 1
}

# Whether only help is asked for, whatever the command.
asks_for_help() {
  case " $* " in *' -h '* | *' --help '*) return 0 ;; *) return 1 ;; esac
}

# Three separate questions that Java cannot ask cheaply.
find_terminals() {
  terminals=
  [ -t 0 ] && terminals=i
  [ -t 1 ] && terminals=${terminals}o
  [ -t 2 ] && terminals=${terminals}e
  size=
  [ -n "$terminals" ] && size=$(stty size 2>/dev/null </dev/tty)
}

# File names are opened as bytes only under a UTF-8 locale; what the user had is passed on, for the
# program to choose its signs by.
use_utf8() {
  locale=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}
  case $locale in
    *UTF-8* | *utf-8* | *UTF8* | *utf8*) ;;
    *) [ "$(uname)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
  esac
}

# The first file that the JVM opens takes the number of a stream that was closed, and would be read
# as the user's data. In its place comes what gives the error that the closed one gave.
open_closed_streams() {
  true 3>&2 || exec 2>/dev/null
  { true 3<&0; } 2>/dev/null || exec 0>/dev/null
  { true 3>&1; } 2>/dev/null || exec 1</dev/null
}

# Every first touch of a page of memory is an interrupt, dear in a virtual machine: with pages of 2 MiB
# `ls` takes a quarter less time, and a scan of small files a tenth. Where the kernel has none to give,
# the JVM is not asked, for it would complain. Memory that the compilers are done with is used again by
# both when there is one pool of it.
use_large_pages() {
  pages=
  { read -r offered </sys/kernel/mm/transparent_hugepage/enabled; } 2>/dev/null || return
  export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX-1}"
  case $offered in
    *'[never]'*) ;;
    *)
      pages=-XX:+UseTransparentHugePages
      export GLIBC_TUNABLES="${GLIBC_TUNABLES-glibc.malloc.hugetlb=1}"
      ;;
  esac
}

launch() {
  open_closed_streams
  find_command "$@"
  asks_for_help "$@" && command=help
  find_terminals
  use_utf8
  use_large_pages

  # What is over in a second is over sooner without the compiler that prepares for hours.
  quick=yes
  case $command in
    scan | hash | identify | verify | shell | run) quick= ;;
    '') [ $# -eq 0 ] && quick= ;;
  esac

  little=
  [ "$command" = hash ] && names_blake3 "$@" && is_little "$@" && little=yes

  # Modules are part of what a cache was made for, so there is one for each set of them.
  cache=$caches/plain.aot
  vectors=$inside
  if [ -z "$inside" ] && wants_vectors "$@"; then
    vectors=yes
    cache=$caches/vectors.aot
  fi

  set -- -m dev.assay.shell/dev.assay.shell.Main "$@"
  [ -f "$natives/libsqlitejdbc.so" ] && set -- "-Dorg.sqlite.lib.path=$natives" "$@"
  [ -n "$modules" ] && set -- -p "$modules" "$@"
  [ -n "$vectors" ] && set -- --add-modules=jdk.incubator.vector "$@"
  # The vector code is worth nothing before it is compiled, so it is compiled at a twentieth of the
  # usual number of calls, and who calls it waits for that: what runs meanwhile would keep the compiler
  # busy with parts of the Vector API that the compiled code has inside.
  kernel=dev.assay.hash.blake3
  if [ -n "$vectors" ] && [ -z "$quick" ]; then
    for type in VectorKernel EightLanes SixteenLanes; do
      set -- "-XX:CompileCommand=CompileThresholdScaling,$kernel.$type::*,0.05" \
        "-XX:CompileCommand=BackgroundCompilation,$kernel.$type::*,false" "$@"
    done
  fi
  # Of the loops for little only the innermost is worth such haste: the one compiler that makes vectors of
  # it would else be busy with the others. Nor should it compile each loop twice, for the call that runs and
  # for the next one. Both together halve what a file of 100 MB takes longer than an empty one.
  [ -z "$quick" ] && set -- "-XX:CompileCommand=CompileThresholdScaling,$kernel.LoopKernel::mix,0.01" "$@"
  [ -n "$little" ] && set -- -XX:-UseOnStackReplacement "$@"
  # What the JVM sets by itself when it sees that module, and does not when a cache holds it: without,
  # vectors are twenty times slower than plain code.
  [ -n "$inside" ] && set -- -XX:+UnlockExperimentalVMOptions -XX:+EnableVectorSupport \
    -XX:+EnableVectorReboxing -XX:+EnableVectorAggressiveReboxing -XX:+UseVectorStubs "$@"
  # The digests of the JDK become the instructions that the CPU has for them once their loop is compiled,
  # and until then are a hundred times slower. Its caller must not be compiled with a copy of it inside by
  # the quick compiler, which does not know those instructions.
  digests=sun.security.provider.DigestBase
  [ -z "$quick" ] && set -- -XX:CompileCommand=quiet \
    "-XX:CompileCommand=CompileThresholdScaling,$digests::*,0.01" \
    "-XX:CompileCommand=dontinline,$digests::implCompressMultiBlock" "$@"
  # Compiling at once all that the training of the cache compiled, or soon what is called now and then,
  # takes longer than it saves there.
  [ -n "$quick" ] && set -- -XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining \
    -XX:CompileThresholdScaling=2 "$@"
  # A scan of new files runs through much code at once. While the second compiler has work, code that
  # counts its calls is a third faster than code that gathers what that compiler wants to know.
  [ "$command" = scan ] && set -- -XX:Tier3DelayOn=0 "$@"
  [ -f "$cache" ] && [ "${ASSAY_AOT:-}" != off ] && set -- "-XX:AOTCache=$cache" "$@"

  # A cache that is damaged or older than the modules is passed over, and the JVM would say so on
  # stdout: hence no log. Its counters for other programs are a file in /tmp.
  # shellcheck disable=SC2086 # ASSAY_JAVA_OPTS holds several words, and pages may hold none
  exec "$java" -XX:+UseSerialGC -Xmx1g $pages -XX:-UsePerfData -Xlog:disable ${ASSAY_JAVA_OPTS-} \
    "-Dassay.tty=$terminals" "-Dassay.size=$size" "-Dassay.locale=$locale" \
    --enable-native-access=dev.assay.core,org.jline.terminal.ffm,org.jline.nativ,org.xerial.sqlitejdbc "$@"
}
