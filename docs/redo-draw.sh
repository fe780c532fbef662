#!/usr/bin/env bash
# redo-draw.sh FILE...: does draws again from their published texts, with printf, sha256sum and sort alone.
# FILE is what the page of a draw gives as text. Every text is written by printf, all are hashed by sha256sum, and each must come
# out as published; then the smallest ticket of each, smallest first, must be the published order. Ends with 1 where one differs.
set -euo pipefail
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
declare -a published=() places=()
differs=0

# place, text, hash: to be hashed, and held against what was published.
ask() {
  local at
  printf -v at '%09d' "${#published[@]}"
  printf '%s' "$2" >"$work/$at"
  published+=("$3")
  places+=("$1")
}

wrong() {
  echo "$1" >&2
  differs=1
}

# One published text: what is hashed into what, line by line.
read_draw() {
  local file=$1 line roll= commits= name= seed= role= transcript= within=0
  local -a nonces=()
  while IFS= read -r line || [[ -n $line ]]; do
    if ((within)) && [[ -n $line ]]; then
      transcript+=$line$'\n'
      case $line in draw\;*) name=${line#draw;} ;; roll\;* | commits\;*) named "$file" "$line" ;; esac
      continue
    fi
    within=0
    case $line in
      'roll '*) roll+=${line#roll }$'\n' ;;
      'roll_fp '*) ask "$file: the list" "$roll" "${line#roll_fp }"; fp_roll=${line#roll_fp } ;;
      'nonce '*) set -- $line; commits+="$2;$5"$'\n'; nonces+=("$2 $3 $5") ;;
      'missing '*) set -- $line; commits+="$2;$4"$'\n' ;;
      'com_fp '*) ask "$file: what phones sealed" "$commits" "${line#com_fp }"; fp_commits=${line#com_fp } ;;
      vl1) within=1; transcript=$line$'\n' ;;
      'seed '*) seed=${line#seed }; ask "$file: the seed" "$transcript" "$seed" ;;
      *' eligible '*) role=${line%% *} ;;
      '    '*) set -- $line; ask "$file: ticket $3 of number $4, $role" "$seed|$role|$4|$3" "$1"; echo "$file $role $4 $1" >>"$work/tickets" ;;
    esac
  done <"$file"
  for line in "${nonces[@]}"; do
    set -- $line
    ask "$file: what the phone of number $1 opened" "vl1|commit|$name|$1|$2" "$3"
    [[ $transcript == *$'\n'"reveal;$1;$2"$'\n'* ]] || wrong "$file: number $1 is not in the transcript as opened"
  done
}

# The transcript names the fingerprints that stand above it.
named() {
  [[ $2 == "roll;$fp_roll" || $2 == "commits;$fp_commits" ]] || wrong "$1: the transcript names another fingerprint: $2"
}

hashed() {
  local n=0 sum
  while read -r sum _; do
    [[ $sum == "${published[n]}" ]] || wrong "${places[n]}: published ${published[n]}, here $sum"
    n=$((n + 1))
  done < <(cd "$work" && printf '%s\0' 0* | xargs -0 sha256sum)
  ((n == ${#published[@]})) || wrong "hashed $n of ${#published[@]} texts"
}

# With two tickets the smaller counts; then the smallest of all goes first.
ordered() {
  local here
  [[ -s $work/tickets ]] || return 0
  here=$(sort -k1,2 -k4,4 "$work/tickets" | first_of_each)
  [[ $here == "$(sort -s -k1,2 "$work/tickets" | first_of_each)" ]] || wrong "the smallest ticket does not come first"
}

first_of_each() {
  local -A seen=()
  local file role number ticket
  while read -r file role number ticket; do
    [[ -n ${seen[$file $role $number]:-} ]] && continue
    seen[$file $role $number]=1
    echo "$file $role $number"
  done
}

for file in "$@"; do
  fp_roll= fp_commits=
  read_draw "$file"
done
hashed
ordered
((differs)) && exit 1
echo "$# draws, ${#published[@]} fingerprints: all as published"
