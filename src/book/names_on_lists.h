// Names looked up on the lists that stood on a day, each once: the same name of a later line, or of
// another day on which nothing of it changed, is answered from memory. What the lists are on a day is
// asked of whoever keeps them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "parties/names/review.h"

namespace licit {

// A whole list of an authority, stored, that stood on the day asked.
struct WholeList {
  ListCode code = ListCode::Other;
  std::string name;
  Date as_of;
};

// What there is to ask on a day. The same object for days on which it is the same.
struct AskedLists {
  std::optional<NameIndex> index;  // empty: no list could be asked
  std::optional<Resolutions> resolutions;
  std::vector<WholeList> whole;
};
// Never null.
using ListsOn = std::function<std::shared_ptr<const AskedLists>(Date)>;

// One name, as it stands from one day to another.
struct NameFound {
  std::shared_ptr<const AskedLists> lists;
  PartyQuery query;               // without a day
  std::vector<ReviewedHit> hits;  // best first; none where no list could be asked
  Date from, until;               // half-open: the days on which it is so
  // What was asked says of somebody who he is. Of "Co., Ltd.", of a row of signs or of a register's
  // number nobody found means nothing.
  bool says_who = true;
};

// A number of a register, such as a LEI: it has digits and no words.
bool is_register_number(const std::string& name);

class NamesOnLists {
 public:
  // `explain`: hits say which words met, as the full answer shows them.
  NamesOnLists(ListsOn lists_on, bool explain);

  std::shared_ptr<const NameFound> find(const std::string& name,
                                        const std::vector<std::string>& countries, Date on);

 private:
  std::shared_ptr<const NameFound> look_up(std::shared_ptr<const AskedLists> lists,
                                           const std::string& name,
                                           const std::vector<std::string>& countries, Date on);

  ListsOn lists_on_;
  bool explain_;
  std::unordered_map<std::int32_t, std::shared_ptr<const AskedLists>> by_day_;
  std::unordered_map<const AskedLists*, Screener> screeners_;
  // By lists, name and countries; one for each stretch of days.
  std::unordered_map<std::string, std::vector<std::shared_ptr<const NameFound>>> found_;
};

}  // namespace licit
