#!/usr/bin/env bash
# licit chips, facts, classify, timeline.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

expect 0 chips
says "136 chips"
expect 0 chips --vendor nvidia --min-tpp 4800
says "h100_sxm"
says_not "mi300x"
# DESIGN section 5: "h20" is never H200.
expect 0 chips show h20
says "(h20)"
says_not "h200"
expect 0 chips compare h20 h100_sxm
says "die_area_mm2"
expect 0 chips list --class-on 2024-06-03 --vendor amd
says "4A090.a"

# A filter may match nothing, and says so.
expect 0 chips --vendor groq --min-tpp 1000000
says "No chip of the catalogue matches."
expect 0 chips --vendor groq --min-tpp 1000000 --lang fr
says "Aucune puce du catalogue ne convient."
expect 0 chips --maker-hq France
says "No chip"
expect 0 chips --vendor NVIDIA --maker-hq "United States" --kind assembly --min-tpp 10 --max-tpp 100000
says "h20"

expect 0 facts
says "exporter.notices"
expect 0 facts item.die-area
says "mm2"
expect 0 facts item.die-area --lang fr
says "surface"

expect 0 classify h20 --on 2023-12-01
says "4A994.l"
# 5284.8 TPP: 4A090.a since 2023-11-17.
expect 0 classify rtx-4090 --on 2024-01-15
says "4A090.a"
expect 0 classify a800_sxm_80 --on 2022-11-01
says "4A994.l (p.1, p.2 met)"

# The H20 needs a license by the notice of 2025-04-09, and by nothing before it (rows 1 and 2).
expect 0 timeline h20 --to CN --hq CN --exporter NVIDIA
says "2022-10-07  2025-04-08  NO LICENSE REQUIRED"
says "2025-04-09"
says "notice.nvidia.2025 begins"
# A100 to Macau: from 2023-01-17 (row 7).
expect 0 timeline a100 --to MO --hq MO --from-date 2023-01-01 --to-date 2023-02-28
says "2023-01-17"
expect 0 timeline h20 --to CN --hq CN --exporter NVIDIA --explain --lang fr
says "Réponse"
finish
