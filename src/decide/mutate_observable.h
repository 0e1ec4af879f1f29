// Inside of mutate: changes of a date that nothing could ever notice, because whoever leans on the
// provision is not in force on the one day that the change is about. They are not made.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "language/ast.h"

namespace licit::mutation {

class Observable {
 public:
  explicit Observable(const law::Pack& pack);

  // Whether it could matter that the provision is in force on that day. `by` is the source of the
  // `until` in question: where that is not known, no other `until` that it brings counts either.
  bool matters(const law::Param& param, Date day, const std::string& by) const;
  bool matters(const law::Define& define, Date day, const std::string& by) const;
  bool matters(const law::Defeat& defeat, Date day, const std::string& by) const;
  bool matters(const law::Bar& bar, Date day, const std::string& by) const;
  bool matters(const law::Policy& policy, Date day, const std::string& by) const;

 private:
  // A provision that names others: when it is in force, and where it stands in turn.
  struct User {
    const law::Validity* validity = nullptr;
    std::string define;                                 // a define: what leans on it matters
    const std::vector<std::string>* targets = nullptr;  // a defeat, bar or policy: its rules matter
  };
  bool any_user(const std::string& id, Date day, const std::string& by) const;
  bool any_rule(const std::vector<std::string>& ids, Date day, const std::string& by) const;
  void names(const law::Expr& expr, const User& user);

  std::map<std::string, std::vector<User>> users_;                  // by what they name
  std::map<std::string, std::vector<const law::Validity*>> rules_;  // versions by id
};

}  // namespace licit::mutation
