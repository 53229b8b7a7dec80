#include "app/cli/hub_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "core/wire/messages.h"

namespace farewell::cli {
namespace {

constexpr long kConnectTimeoutS = 10;
constexpr long kStalledAfterS = 60;
constexpr std::size_t kMaxProblemBytes = 64u << 10;

struct Curl {
  CURL* handle = curl_easy_init();
  curl_slist* headers = nullptr;
  ~Curl() { curl_slist_free_all(headers), curl_easy_cleanup(handle); }
};

/// What is handed to libcurl's callback.
struct Body {
  CURL* handle;
  const std::string& media_type;
  const std::function<Status(std::string_view)>& take;
  std::optional<Error> refused;  ///< by take
  std::string problem;           ///< the body of anything but what was asked for
};

long status_of(CURL* handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

bool is_what_was_asked(CURL* handle, const std::string& media_type) {
  const char* type = nullptr;
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  return status_of(handle) == 200 && type && std::string_view(type).starts_with(media_type);
}

std::size_t on_bytes(char* bytes, std::size_t, std::size_t count, void* user) {
  Body& body = *static_cast<Body*>(user);
  if (!is_what_was_asked(body.handle, body.media_type)) {
    body.problem.append(bytes, std::min(count, kMaxProblemBytes - body.problem.size()));
    return count;
  }
  if (const Status status = body.take({bytes, count}); !status.ok()) {
    body.refused = status.error();
    return 0;
  }
  return count;
}

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return "";
  std::string copy = text;
  curl_free(text);
  return copy;
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "[::1]" || host == "127.0.0.1";
}

Status check_hub(const std::string& hub) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
  if (curl_url_set(url.get(), CURLUPART_URL, hub.c_str(), 0) != CURLUE_OK) {
    return Error{ErrorCode::invalid, "is not a URL; write it like https://hub.example.org", hub};
  }
  const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
  if (scheme == "https" || (scheme == "http" && is_loopback(part_of(url.get(), CURLUPART_HOST)))) return {};
  return Error{ErrorCode::invalid, "would send the token where others can read it; use https", hub};
}

/// What a reply other than 200 means to the person who asked.
Error refusal(const HubRequest& request, long status, const std::string& body) {
  if (status == 401 || status == 403) {
    return {ErrorCode::unauthorised, "the hub does not accept this token; make one with farewell-hub token",
            request.hub};
  }
  const wire::Problem problem = wire::parse_problem(static_cast<int>(status), body);
  if (problem.type.empty()) {
    return {ErrorCode::unavailable, "answered " + std::to_string(status) + ", not as a Farewell hub does",
            request.hub};
  }
  return {ErrorCode::invalid, problem.detail.empty() ? problem.title : problem.detail, request.hub};
}

void prepare(Curl& curl, const HubRequest& request, Body& body) {
  std::string url = request.hub;
  while (url.ends_with('/')) url.pop_back();
  url += request.path_and_query;
  curl.headers = curl_slist_append(nullptr, ("Authorization: Bearer " + request.token).c_str());
  curl_easy_setopt(curl.handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.handle, CURLOPT_HTTPHEADER, curl.headers);
  curl_easy_setopt(curl.handle, CURLOPT_PROTOCOLS_STR, "http,https");
  // Plain HTTP is for this machine alone (check_hub): a proxy would carry the token elsewhere.
  if (!url.starts_with("https:")) curl_easy_setopt(curl.handle, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl.handle, CURLOPT_USERAGENT, "farewell/" FAREWELL_VERSION);
  curl_easy_setopt(curl.handle, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl.handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.handle, CURLOPT_CONNECTTIMEOUT, kConnectTimeoutS);
  curl_easy_setopt(curl.handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl.handle, CURLOPT_LOW_SPEED_TIME, kStalledAfterS);
  curl_easy_setopt(curl.handle, CURLOPT_WRITEFUNCTION, on_bytes);
  curl_easy_setopt(curl.handle, CURLOPT_WRITEDATA, &body);
}

}  // namespace

Status get(const HubRequest& request, const std::function<Status(std::string_view)>& take) {
  if (const Status status = check_hub(request.hub); !status.ok()) return status;
  Curl curl;
  Body body{curl.handle, request.media_type, take, {}, {}};
  prepare(curl, request, body);
  const CURLcode code = curl_easy_perform(curl.handle);
  if (body.refused) return *body.refused;
  if (code != CURLE_OK) return Error{ErrorCode::unavailable, curl_easy_strerror(code), request.hub};
  if (is_what_was_asked(curl.handle, request.media_type)) return {};
  return refusal(request, status_of(curl.handle), body.problem);
}

}  // namespace farewell::cli
