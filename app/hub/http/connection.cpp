#include "app/hub/http/connection.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <sstream>
#include <tuple>

#include "app/hub/http/problem.h"
#include "app/hub/log.h"

namespace farewell::hub {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace problems = wire::problems;
using boost::system::error_code;

constexpr auto kWait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds kGoodbyeDeadline{2};
constexpr std::size_t kReadBytes = 16u << 10;
constexpr std::size_t kBufferBytes = 64u << 10;

/// Stands on every reply: pages may use their own files only, and nobody may frame them.
constexpr std::pair<const char*, const char*> kSafety[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
     "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
};

enum class After { keep, close };

/// What was moved, unless it failed.
using Moved = std::tuple<error_code, std::size_t>;

/// Carries bytes: the connection's own stream, or TLS over it. Without this the conversation below, all of
/// HTTP with it, would be compiled once for each.
class Carrier {
 public:
  virtual ~Carrier() = default;
  virtual asio::awaitable<Moved> read_some(asio::mutable_buffer into) = 0;
  virtual asio::awaitable<Moved> write(asio::const_buffer all_of) = 0;
};

template <class Stream>
class CarrierBy final : public Carrier {
 public:
  explicit CarrierBy(Stream& stream) : stream_(stream) {}
  asio::awaitable<Moved> read_some(asio::mutable_buffer into) override {
    co_return co_await stream_.async_read_some(into, kWait);
  }
  asio::awaitable<Moved> write(asio::const_buffer all_of) override {
    co_return co_await asio::async_write(stream_, all_of, kWait);
  }

 private:
  Stream& stream_;
};

/// What a connection is told beside the reply itself.
struct Manner {
  unsigned version = 11;
  bool is_head = false;
  After after = After::close;
};

http::response<http::empty_body> head_of(const Reply& reply, const Manner& manner) {
  http::response<http::empty_body> head(static_cast<http::status>(reply.status), manner.version);
  for (const auto& [name, value] : kSafety) head.set(name, value);
  head.set(http::field::cache_control, "no-store");
  for (const auto& [name, value] : reply.headers) head.set(name, value);
  head.keep_alive(manner.after == After::keep);
  return head;
}

std::string text_of(const http::response<http::empty_body>& head) {
  std::ostringstream text;
  text << head.base();
  return std::move(text).str();
}

enum class Secured { no, yes };

/// Requests and replies in turn, until one of both ends it. Deadlines are the connection's, whatever carries
/// the bytes.
class Conversation {
 public:
  Conversation(Connection& connection, Carrier& carrier, Secured secured, ServerBook& book)
      : connection_(connection),
        carrier_(carrier),
        secured_(secured),
        book_(book),
        settings_(book.settings) {}

  asio::awaitable<void> run() {
    After after = After::keep;
    bool is_first = true;
    while (after == After::keep && !book_.is_stopping) {
      if (!co_await has_next(is_first)) break;
      is_first = false;
      after = co_await one_request();
    }
  }

 private:
  using Parser = http::basic_parser<true>;
  using HeaderParser = http::request_parser<http::empty_body>;
  using BodyParser = http::request_parser<http::string_body>;

  /// Waits for the first byte of a request.
  asio::awaitable<bool> has_next(bool is_first) {
    if (buffer_.size() > 0) co_return true;
    connection_.is_idle = true;
    connection_.stream.expires_after(is_first ? settings_.header_deadline : settings_.idle_deadline);
    const error_code failed = co_await read_more();
    connection_.is_idle = false;
    co_return !failed;
  }

  asio::awaitable<error_code> read_more() {
    const std::size_t room = std::min(kReadBytes, buffer_.max_size() - buffer_.size());
    if (room == 0) co_return http::error::buffer_overflow;
    const auto [failed, count] = co_await carrier_.read_some(buffer_.prepare(room));
    if (!failed) buffer_.commit(count);
    co_return failed;
  }

  /// Gives `parser` what comes until it has enough of it; what comes after that stays in the buffer.
  asio::awaitable<error_code> read(Parser& parser, bool (Parser::*has_enough)() const) {
    error_code failed;
    while (!(parser.*has_enough)()) {
      failed = http::error::need_more;
      if (buffer_.size() > 0) buffer_.consume(parser.put(buffer_.data(), failed));
      if (!failed) continue;
      if (failed != http::error::need_more) break;
      failed = co_await read_more();
      if (failed == asio::error::eof) {
        failed = http::error::end_of_stream;
        if (parser.got_some()) parser.put_eof(failed);
      }
      if (failed) break;
    }
    co_return failed;
  }

