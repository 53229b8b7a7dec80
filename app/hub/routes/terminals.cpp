// Enrolment: a pairing code becomes a terminal with a key.
#include "app/hub/http/problem.h"
#include "app/hub/log.h"
#include "app/hub/routes/routes.h"
#include "app/hub/secrets.h"
#include "core/base/ids.h"
#include "core/wire/messages.h"

namespace farewell::hub {

namespace {

namespace problems = wire::problems;

constexpr std::size_t kMaxEnrolBytes = 4096;

Reply too_many_tries() {
  Reply reply = problem(problems::kTooManyRequests, "wait a minute, then type the code again");
  reply.headers.emplace_back("Retry-After", "60");
  return reply;
}

wire::Enrolment enrolment_of(const Terminal& terminal, const wire::Key& sealing_key) {
  wire::Enrolment out;
  out.terminal = terminal.id;
  out.key = terminal.key;
  out.sealing_key = sealing_key;
  out.site_id = terminal.site.id;
  out.site_name = terminal.site.name;
  out.time_zone = terminal.site.time_zone;
  return out;
}

asio::awaitable<Reply> enrol(Hub& hub, Request request) {
  if (!hub.enrol_throttle.allows(request.address, hub.clock.monotonic_ms())) co_return too_many_tries();
  const auto asked = wire::parse_enrol_request(request.body);
  if (!asked.ok()) co_return problem(problems::kMalformedJson, asked.error().text());
  const auto code = wire::normalise_code(asked->code);
  Enrolling enrolling;
  // What is not even a code is answered as an unknown one is: all refusals are alike.
  enrolling.code = hash_of(code.ok() ? *code : std::string());
  enrolling.terminal = new_uuid_v4();
  enrolling.name = asked->name;
  enrolling.key = new_key();
  enrolling.now_utc_ms = hub.clock.utc_ms();
  const auto question = [enrolling](Store& store) { return store.enrol(enrolling); };
  const Result<Terminal> terminal = co_await hub.ask(question);
  if (!terminal.ok()) {
    if (terminal.error().code != ErrorCode::unauthorised) co_return problem_for(terminal.error());
    log("refused a pairing code from " + request.address);
    co_return problem(problems::kCodeRefused, "make a new one with farewell-hub pair");
  }
  log("enrolled terminal " + in_quotes(terminal->name) + " at site " + in_quotes(terminal->site.name));
  co_return json_reply(201, wire::to_json(enrolment_of(*terminal, hub.sealing_key)).dump());
}

}  // namespace

void add_terminal_routes(Router& router, Hub& hub) {
  router.add({"POST", "/v1/terminals", kMaxEnrolBytes,
              [&hub](Request request) { return enrol(hub, std::move(request)); }});
}

}  // namespace farewell::hub
