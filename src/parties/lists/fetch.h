// One file fetched over HTTP or HTTPS: whole, or not at all.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/messages.h"

namespace licit {

struct FetchOptions {
  std::string proxy;  // empty: https_proxy, http_proxy, no_proxy of the environment
  int retries = 3;    // after a fault of the network or of the server (5xx, 429)
  long timeout_seconds = 300;
  long connect_seconds = 30;
  std::size_t most_bytes = std::size_t{1} << 30;
  // Seconds before the first retry; each later one waits twice as long.
  double first_wait_seconds = 1;
  const std::atomic<bool>* stop = nullptr;  // looked at while waiting and while bytes come in
  std::function<void(std::size_t bytes)> progress;
  std::function<void(const std::string& why, int wait_seconds)> again;  // before each retry
};

struct Fetched {
  std::string bytes;
  std::optional<Date> modified;  // Last-Modified, as far as the server says it
  std::string address;           // after redirects
};

// Why nothing was fetched: a sentence, or what the network library says.
struct FetchFault {
  Text why;
  bool stopped = false;
};

// Exactly one of the two is set.
struct FetchResult {
  std::optional<Fetched> fetched;
  FetchFault fault;
};

// The protocols that a server may send on to: what was asked for over https is not fetched over http,
// where anybody on the way could change it.
std::string redirect_protocols(std::string_view address);

FetchResult fetch(const std::string& address, const FetchOptions& options);

}  // namespace licit
