# Read by every script here. What is checked, is checked by other programs than newsbag.
set -u
export LC_ALL=C.UTF-8
export NEWSBAG_CDS=${NEWSBAG_CDS:-yes}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
NEWSBAG=${NEWSBAG:-$here/../../../newsbag}
script=$(basename "$0")
staged=0
broken=0
mounted=()
loops=()

say() { printf '%s\n' "$*"; }

# skip REASON: the machine lacks something; 77 is the status of a test that was not run.
skip() {
  say "SKIPPED $script: $*"
  exit 77
}

# need PROGRAM PACKAGE
need() { command -v "$1" >/dev/null 2>&1 || skip "needs $1 (Debian: apt-get install $2)"; }

need_root() { [ "$(id -u)" = 0 ] || skip "needs root: $*"; }

need_strace() {
  need strace strace
  strace -f -o /dev/null true 2>/dev/null || skip "strace may not trace here (ptrace is forbidden, as in many containers)"
}

tidy() {
  local point
  for point in "${mounted[@]}"; do umount -l "$point" 2>/dev/null; done
  for point in "${loops[@]}"; do losetup -d "$point" 2>/dev/null; done
  chmod -R u+rwX "$T" 2>/dev/null
  rm -rf "$T"
}

T=$(mktemp -d "${TMPDIR:-/tmp}/newsbag-faults-XXXXXX") || exit 1
T=$(cd "$T" && pwd -P)
trap tidy EXIT
trap 'exit 130' INT TERM

# The first call builds a checkout, which is no part of what is staged.
[ -x "$NEWSBAG" ] || skip "no launcher at $NEWSBAG (set NEWSBAG)"
"$NEWSBAG" --version >/dev/null || skip "$NEWSBAG --version failed"

# held TEXT, broke TEXT: one staged fault and what came of it.
held() { staged=$((staged + 1)); [ -z "${VERBOSE:-}" ] || say "  held: $*"; }
broke() {
  staged=$((staged + 1))
  broken=$((broken + 1))
  say "  BROKEN: $*"
}

# judge TEXT COMMAND...: held when the command succeeds; what it says is shown when it does not.
judge() {
  local text=$1 said
  shift
  if said=$("$@" 2>&1); then held "$text"; else broke "$text: $said"; fi
}

finish() {
  say "$script: $staged staged, $((staged - broken)) held, $broken broken"
  [ "$broken" = 0 ]
  exit
}

# make_source FOLDER FILES: small files in folders of 10, one of them empty, one of 300 KB.
make_source() {
  local i
  mkdir -p "$1"
  for ((i = 1; i <= $2; i++)); do
    [ $((i % 10)) = 1 ] && mkdir -p "$1/$((i / 10))"
    printf 'CAIRO, 5 May 2024 (Test) - Story %d.\n' "$i" >"$1/$(((i - 1) / 10))/story-$i.txt"
  done
  : >"$1/empty.txt"
  head -c 300000 /dev/zero | tr '\0' 'x' >"$1/large.bin"
}

# digests FOLDER: the SHA-256 of every file, whatever its name.
digests() { (cd "$1" && find -L . -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum -z | tr '\0' '\n'); }

# state FOLDER: all that a program that only reads leaves alone: names, types, sizes, owners, modes, times, inodes.
state() { (cd "$1" && find . -printf '%p %y %s %U:%G %m %T@ %C@ %i\n' | LC_ALL=C sort && digests .); }

# whole BAG SOURCE: is this folder a valid bag with exactly the source's files?
whole() {
  local bag=$1 algorithm listed
  [ -f "$bag/bagit.txt" ] && [ -f "$bag/bag-info.txt" ] || { echo "no bagit.txt or bag-info.txt"; return 1; }
  for algorithm in 256 512; do
    for manifest in tagmanifest manifest; do
      (cd "$bag" && "sha${algorithm}sum" -c --strict --quiet "$manifest-sha$algorithm.txt") || return 1
    done
    (cd "$bag" && cut -d ' ' -f 3- "manifest-sha$algorithm.txt" | LC_ALL=C sort) >"$bag.listed"
    (cd "$bag" && find data -type f | LC_ALL=C sort) >"$bag.found"
    cmp "$bag.listed" "$bag.found" || return 1
    (cd "$bag" && cut -d ' ' -f 3- "tagmanifest-sha$algorithm.txt" | LC_ALL=C sort) >"$bag.listed"
    (cd "$bag" && find . -path ./data -prune -o -type f ! -name 'tagmanifest-*' -printf '%P\n' | LC_ALL=C sort) >"$bag.found"
    cmp "$bag.listed" "$bag.found" || return 1
    rm -f "$bag.listed" "$bag.found"
  done
  [ "$(digests "$bag/data")" = "$(digests "$2")" ] || { echo "other files or bytes than the source's"; return 1; }
}

