#include "app/hub/routes/signed.h"

#include "app/hub/http/problem.h"
#include "core/wire/signature.h"

namespace farewell::hub {

namespace {

namespace problems = wire::problems;

// Above this a body is hashed on the pool, so that others need not wait for it.
constexpr std::size_t kHashHereBytes = 4096;

asio::awaitable<Result<Terminal>> known_terminal(Hub& hub, std::string id) {
  if (const auto known = hub.terminals.find(id); known != hub.terminals.end()) co_return known->second;
  const auto question = [id](Store& store) { return store.find_terminal(id); };
  Result<Terminal> found = co_await hub.ask(question);
  if (found.ok()) hub.terminals.emplace(id, *found);
  co_return found;
}

Status verified(const Request& request, const wire::Key& key) {
  const wire::Signed fields{request.header("content-digest"), request.header("signature-input"),
                            request.header("signature")};
  return wire::verify_request({request.method, request.path, request.query, request.body}, fields, key);
}

asio::awaitable<Status> verify(Hub& hub, const Request& request, const wire::Key& key) {
  if (request.body.size() <= kHashHereBytes) co_return verified(request, key);
  const auto work = [&request, &key] { return verified(request, key); };
  co_return co_await hub.compute(work);
}

asio::awaitable<Reply> answer(Hub& hub, const SignedHandler& handler, Request request) {
  const auto said = wire::read_parameters(request.header("signature-input"));
  if (!said.ok()) co_return problem(problems::kBadSignature, said.error().message);
  const Result<Terminal> terminal = co_await known_terminal(hub, said->keyid);
  if (!terminal.ok()) {
    if (terminal.error().code != ErrorCode::not_found) co_return problem_for(terminal.error());
    co_return problem(problems::kUnknownTerminal, "enrol the terminal with a new code");
  }
  const Status genuine = co_await verify(hub, request, terminal->key);
  if (!genuine.ok()) {
    ++hub.metrics.signatures_refused;
    co_return problem(problems::kBadSignature, genuine.error().message);
  }
  Reply reply = co_await handler(std::move(request), *terminal);
  const wire::Signed fields = wire::sign_reply(reply.status, reply.body, terminal->key, said->keyid,
                                               hub.clock.utc_ms() / 1000, said->nonce);
  reply.headers.emplace_back("Content-Digest", fields.content_digest);
  reply.headers.emplace_back("Signature-Input", fields.signature_input);
  reply.headers.emplace_back("Signature", fields.signature);
  co_return reply;
}

}  // namespace

Handler signed_handler(Hub& hub, SignedHandler handler) {
  return [&hub, handler = std::move(handler)](Request request) {
    return answer(hub, handler, std::move(request));
  };
}

}  // namespace farewell::hub
