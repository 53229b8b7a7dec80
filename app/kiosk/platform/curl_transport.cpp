#include "app/kiosk/platform/curl_transport.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <string_view>
#include <utility>

namespace farewell::kiosk {
namespace {

constexpr long kConnectTimeoutMs = 10'000;
constexpr std::size_t kMaxReplyBytes = 1u << 20;
constexpr std::size_t kMaxHeaderBytes = 64u << 10;

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;
using List = std::unique_ptr<curl_slist, FreeList>;

/// curl_global_init is not for threads: a static makes it once.
bool curl_is_ready() {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return ready;
}

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return "";
  std::string out = text;
  curl_free(text);
  return out;
}

bool is_loopback(const std::string& host) {
  if (host == "localhost" || host == "[::1]") return true;
  return host.starts_with("127.") && std::all_of(host.begin(), host.end(), [](char each) {
           return each == '.' || (each >= '0' && each <= '9');
         });
}

/// A hub's address, taken apart.
struct Address {
  std::string origin;  ///< "https://hub.example:8443", without a slash at the end
  bool loopback = false;
};

Result<Address> read_address(const std::string& hub_url, PlainHttp plain_http) {
  const auto wrong = [&](std::string message) {
    return Error{ErrorCode::invalid, std::move(message), hub_url};
  };
  const Url url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, hub_url.c_str(), 0) != CURLUE_OK) {
    return wrong("is not a URL, write it like https://hub.example");
  }
  const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
  const std::string host = part_of(url.get(), CURLUPART_HOST);
  if (scheme != "https" && scheme != "http") return wrong("must begin with https://");
  if (part_of(url.get(), CURLUPART_PATH) != "/" || !part_of(url.get(), CURLUPART_QUERY).empty() ||
      !part_of(url.get(), CURLUPART_FRAGMENT).empty() || !part_of(url.get(), CURLUPART_USER).empty()) {
    return wrong("must be scheme and host alone, like https://hub.example");
  }
  const bool loopback = is_loopback(host);
  if (scheme == "http" && !loopback && plain_http == PlainHttp::refused) {
    return wrong("is plain HTTP, which anyone on the way can read; use https:// or set allow_plain_http");
  }
  const std::string port = part_of(url.get(), CURLUPART_PORT);
  return Address{scheme + "://" + host + (port.empty() ? "" : ":" + port), loopback};
}

/// A reply while it arrives.
struct Arriving {
  sync::Reply reply;
  std::size_t header_bytes = 0;
  bool too_large = false;
};

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& arriving = *static_cast<Arriving*>(user);
  if (arriving.reply.body.size() + count > kMaxReplyBytes) {
    arriving.too_large = true;
    return 0;  // fewer than given: curl breaks off
  }
  arriving.reply.body.append(bytes, count);
  return count;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
  return out;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& arriving = *static_cast<Arriving*>(user);
  arriving.header_bytes += count;
  if (arriving.header_bytes > kMaxHeaderBytes) {
    arriving.too_large = true;
    return 0;
  }
  const std::string_view line(bytes, count);
  const std::size_t colon = line.find(':');
  if (line.starts_with("HTTP/")) {
    arriving.reply.headers.clear();  // what came before was a proxy's or a 1xx
  } else if (colon != std::string_view::npos) {
    std::string& value = arriving.reply.headers[lower_case(line.substr(0, colon))];
    if (!value.empty()) value += ", ";
    value += without_blanks(line.substr(colon + 1));
  }
  return count;
}

/// Called by curl about once a second while nothing comes.
int break_off_when_stopped(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::stop_token*>(user)->stop_requested() ? 1 : 0;
}

bool append(List& list, const std::string& line) {
  curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) return false;
  static_cast<void>(list.release());
  list.reset(longer);
  return true;
}

bool fill(List& list, const sync::Request& request) {
  bool filled = append(list, "Expect:") && append(list, "Accept: application/json");
  for (const auto& [name, value] : request.headers) filled = filled && append(list, name + ": " + value);
  return filled;
}

