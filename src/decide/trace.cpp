#include "decide/trace.h"

#include <algorithm>

namespace licit {
namespace {

template <std::size_t N>
bool leans_on(const std::bitset<N>& bits, std::size_t position) {
  return position >= N || bits.test(position);
}

}  // namespace

Support Trace::note(const Note& note) {
  const auto [slot, fresh] = positions_.emplace(note, notes_.size());
  if (fresh) notes_.push_back(note);
  Support out;
  if (slot->second < Support::capacity) out.notes.set(slot->second);
  return out;
}

Support Trace::weak(std::string_view fact) { return note(Note{fact, {}}); }

Support Trace::unread(const UnreadText& text) { return note(Note{{}, text}); }

std::vector<Assumption> Trace::assumptions(const Support& by) const {
  std::vector<Assumption> out;
  for (std::size_t i = 0; i < assumptions_.size(); ++i) {
    if (leans_on(by.assumptions, i)) out.push_back(assumptions_[i]);
  }
  return out;
}

std::vector<std::string> Trace::weak_facts(const Support& by) const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    if (!notes_[i].weak_fact.empty() && leans_on(by.notes, i))
      out.emplace_back(notes_[i].weak_fact);
  }
  return out;
}

std::vector<UnreadText> Trace::unread_texts(const Support& by) const {
  std::vector<UnreadText> out;
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    if (notes_[i].weak_fact.empty() && leans_on(by.notes, i)) out.push_back(notes_[i].text);
  }
  return out;
}

void Trace::ask_reading(std::string_view id) {
  if (std::find(asked_readings.begin(), asked_readings.end(), id) == asked_readings.end()) {
    asked_readings.push_back(id);
  }
}

}  // namespace licit
