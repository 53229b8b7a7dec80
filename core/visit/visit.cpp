#include "core/visit/visit.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "core/visit/step.h"

namespace farewell::visit {

const char* to_text(Screen screen) {
  switch (screen) {
    case Screen::welcome:
      return "welcome";
    case Screen::change:
      return "change";
    case Screen::words:
      return "words";
    case Screen::recovery:
      return "recovery";
    case Screen::contact:
      return "contact";
    case Screen::goodbye:
      return "goodbye";
  }
  return "";
}

State initial(const survey::Survey& survey, std::uint64_t seed, const Eases& usual) {
  State state;
  state.eases = state.usual = usual;
  state.language = survey.default_language;
  state.random = seed;
  return state;
}

State with_survey(State state, const survey::Survey& survey) {
  assert(!state.visit);
  state.language = survey.default_language;
  return state;
}

Next update(const State& state, const Action& action, std::int64_t now_ms, const survey::Survey& survey,
            const Abilities& abilities) {
  Step step(state, now_ms, survey, abilities);
  step.touch(action);
  std::visit([&step](const auto& happened) { step.on(happened); }, action);
  return step.take();
}

namespace {

Farewell after_unhappy(const Visit& visit) {
  if (visit.recovery == Recovery::contact) {
    return visit.contact_sealed ? Farewell::quiet_contact : Farewell::quiet_desk;
  }
  switch (visit.help_call) {
    case HelpCall::not_made:
      return Farewell::quiet_noted;
    case HelpCall::ringing:
      return Farewell::quiet_ringing;
    case HelpCall::accepted:
      return Farewell::quiet_person;
    case HelpCall::unavailable:
      return Farewell::quiet_desk;
  }
  return Farewell::quiet_noted;
}

Farewell drawn(const Visit& visit) {
  if (!visit.surprise_shown) return Farewell::plain;
  if (visit.surprise == "garden") return Farewell::garden;
  if (visit.surprise == "fact") return Farewell::fact;
  if (visit.surprise == "number") return Farewell::number;
  if (visit.surprise == "treat") return Farewell::treat;
  return visit.surprise == "changed" ? Farewell::changed : Farewell::plain;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_address(std::string_view draft) {
  const auto at = draft.find('@');
  if (at == 0 || at == std::string::npos || draft.find('@', at + 1) != std::string::npos) return false;
  if (draft.find_first_of(" \t") != std::string::npos) return false;
  const std::string_view domain = draft.substr(at + 1);
  return domain.find('.') != std::string::npos && domain.front() != '.' && domain.back() != '.' &&
         domain.find("..") == std::string::npos;
}

}  // namespace

Farewell farewell(const State& state) {
  assert(state.visit && state.screen == Screen::goodbye);
  if (survey::is_unhappy(state.visit->value)) return after_unhappy(*state.visit);
  return drawn(*state.visit);
}

bool is_festive(Farewell which) {
  switch (which) {
    case Farewell::garden:
    case Farewell::fact:
    case Farewell::number:
    case Farewell::treat:
    case Farewell::changed:
    case Farewell::plain:
      return true;
    case Farewell::quiet_noted:
    case Farewell::quiet_ringing:
    case Farewell::quiet_person:
    case Farewell::quiet_desk:
    case Farewell::quiet_contact:
      return false;
  }
  return false;
}

bool contact_looks_complete(ContactBy by, const std::string& draft) {
  return by == ContactBy::phone ? std::ranges::count_if(draft, is_digit) >= 6 : is_address(draft);
}

}  // namespace farewell::visit
