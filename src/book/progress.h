// A line on a terminal that says how far a long piece of work is, written over at most five times a
// second.
#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>

#include "base/messages.h"

namespace licit {

class Progress {
 public:
  // `out` null: says nothing.
  Progress(std::ostream* out, Language language, std::uint64_t bytes_in_all);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  // wipes the line

  void at(std::uint64_t lines, std::uint64_t bytes);

 private:
  using Clock = std::chrono::steady_clock;
  std::ostream* out_;
  Language language_;
  std::uint64_t bytes_in_all_;
  Clock::time_point start_;
  Clock::time_point last_;
  bool shown_ = false;
};

}  // namespace licit
