#include "parties/owners/share.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/text.h"

namespace licit {
namespace {

// __extension__: 128 bits are no part of the standard language.
__extension__ typedef unsigned __int128 Wide;

constexpr std::uint64_t scale = share_whole / 100;  // parts of one percent

// Parts, rounded down and up.
struct Parts {
  std::uint64_t down = 0;
  std::uint64_t up = 0;
};

std::optional<std::uint64_t> digits(std::string_view text) {
  if (text.empty() || text.size() > 18) return {};
  std::uint64_t out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    out = out * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return out;
}

Parts divided(Wide top, Wide bottom) {
  const Wide most = std::numeric_limits<std::uint64_t>::max() / 2;
  const Wide down = std::min(top / bottom, most);
  return {static_cast<std::uint64_t>(down),
          static_cast<std::uint64_t>(down + (top % bottom != 0 ? 1 : 0))};
}

// One number: a percentage, or a fraction of the whole.
std::optional<Parts> one(std::string_view text, bool fraction) {
  text = trimmed(text);
  if (text.ends_with('%')) {
    text = trimmed(text.substr(0, text.size() - 1));
    fraction = false;
  }
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto top = digits(trimmed(text.substr(0, slash)));
    const auto bottom = digits(trimmed(text.substr(slash + 1)));
    if (!top || !bottom || *bottom == 0) return {};
    return divided(static_cast<Wide>(*top) * share_whole, *bottom);
  }
  std::size_t point = text.find('.');
  if (point == std::string_view::npos) {
    point = text.find(',');
    // "1,200" is a count of shares, or who knows; "33,333" is a share.
    if (point != std::string_view::npos && point > 0 && text.size() == point + 4 &&
        text.ends_with('0'))
      return {};
  }
  const std::string_view before = text.substr(0, point);
  std::string_view after = point == std::string_view::npos ? "" : text.substr(point + 1);
  while (after.ends_with('0')) after.remove_suffix(1);
  if (before.empty() && after.empty()) return {};
  const auto whole = before.empty() ? std::optional<std::uint64_t>(0) : digits(before);
  const auto part = after.empty() ? std::optional<std::uint64_t>(0) : digits(after);
  if (!whole || !part) return {};
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < after.size(); ++i) power *= 10;
  return divided((static_cast<Wide>(*whole) * power + *part) * (fraction ? share_whole : scale),
                 power);
}

ReadShare fault(ShareFault what) { return {Share::unknown(), what}; }

// Which side of a limit, as it is written before the number.
struct Limit {
  Parts parts;
  bool least = false, most = false, strict = false;
};

std::optional<Limit> limit(std::string_view text, bool fraction) {
  text = trimmed(text);
  Limit out;
  if (text.starts_with('>') || text.starts_with('<')) {
    (text.front() == '>' ? out.least : out.most) = true;
    text.remove_prefix(1);
    out.strict = !text.starts_with('=');
    if (!out.strict) text.remove_prefix(1);
  }
  const auto parts = one(text, fraction);
  if (!parts) return {};
  out.parts = *parts;
  return out;
}

ReadShare between(std::uint64_t lo, std::uint64_t hi) {
  if (lo > share_whole || hi > share_whole) return fault(ShareFault::OutOfRange);
  if (lo > hi) return fault(ShareFault::Reversed);
  return {{static_cast<std::uint32_t>(lo), static_cast<std::uint32_t>(hi)}, ShareFault::None};
}

std::uint64_t from(const Limit& limit) { return limit.parts.down + (limit.strict ? 1 : 0); }
std::uint64_t to(const Limit& limit) {
  return limit.strict && limit.parts.up > 0 ? limit.parts.up - 1 : limit.parts.up;
}

// Where one end stops and the other begins, and how wide the mark is.
struct Split {
  std::size_t at = std::string_view::npos;
  std::size_t width = 0;
};
Split split(std::string_view text) {
  for (const std::string_view mark : {"..", "\xE2\x80\x93", "-"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos) return {at, mark.size()};
  }
  return {};
}

}  // namespace

std::string percent_text(std::uint64_t parts, int places) {
  return percent_of(static_cast<std::int64_t>(parts)).decimal(places);
}

Number percent_of(std::int64_t parts) {
  return Number::fraction(parts, static_cast<std::int64_t>(share_percent)).value_or(Number(0));
}

std::string Share::text() const {
  if (is_unknown()) return "?";
  const std::string low = percent_text(lo), high = percent_text(hi);
  return low == high ? low : low + ".." + high;
}

ReadShare parse_share(std::string_view text, ShareUnit unit) {
  const bool fraction = unit == ShareUnit::Fraction;
  text = trimmed(text);
  if (text.empty() || text == "?") return {};
  const Split mark = split(text);
  if (mark.at == 0 && text.front() == '-') {
    return fault(one(text.substr(1), fraction) ? ShareFault::OutOfRange : ShareFault::NotAShare);
  }
  if (mark.at == std::string_view::npos) {
    const auto single = limit(text, fraction);
    if (!single) return fault(ShareFault::NotAShare);
    if (single->least) return between(from(*single), share_whole);
    if (single->most) return between(0, to(*single));
    if (single->parts.up > share_whole) return fault(ShareFault::OutOfRange);
    return between(single->parts.down, single->parts.up);
  }
  const std::string_view before = trimmed(text.substr(0, mark.at));
  const std::string_view after = trimmed(text.substr(mark.at + mark.width));
  const auto low = before.empty() ? std::optional(Limit{}) : limit(before, fraction);
  const auto high =
      after.empty() ? std::optional(Limit{{share_whole, share_whole}}) : limit(after, fraction);
  if (!low || !high || low->most || high->least || (before.empty() && after.empty()))
    return fault(ShareFault::NotAShare);
  return between(from(*low), to(*high));
}

}  // namespace licit
