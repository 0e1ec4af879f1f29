#!/usr/bin/env bash
# The table of expected answers, one `licit check` line each. The law behind every row is cited at the same
# number in law/us/ear/tests-rows.law; here the command itself is what is shown to work.
# Slow under the sanitizers: the law test of the same rows runs there, and other commands of this kind.
[[ -z ${LICIT_SANITIZE:-} ]] || exit 77
set -uo pipefail
passed=0 failed=0

# want VERDICT 'patterns in the JSON, | between them' check-arguments...
want() {
  local verdict=$1 patterns=$2 answer pattern missing=()
  shift 2
  answer=$("$LICIT" check "$@" --json 2>&1)
  grep -q "\"verdict\": *\"$verdict\"" <<<"$(head -n 3 <<<"$answer")" || missing+=("verdict $verdict")
  local IFS='|'
  for pattern in $patterns; do
    grep -qE -- "$pattern" <<<"$answer" || missing+=("$pattern")
  done
  if ((${#missing[@]} == 0)); then
    ((++passed))
  else
    ((++failed))
    printf 'check %s\n  missing: %s\n  %s\n' "$*" "${missing[*]}" "$(head -n 3 <<<"$answer" | tr -d '\n')"
  fi
}

# files CODES check-arguments...: these license codes of the Automated Export System, and no other.
files() {
  local codes=$1 answer
  shift
  answer=$("$LICIT" check "$@" --json 2>&1 | tr -d ' \n')
  if [[ $answer == *"\"filing\":[$codes]"* ]]; then
    ((++passed))
  else
    ((++failed))
    printf 'check %s\n  missing: filing [%s]\n' "$*" "$codes"
  fi
}

h20=("HGX H20" --to CN --hq CN --exporter NVIDIA)
lane=(--set lane.us-available=yes --set lane.us-supply=yes --set lane.volume-share=yes
  --set lane.no-prohibited-use=yes --set lane.recipient-security=yes --set lane.third-party-test=yes)
circuit=(--set item.kind=integrated-circuit --set item.tpp=2000 --set item.datacenter=yes
  --set item.subject-to-ear=yes --set item.tops=250 --to CN --hq CN --on 2024-06-03)

want no-license '4A994.l|"2368"|"2400"|"3.2"|"A10"' "${h20[@]}" --on 2024-06-03                    # 1
want license 'notice.nvidia.2025' "${h20[@]}" --on 2025-04-20                                      # 2
want undetermined 'exporter.notices' "HGX H20" --to CN --hq CN --exporter Supermicro --on 2025-04-20  # 3
want no-license '' "HGX H20" --to CN --hq CN --exporter Supermicro --on 2025-04-20 --set exporter.notices=none
want no-license '' "${h20[@]}" --on 2025-04-20 --known 2025-04-08                                  # 4
want no-license '' "${h20[@]}" --on 2025-04-20 --known 2025-04-10
want license 'notice.nvidia.2025' "${h20[@]}" --on 2025-04-20 --known 2025-04-10 --knower addressee
want license 'assurance-h20' "${h20[@]}" --on 2025-07-20                                           # 5
want no-license 'W-weak-fact' MI308X --to CN --hq CN --exporter AMD --on 2024-06-03                # 6
want license 'notice.amd.2025|W-unverified' MI308X --to CN --hq CN --exporter AMD --on 2025-05-01
want license 'presumption-of-denial|W-unverified' A100 --to CN --hq CN --on 2022-11-01             # 7
want no-license 'W-unverified' A800 --to CN --hq CN --on 2022-11-01
want license 'presumption-of-denial|W-unverified' A800 --to CN --hq CN --on 2023-12-01
want no-license 'W-unverified' A100 --to MO --hq MO --on 2023-01-16
want license 'W-unverified' A100 --to MO --hq MO --on 2023-01-17
want license 'notice.nvidia.2023|W-unverified' H800 --to CN --hq CN --exporter NVIDIA --on 2023-11-01  # 8
want exception 'NAC|purchase-order|2023-12-21|await-confirmation' "RTX 4090" --to CN --hq CN --on 2024-01-15  # 9
want exception 'NAC|purchase-order' "RTX 4090" --to VN --hq VN --on 2023-12-01                     # 10
want exception 'ACA|purchase-order' "RTX 4090" --to VN --hq VN --on 2024-05-01
want exception 'ACA|purchase-order' "RTX 4090" --to CN --hq CN --kind transfer --on 2024-05-01
want no-license 'note-2|"N2"|"A10"' "RTX 4090D" --to CN --hq CN --on 2024-01-15                    # 11
want license '"a.2"' L4 --to CN --hq CN --on 2024-06-03                                            # 12
want no-license '4A994.l' L20 --to CN --hq CN --on 2024-06-03
want no-license '4A994.l' L2 --to CN --hq CN --on 2024-06-03
want exception '4A090.b|NAC' L40 --to CN --hq CN --on 2024-06-03
want exception '4A090.b|"b.1"|NAC' A30 --to CN --hq CN --on 2024-06-03
want exception '4A090.b|"b.2"|NAC' A40 --to CN --hq CN --on 2024-06-03
want no-license '' H100 --to DE --hq DE --on 2024-06-03                                            # 13
want license '744.23.a.3.i' H100 --to DE --hq CN --on 2024-06-03
want undetermined 'buyer.parent-hq' H100 --to DE --buyer-hq DE --on 2024-06-03
want license 'presumption-of-approval' H100 --to AE --hq AE --on 2024-06-03                        # 14
want undetermined 'buyer.uae-listed' H100 --to AE --hq AE --on 2026-08-01
want license 'W-unverified|91 FR 43034' H100 --to AE --hq AE --on 2026-08-01 --set buyer.uae-listed=no
want no-license '' H100 --to DE --hq DE --on 2025-06-01                                            # 15
# As printed (90 FR 4544): 742.6(a)(6)(iii)(A) asks for a license everywhere, and AIA (740.27) lifts it for a
# destination and headquarters of Supplement 5, paragraph (a), to part 740, which names Germany.
want exception '"AIA"|742.6.a.6.iii' H100 --to DE --hq DE --on 2025-06-01 --posture text
want license 'case-by-case' "H200 SXM" --to CN --hq CN --from US "${lane[@]}" --on 2026-02-01      # 16
want license 'presumption-of-denial' "H200 SXM" --to CN --hq CN --kind reexport --from SG "${lane[@]}" --on 2026-02-01
want license 'presumption-of-denial' B200 --to CN --hq CN --from US "${lane[@]}" --on 2026-02-01
want undetermined 'item.die-area' "${circuit[@]}"                                                  # 17
want no-license '3A991.p' "${circuit[@]}" --set item.die-area=900..1000
want undetermined 'item.die-area' "${circuit[@]}" --set item.die-area=600..650
want exception '3A090.b|NAC' "${circuit[@]}" --set item.die-area=400..600
want license '3A090.a|"a.2"' "${circuit[@]}" --set item.die-area=300..330
want license 'notice.nvidia.2025|W-after-verified' "${h20[@]}" --on 2026-11-01                     # 18
# 19: part 746 is encoded since: 746.7 (Iran), 746.8 (Russia) and 746.6 (Crimea) ask for a license of what the
# Commerce Control List names.
want license '"746.7' "HGX H20" --to IR --hq IR --exporter NVIDIA --on 2024-06-03
want license '"746.8' "HGX H20" --to RU --hq RU --exporter NVIDIA --on 2024-06-03
want license '"746.6' "HGX H20" --to Crimea --hq Crimea --exporter NVIDIA --on 2024-06-03
want license '"746.8' H100 --to RU --hq RU --on 2024-06-03
# A foreign chip: whether it is subject to the EAR or not, nothing asks for a license to Germany in 2024; with
# the guidance of 2025-05-13 General Prohibition Ten is presumed of it.
want no-license '' "Ascend 910B" --to DE --hq DE --on 2024-06-03
want license '736.2.b.10.presumed' "Ascend 910B" --to DE --hq DE --on 2025-06-01

# C67 is NAC after notice; C68 is NAC without notice until 2024-04-03, and ACA since (CBP message CSMS 61882672, as
# reported). What needs no license, or has none, is filed under neither.
files '"C67"' "RTX 4090" --to CN --hq CN --on 2024-01-15
files '"C67"' "RTX 4090" --to VN --hq CN --on 2024-01-15
files '"C67"' L40 --to CN --hq CN --on 2024-06-03
files '"C67"' L40 --to DE --hq CN --on 2025-06-01
files '"C68"' "RTX 4090" --to VN --hq VN --on 2023-12-01
files '"C68"' "RTX 4090" --to CN --hq CN --kind transfer --on 2023-12-01
files '"C68"' "RTX 4090" --to VN --hq VN --on 2024-05-01
files '"C68"' "RTX 4090" --to CN --hq CN --kind transfer --on 2024-05-01
files '"C68"' "RTX 4090" --to VN --hq VN --on 2025-06-01
files '' H100 --to CN --hq CN --on 2024-06-03
files '' "${h20[@]}" --on 2024-06-03

printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
