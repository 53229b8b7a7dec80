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

Result<Terminal> enrol_and_note(Store& store, const Enrolling& enrolling) {
  std::optional<Terminal> enrolled;
  const Status kept = store.together([&]() -> Status {
    auto terminal = store.enrol(enrolling);
    if (!terminal.ok()) return terminal.error();
    enrolled = *std::move(terminal);
    return store.note(
        {enrolling.now_utc_ms, "terminal-enrolled", enrolled->site.id, enrolled->id, enrolled->name});
  });
  if (!kept.ok()) return kept.error();
  return *std::move(enrolled);
}

asio::awaitable<Reply> enrol(Hub& hub, Request request) {
  if (!hub.throttle.takes(request.address, hub.clock.monotonic_ms())) {
    ++hub.metrics.tries_throttled;
    co_return too_many_tries("wait a minute, then type the code again");
  }
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
  const auto question = [enrolling](Store& store) { return enrol_and_note(store, enrolling); };
  const Result<Terminal> terminal = co_await hub.ask(question);
  if (!terminal.ok()) {
    if (terminal.error().code != ErrorCode::unauthorised) co_return problem_for(terminal.error());
    ++hub.metrics.codes_refused;
    log("refused a pairing code from " + request.address);
    co_return problem(problems::kCodeRefused, "make a new one with farewell-hub pair");
  }
  hub.throttle.give_back(request.address);
  log("enrolled terminal " + in_quotes(terminal->name) + " at site " + in_quotes(terminal->site.name));
  co_return json_reply(201, wire::to_json(enrolment_of(*terminal, hub.sealing_key)).dump());
}

}  // namespace

void add_terminal_routes(Router& router, Hub& hub) {
  router.add({"POST", "/v1/terminals", kMaxEnrolBytes,
              [&hub](Request request) { return enrol(hub, std::move(request)); }});
}

}  // namespace farewell::hub
