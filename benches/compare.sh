#!/bin/sh
# How long topline takes over a folder of texts, beside what ripgrep takes to find money and per cents in it by a
# pattern: one worker each, the output thrown away, the two in turn so that a busy machine slows both.
#
#     cargo build --release
#     benches/compare.sh transcripts/ [runs]
#
# Needs ripgrep and GNU time, on Debian: apt-get install ripgrep time
set -eu

folder=${1:?usage: benches/compare.sh FOLDER [RUNS]}
runs=${2:-5}
topline=$(dirname "$0")/../target/release/topline
pattern='[$€£][0-9][0-9.,]*( [mb]illion)?|[0-9.]+ ?(%|percent)'
times=$(mktemp -d)
trap 'rm -r "$times"' EXIT

# The seconds of processor time that a command takes, in user and system mode, added to a file.
spent() {
    file=$1
    shift
    env time -q -f '%U %S' -a -o "$times/$file" "$@" > /dev/null || test $? -eq 1
}

# Once beforehand, so that both find the files in memory.
rg -j1 -o "$pattern" "$folder" > /dev/null || test $? -eq 1
for _ in $(seq "$runs"); do
    spent rg rg -j1 -o "$pattern" "$folder"
    spent topline "$topline" -j1 -f jsonl "$folder"
done

for name in rg topline; do
    awk '{ print $1 + $2 }' "$times/$name" | sort -n > "$times/$name.sorted"
done
paste "$times/rg.sorted" "$times/topline.sorted" | awk '
    NR == 1 { printf "least   rg %.2f s   topline %.2f s   ratio %.1f\n", $1, $2, $2 / $1 }
    { rg[NR] = $1; topline[NR] = $2 }
    END {
        middle = int((NR + 1) / 2)
        printf "median  rg %.2f s   topline %.2f s   ratio %.1f\n", rg[middle], topline[middle], topline[middle] / rg[middle]
    }'
