// The other messages of protocol and format.md: enrolment, configuration, help calls, time, problems.
// Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/wire/signature.h"

namespace farewell::wire {

/// `{"code":"K7QM-2RXD","name":"Front door"}`
struct EnrolRequest {
  std::string code;
  std::string name;
};
Json to_json(const EnrolRequest& request);
Result<EnrolRequest> parse_enrol_request(std::string_view text);

struct Enrolment {
  std::string terminal;  ///< UUID
  Key key{};
  Key sealing_key{};  ///< X25519 public key
  std::string site_id;
  std::string site_name;
  std::string time_zone;
};
Json to_json(const Enrolment& enrolment);
Result<Enrolment> parse_enrolment(std::string_view text, std::string name);

/// Pairing codes: eight of A–Z and 2–9 without I, L, O, in two groups ("K7QM-2RXD"). Normalised: upper case,
/// hyphen put in, spaces dropped. Errors: invalid.
Result<std::string> normalise_code(std::string_view typed);
std::string new_code();

struct HelpCall {
  std::string id;        ///< UUID
  std::string response;  ///< the response's id
  std::string language;
  std::int64_t at_utc_ms = 0;
  int at_offset_minutes = 0;
};
Json to_json(const HelpCall& call);
Result<HelpCall> parse_help_call(std::string_view text);

enum class HelpState { ringing, accepted, done };
struct HelpCallState {
  HelpState state = HelpState::ringing;
  std::string by;  ///< who accepted; empty while ringing
};
Json to_json(const HelpCallState& state);
Result<HelpCallState> parse_help_call_state(std::string_view text);

/// RFC 9457. `type` is "https://farewell.invalid/problems/<slug>"; the slugs stand in format.md.
struct Problem {
  std::string type;
  std::string title;
  int status = 500;
  std::string detail;
};
inline constexpr std::string_view kProblemBase = "https://farewell.invalid/problems/";
Json to_json(const Problem& problem);
/// Reads what there is; an unreadable body is a Problem with an empty type.
Problem parse_problem(int status, std::string_view text);

}  // namespace farewell::wire
