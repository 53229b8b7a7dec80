#include "app/hub/metrics.h"

#include <string_view>

namespace farewell::hub {

namespace {

class Page {
 public:
  void about(std::string_view name, std::string_view kind, std::string_view help) {
    text_ += "# HELP farewell_hub_" + std::string(name) + ' ' + std::string(help) + '\n';
    text_ += "# TYPE farewell_hub_" + std::string(name) + ' ' + std::string(kind) + '\n';
  }
  void value(const std::string& name, std::int64_t value) {
    text_ += "farewell_hub_" + name + ' ' + std::to_string(value) + '\n';
  }
  void counter(const std::string& name, std::string_view help, std::int64_t count) {
    about(name, "counter", help);
    value(name, count);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string to_prometheus(const Metrics& metrics, const StoreThread::Counts& stored) {
  Page page;
  page.about("connections", "gauge", "Open now.");
  page.value("connections", metrics.connections);
  page.counter("connections_refused_total", "Too many, of one address or in all.",
               metrics.connections_refused);
  page.about("replies_total", "counter", "By status.");
  for (std::size_t first = 1; first < metrics.replies.size(); ++first) {
    page.value("replies_total{status=\"" + std::to_string(first) + "xx\"}", metrics.replies[first]);
  }
  page.counter("requests_unreadable_total", "Not HTTP as the hub reads it.", metrics.requests_unreadable);
  page.counter("handshakes_failed_total", "TLS that did not come about.", metrics.handshakes_failed);
  page.about("secrets_refused_total", "counter", "Pairing codes and tokens that were not right.");
  page.value("secrets_refused_total{kind=\"code\"}", metrics.codes_refused);
  page.value("secrets_refused_total{kind=\"token\"}", metrics.tokens_refused);
  page.counter("tries_throttled_total", "Codes and tokens of addresses that had tried too often.",
               metrics.tries_throttled);
  page.counter("signatures_refused_total", "Requests not signed as their terminal would.",
               metrics.signatures_refused);
  page.counter("batches_total", "Stored.", stored.batches);
  page.counter("responses_total", "Taken in, with those that were had already.", stored.responses);
  page.counter("commits_total", "Of the store.", stored.commits);
  return page.take();
}

}  // namespace farewell::hub