  asio::awaitable<After> one_request() {
    HeaderParser parser;
    parser.header_limit(static_cast<std::uint32_t>(settings_.max_header_bytes));
    parser.body_limit(boost::none);
    connection_.stream.expires_after(settings_.header_deadline);
    const error_code failed = co_await read(parser, &Parser::is_header_done);
    if (failed) co_return co_await refuse(failed);
    co_return co_await answer(parser);
  }

  /// A header that cannot be read. A connection that broke or was too slow gets no reply.
  asio::awaitable<After> refuse(error_code why) {
    ++book_.metrics.requests_unreadable;
    Reply reply;
    if (why == http::error::header_limit || why == http::error::buffer_overflow) {
      reply = problem(problems::kHeadersTooLarge, "at most 16 KiB");
    } else if (why.category() == http::make_error_code(http::error::bad_method).category() &&
               why != http::error::end_of_stream && why != http::error::partial_message) {
      reply = problem(problems::kInvalidRequest, "this is not HTTP as the hub reads it: " + why.message());
    } else {
      co_return After::close;
    }
    const Manner manner;
    co_await write(std::move(reply), manner);
    co_return After::close;
  }

  asio::awaitable<After> answer(HeaderParser& header) {
    Request request = request_of(header);
    const bool has_body = !header.is_done() && (header.chunked() || header.content_length().value_or(0) > 0);
    Router::Match match = book_.router.find(request.method, request.path);
    Manner manner{header.get().version(), request.method == "HEAD", After::close};
    const std::size_t limit = match.route == nullptr ? 0 : match.route->max_body_bytes;
    if (match.route == nullptr || header.content_length().value_or(0) > limit) {
      if (!has_body && header.keep_alive() && !book_.is_stopping) manner.after = After::keep;
      Reply reply = match.route == nullptr ? nothing_here(match.allow)
                                           : problem(problems::kTooLarge, too_large_text(limit));
      co_return co_await write(std::move(reply), manner);
    }
    request.parameters = std::move(match.parameters);
    const bool keeps_alive = header.keep_alive();
    if (has_body) {
      const std::optional<Reply> trouble = co_await read_body(header, request, limit);
      if (trouble) {
        if (trouble->status == 0) co_return After::close;
        co_return co_await write(*trouble, manner);
      }
    }
    connection_.stream.expires_never();
    Reply reply = co_await handled(*match.route, std::move(request));
    if (keeps_alive && !book_.is_stopping) manner.after = After::keep;
    co_return co_await write(std::move(reply), manner);
  }

  /// Nothing, or what to answer instead; status 0: nothing can be answered.
  asio::awaitable<std::optional<Reply>> read_body(HeaderParser& header, Request& request, std::size_t limit) {
    connection_.stream.expires_after(settings_.body_deadline);
    if (beast::iequals(header.get()[http::field::expect], "100-continue")) {
      static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
      co_await carrier_.write(asio::buffer(kContinue));
    }
    BodyParser parser(std::move(header));
    parser.body_limit(limit);
    parser.eager(true);
    const error_code failed = co_await read(parser, &Parser::is_done);
    if (failed == http::error::body_limit) co_return problem(problems::kTooLarge, too_large_text(limit));
    if (failed) co_return Reply{.status = 0, .headers = {}, .body = {}, .next_piece = {}};
    request.body = std::move(parser.get().body());
    co_return std::nullopt;
  }

  static std::string too_large_text(std::size_t limit) {
    return "at most " + std::to_string(limit) + " bytes";
  }

  static Reply nothing_here(const std::string& allow) {
    if (allow.empty()) return problem(problems::kNotFound, "see /openapi.json for what there is");
    Reply reply = problem(problems::kMethodNotAllowed, "there is " + allow);
    reply.headers.emplace_back("Allow", allow);
    return reply;
  }

  asio::awaitable<Reply> handled(const Route& route, Request request) {
    std::string why;
    try {
      co_return co_await route.handler(std::move(request));
    } catch (const std::exception& fault) {
      why = fault.what();
    }
    log(route.method + " " + route.pattern + " failed: " + why);
    co_return problem(problems::kInternal, "see the hub's log");
  }

