#include "parties/lists/fetch.h"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <mutex>
#include <thread>

#include "base/party_messages.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

struct Transfer {
  const FetchOptions* options;
  std::string bytes;
  bool too_large = false;
};

std::size_t take(char* data, std::size_t size, std::size_t count, void* into) {
  auto& transfer = *static_cast<Transfer*>(into);
  const std::size_t length = size * count;
  if (transfer.bytes.size() + length > transfer.options->most_bytes) {
    transfer.too_large = true;
    return 0;
  }
  transfer.bytes.append(data, length);
  if (transfer.options->progress) transfer.options->progress(transfer.bytes.size());
  return length;
}

bool stopped(const FetchOptions& options) {
  return options.stop != nullptr && options.stop->load();
}

int look(void* from, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return stopped(*static_cast<Transfer*>(from)->options) ? 1 : 0;
}

struct Attempt {
  FetchResult result;
  bool worth_another = false;
};

// The days of a time_t, which counts seconds from 1970.
std::optional<Date> day_of_seconds(curl_off_t seconds) {
  if (seconds <= 0) return {};
  return Date(static_cast<std::int32_t>(seconds / 86400));
}

Attempt attempt(CURL* curl, const FetchOptions& options) {
  Transfer transfer{&options, {}, false};
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
  const CURLcode code = curl_easy_perform(curl);
  Attempt out;
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (transfer.too_large) {
    out.result.fault.why = {msg::ListFetchTooLarge, {std::to_string(options.most_bytes >> 20)}};
  } else if (code == CURLE_ABORTED_BY_CALLBACK) {
    out.result.fault = {{msg::ListFetchStopped, {}}, true};
  } else if (code == CURLE_UNSUPPORTED_PROTOCOL && status >= 300 && status < 400) {
    out.result.fault.why = {msg::ListFetchDowngrade, {}};
  } else if (code != CURLE_OK) {
    out.result.fault.why = {msg::ListFetchWords, {curl_easy_strerror(code)}};
    // A certificate or an address that is wrong does not mend itself.
    out.worth_another = code != CURLE_URL_MALFORMAT && code != CURLE_UNSUPPORTED_PROTOCOL &&
                        code != CURLE_PEER_FAILED_VERIFICATION && code != CURLE_TOO_MANY_REDIRECTS;
  } else if (status >= 400) {
    out.result.fault.why = {msg::ListFetchStatus, {std::to_string(status)}};
    out.worth_another = status >= 500 || status == 429 || status == 408;
  } else {
    Fetched fetched;
    fetched.bytes = std::move(transfer.bytes);
    curl_off_t modified = -1;
    curl_easy_getinfo(curl, CURLINFO_FILETIME_T, &modified);
    fetched.modified = day_of_seconds(modified);
    const char* address = nullptr;
    curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &address);
    if (address != nullptr) fetched.address = address;
    out.result.fetched = std::move(fetched);
  }
  return out;
}

// False where somebody asked to stop meanwhile.
bool wait(double seconds, const FetchOptions& options) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::duration<double>(seconds);
  while (Clock::now() < end) {
    if (stopped(options)) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return !stopped(options);
}

}  // namespace

std::string redirect_protocols(std::string_view address) {
  return find_any_case(address, "https:") == 0 ? "https" : "http,https";
}

FetchResult fetch(const std::string& address, const FetchOptions& options) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                 curl_easy_cleanup);
  FetchResult out;
  if (!curl) {
    out.fault.why = {msg::ListFetchWords, {curl_easy_strerror(CURLE_FAILED_INIT)}};
    return out;
  }
  curl_easy_setopt(curl.get(), CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_REDIR_PROTOCOLS_STR, redirect_protocols(address).c_str());
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_MAXREDIRS, 10L);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_FILETIME, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "");  // unpacked on the way in
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "licit");
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, options.connect_seconds);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, options.timeout_seconds);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, look);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
  if (!options.proxy.empty()) curl_easy_setopt(curl.get(), CURLOPT_PROXY, options.proxy.c_str());

  double seconds = options.first_wait_seconds;
  for (int tried = 0;; ++tried, seconds *= 2) {
    Attempt one = attempt(curl.get(), options);
    if (one.result.fetched || !one.worth_another || tried >= options.retries) return one.result;
    if (options.again)
      options.again(one.result.fault.why.in(Language::En), static_cast<int>(std::lround(seconds)));
    if (!wait(seconds, options)) {
      out.fault = {{msg::ListFetchStopped, {}}, true};
      return out;
    }
  }
}

}  // namespace licit