# whole_target TARGET SOURCE: the same of a folder, a tar or a zip; works on a copy of what it unpacks.
whole_target() {
  local unpacked status
  if [ -d "$1" ]; then
    unpacked=$(mktemp -d "$T/copy-XXXXXX")
    cp -a "$1" "$unpacked/bag"
  else
    unpacked=$(mktemp -d "$T/copy-XXXXXX")
    case $1 in
      *.tar | *.tar.gz) tar -C "$unpacked" -xf "$1" || return 1 ;;
      *.zip) unzip -q -d "$unpacked" "$1" || return 1 ;;
    esac
  fi
  [ "$(find "$unpacked" -mindepth 1 -maxdepth 1 | wc -l)" = 1 ] || { echo "not one top folder in $1"; return 1; }
  whole "$unpacked"/* "$2"
  status=$?
  rm -rf "$unpacked"
  return $status
}

# nothing_or_whole TARGET SOURCE
nothing_or_whole() { { [ ! -e "$1" ] && [ ! -L "$1" ]; } || whole_target "$1" "$2"; }

# no_debris FOLDER: nothing but what the names after it say.
no_debris() {
  local folder=$1 found
  shift
  found=$(find "$folder" -mindepth 1 -maxdepth 1 -printf '%f\n' | LC_ALL=C sort | tr '\n' ' ')
  [ "$found" = "${*:+$* }" ] || { echo "expected \"$*\" in $folder, found \"$found\""; return 1; }
}

# no_staging FOLDER
no_staging() { ! find "$1" -mindepth 1 -maxdepth 1 -name '.newsbag-staging-*' | grep .; }

# readable FILE: is it a message for a librarian? A line that says newsbag, no Java, no stack.
readable() {
  [ -s "$1" ] || { echo "nothing was said"; return 1; }
  ! grep -nE 'Exception|^[[:space:]]+at |a defect of newsbag|: null|null\.$' "$1"
}

# said PATTERN FILE: the words may stand on several lines.
said() { tr '\n' ' ' <"$2" | grep -qE "$1"; }

# create FOLDER ARGUMENT...: sets $code; what was said stands in FOLDER/said.
create() {
  local folder=$1
  shift
  "$NEWSBAG" create "$@" >"$folder/out" 2>"$folder/said" </dev/null
  code=$?
}

# rerun FOLDER OUTPUT TARGET SOURCE ARGUMENT...: a plain second run succeeds, or finds the whole bag of the first; no staging folder is left.
rerun() {
  local folder=$1 output=$2 target=$3 source=$4 before=no
  shift 4
  [ -e "$target" ] && before=yes
  create "$folder" "$@"
  case $before$code in
    no0 | yes2) ;;
    *) echo "the second run ended with $code: $(cat "$folder/said")"; return 1 ;;
  esac
  whole_target "$target" "$source" && no_staging "$output"
}

# sites OUTPUT ARGUMENT...: one line "syscall TAB path TAB nth" for every call on a path under OUTPUT, in the order of a run that works.
sites() {
  local output=$1
  shift
  strace -f --seccomp-bpf -qq -y -o "$T/trace" \
    -e trace=openat,mkdir,rename,link,unlink,rmdir,write,pwrite64,fsync,fdatasync,symlink,ftruncate \
    "$NEWSBAG" create "$@" >/dev/null 2>&1 </dev/null || { say "the run without a fault failed"; exit 1; }
  perl -ne '
    BEGIN { $output = shift @ARGV }
    next unless /^(\d+)\s+(\w+)\((.*)/;
    my ($thread, $call, $rest) = ($1, $2, $3);
    my $path = $rest =~ /^\d+<([^>]+)>/ ? $1 : $rest =~ /"([^"]*)"/ ? $1 : next;
    next unless index($path, $output) == 0;
    my $nth = ++$seen{"$thread $call $path"};
    print "$call\t$path\t$nth\n" unless $printed{"$call $path $nth"}++;
  ' "$output" "$T/trace"
}

# first N: of each system call the first N lines.
first() { awk -F '\t' -v most="$1" '++seen[$1] <= most'; }

# stage PATH INJECTION OUTPUT-FOLDER ARGUMENT...: runs with a fault at calls on one path; sets $code.
stage() {
  local path=$1 injection=$2 folder=$3
  shift 3
  { strace -f -qq -o "$folder/trace" -P "$path" -e "trace=${injection%%:*}" -e "inject=$injection" \
    "$NEWSBAG" create "$@" >"$folder/out" 2>"$folder/said" </dev/null; } 2>/dev/null
  code=$?
}

# hit FOLDER: was the fault staged at all?
hit() { grep -qE 'INJECTED|killed by SIGKILL' "$1/trace"; }

# pool FILE FUNCTION: calls FUNCTION FOLDER FIELD... for each line of FILE, some at once; it prints one line that begins
# with held, broken or missed (the fault did not come about). Counts them by the second and third word.
pool() {
  local w pids=() workers=${WORKERS:-3}
  for ((w = 0; w < workers; w++)); do
    worker "$1" "$2" "$w" "$workers" >"$T/result-$w" 2>"$T/noise-$w" &
    pids+=($!)
  done
  wait "${pids[@]}"
  cat "$T"/result-* >"$T/results"
  sed -n 's/^broken/  BROKEN:/p' "$T/results"
  grep -v '^missed' "$T/results" | awk '/^(held|broken) / { print $2, $3 }' | sort | uniq -c | awk '{ printf "  %s %s: staged %d times\n", $2, $3, $1 }'
  say "  $(grep -c '^missed' "$T/results") calls did not come again in the second trace"
  staged=$((staged + $(grep -cE '^(held|broken) ' "$T/results")))
  broken=$((broken + $(grep -c '^broken ' "$T/results")))
}

worker() {
  local line=0 fields
  while IFS=$'\t' read -r -a fields; do
    line=$((line + 1))
    [ $((line % $4)) = "$3" ] || continue
    mkdir "$T/w$3-$line"
    "$2" "$T/w$3-$line" "${fields[@]}"
    rm -rf "$T/w$3-$line"
  done <"$1"
}
