// Every command of `licit`. Each reads its own arguments, writes to the terminal and returns the exit
// status of docs/command.md.
#pragma once

#include "cli/command_line.h"

namespace licit::cli {

// The whole program: `arguments` without the program's own name.
int run(Arguments arguments, const Terminal& terminal);

int check_command(Arguments arguments, const Terminal& terminal, Language language);
int classify_command(Arguments arguments, const Terminal& terminal, Language language);
int ask_command(Arguments arguments, const Terminal& terminal, Language language);
int timeline_command(Arguments arguments, const Terminal& terminal, Language language);
int region_command(Arguments arguments, const Terminal& terminal, Language language);
int diff_command(Arguments arguments, const Terminal& terminal, Language language);
int chips_command(Arguments arguments, const Terminal& terminal, Language language);
int own_command(Arguments arguments, const Terminal& terminal, Language language);
int facts_command(Arguments arguments, const Terminal& terminal, Language language);
int lists_command(Arguments arguments, const Terminal& terminal, Language language);
int law_command(Arguments arguments, const Terminal& terminal, Language language);
int screen_command(Arguments arguments, const Terminal& terminal, Language language);

// Of `licit lists`.
int lists_import_command(Arguments arguments, const Terminal& terminal, Language language);
int lists_pull_command(Arguments arguments, const Terminal& terminal, Language language);
int lists_diff_command(Arguments arguments, const Terminal& terminal, Language language);
int lists_status_command(Arguments arguments, const Terminal& terminal, Language language);

// Of `licit law`.
int law_check_command(Arguments arguments, const Terminal& terminal, Language language);
int law_fmt_command(Arguments arguments, const Terminal& terminal, Language language);
int law_test_command(Arguments arguments, const Terminal& terminal, Language language);
int law_coherence_command(Arguments arguments, const Terminal& terminal, Language language);
int law_explain_command(Arguments arguments, const Terminal& terminal, Language language);
int law_diff_command(Arguments arguments, const Terminal& terminal, Language language);
int law_coverage_command(Arguments arguments, const Terminal& terminal, Language language);
int law_cases_command(Arguments arguments, const Terminal& terminal, Language language);
int law_compile_command(Arguments arguments, const Terminal& terminal, Language language);

}  // namespace licit::cli