  Request request_of(const HeaderParser& parser) const {
    const auto& header = parser.get();
    const std::string target(header.target());
    const std::size_t question = target.find('?');
    Request request;
    request.method = std::string(header.method_string());
    request.path = target.substr(0, question);
    if (question != target.npos) request.query = target.substr(question + 1);
    request.address = connection_.address;
    request.is_secured = secured_ == Secured::yes;
    for (const auto& field : header) {
      std::string name(field.name_string());
      for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      auto [at, is_new] = request.headers.emplace(std::move(name), std::string(field.value()));
      if (!is_new) at->second += ", " + std::string(field.value());
    }
    if (connection_.address == settings_.trusted_proxy) {
      if (const std::string said = request.header("x-real-ip"); !said.empty()) request.address = said;
    }
    return request;
  }

  asio::awaitable<After> write(Reply reply, Manner manner) {
    ++book_.metrics.replies[static_cast<std::size_t>(reply.status / 100) % book_.metrics.replies.size()];
    if (reply.next_piece && !manner.is_head) co_return co_await write_pieces(std::move(reply), manner);
    auto head = head_of(reply, manner);
    const bool has_no_body = reply.status == 204 || reply.status == 304;
    if (!has_no_body && !reply.next_piece) head.content_length(reply.body.size());
    std::string text = text_of(head);
    if (!manner.is_head && !has_no_body) text += reply.body;
    const bool is_sent = co_await send(std::move(text));
    co_return is_sent ? manner.after : After::close;
  }

  /// In chunks; to HTTP/1.0, which has none, until the connection ends.
  asio::awaitable<After> write_pieces(Reply reply, Manner manner) {
    const bool is_chunked = manner.version >= 11;
    if (!is_chunked) manner.after = After::close;
    auto head = head_of(reply, manner);
    head.chunked(is_chunked);
    bool is_sent = co_await send(text_of(head));
    while (is_sent) {
      connection_.stream.expires_never();
      const Result<std::string> piece = co_await reply.next_piece();
      if (!piece.ok()) {
        log("a long reply was cut short: " + piece.error().text());
        co_return After::close;
      }
      if (piece->empty()) break;
      // Each await in a statement of its own: GCC 12 loses temporaries of those within ?:.
      std::string bytes =
          is_chunked ? beast::buffers_to_string(http::make_chunk(asio::buffer(*piece))) : *piece;
      is_sent = co_await send(std::move(bytes));
    }
    if (is_sent && is_chunked) is_sent = co_await send(beast::buffers_to_string(http::make_chunk_last()));
    co_return is_sent ? manner.after : After::close;
  }

  asio::awaitable<bool> send(std::string bytes) {
    connection_.stream.expires_after(settings_.write_deadline);
    const auto [failed, count] = co_await carrier_.write(asio::buffer(bytes));
    co_return !failed;
  }

  Connection& connection_;
  Carrier& carrier_;
  Secured secured_;
  ServerBook& book_;
  const ServerSettings& settings_;
  beast::flat_buffer buffer_{kBufferBytes};
};

/// `tls` is the caller's own: it lasts as long as the connection, whatever comes after it.
asio::awaitable<void> serve_secured(Connection& connection, ServerBook& book,
                                    std::shared_ptr<asio::ssl::context> tls) {
  asio::ssl::stream<beast::tcp_stream&> secured(connection.stream, *tls);
  connection.stream.expires_after(book.settings.header_deadline);
  const auto [failed] = co_await secured.async_handshake(asio::ssl::stream_base::server, kWait);
  if (failed) {
    ++book.metrics.handshakes_failed;
    co_return;
  }
  CarrierBy carrier(secured);
  Conversation conversation(connection, carrier, Secured::yes, book);
  co_await conversation.run();
  connection.stream.expires_after(kGoodbyeDeadline);
  co_await secured.async_shutdown(kWait);
}

}  // namespace

asio::awaitable<void> serve(Connection& connection, ServerBook& book) {
  if (book.tls) {
    co_await serve_secured(connection, book, book.tls);
  } else {
    CarrierBy carrier(connection.stream);
    Conversation plain(connection, carrier, Secured::no, book);
    co_await plain.run();
  }
  error_code ignored;
  connection.stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

}  // namespace farewell::hub