void set_policy(CURL* curl, const Address& address) {
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, kConnectTimeoutMs);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "farewell-kiosk/" FAREWELL_VERSION);
  if (address.loopback) curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

void set_request(CURL* curl, const Address& address, const sync::Request& request) {
  assert(request.method == "GET" || request.method == "POST");
  const std::string url = address.origin + request.path + (request.query.empty() ? "" : "?" + request.query);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());  // curl keeps a copy
  curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);    // the path is signed
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout_ms));
  if (request.method != "POST") return;
  curl_easy_setopt(curl, CURLOPT_POST, 1L);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.c_str());  // curl keeps no copy
}

void set_sinks(CURL* curl, Arriving& arriving) {
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &arriving);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &arriving);
  curl_easy_setopt(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

/// What went wrong, for a technician. `detail` is curl's own words about this time, often empty.
std::string words_for(CURLcode code, const std::string& detail) {
  const auto with_detail = [&](const char* words) {
    return detail.empty() ? std::string(words) : std::string(words) + " (" + detail + ")";
  };
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return with_detail("the hub's name is not known here; check the network and its DNS");
    case CURLE_COULDNT_RESOLVE_PROXY:
      return with_detail("the proxy's name is not known here; check https_proxy");
    case CURLE_COULDNT_CONNECT:
      return with_detail("nothing accepts the connection; check the network, and that the hub runs");
    case CURLE_OPERATION_TIMEDOUT:
      return with_detail("no answer in time");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return with_detail("the hub's certificate is not trusted; check it, and this machine's clock");
    case CURLE_SSL_CONNECT_ERROR:
      return with_detail("no secure connection could be agreed on");
    case CURLE_ABORTED_BY_CALLBACK:
      return "the program is ending";
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
      return with_detail("the connection broke off");
    default:
      return with_detail(curl_easy_strerror(code));
  }
}

}  // namespace

struct CurlTransport::Handle {
  Address address;
  std::stop_token stop;
  std::unique_ptr<CURL, FreeHandle> curl;
};

CurlTransport::CurlTransport(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
CurlTransport::~CurlTransport() = default;

Result<std::unique_ptr<CurlTransport>> CurlTransport::to(const std::string& hub_url, PlainHttp plain_http,
                                                         std::stop_token stop) {
  Result<Address> address = read_address(hub_url, plain_http);
  if (!address.ok()) return address.error();
  auto handle = std::make_unique<Handle>();
  handle->address = *std::move(address);
  handle->stop = std::move(stop);
  if (curl_is_ready()) handle->curl.reset(curl_easy_init());
  if (!handle->curl) return Error{ErrorCode::internal, "libcurl did not start", hub_url};
  return std::unique_ptr<CurlTransport>(new CurlTransport(std::move(handle)));
}

Result<sync::Reply> CurlTransport::exchange(const sync::Request& request) {
  const auto failed = [this](std::string message) {
    return Error{ErrorCode::unavailable, std::move(message), handle_->address.origin};
  };
  CURL* const curl = handle_->curl.get();
  List headers;
  Arriving arriving;
  std::array<char, CURL_ERROR_SIZE> detail{};
  if (!fill(headers, request)) return failed("no memory for a request");
  curl_easy_reset(curl);  // options only: the connection stays
  set_policy(curl, handle_->address);
  set_request(curl, handle_->address, request);
  set_sinks(curl, arriving);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail.data());
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, break_off_when_stopped);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &handle_->stop);

  const CURLcode code = curl_easy_perform(curl);
  if (arriving.too_large) return failed("the reply is over 1 MiB; something other than the hub answers");
  if (code != CURLE_OK) return failed(words_for(code, detail.data()));
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  arriving.reply.status = static_cast<int>(status);
  return std::move(arriving.reply);
}

}  // namespace farewell::kiosk
