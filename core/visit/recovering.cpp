#include "core/base/text.h"
#include "core/visit/draw.h"
#include "core/visit/step.h"

namespace farewell::visit {

void Step::on(const HelpTapped&) {
  if (!is_at(Screen::recovery) || !survey_.help_calls) return;
  visit().recovery = Recovery::call;
  effects_.push_back(SaveRecovery{visit().number, Recovery::call});
  if (abilities_.help_calls) {
    visit().help_call = HelpCall::ringing;
    effects_.push_back(RingForHelp{visit().number, state_.language});
  } else {
    visit().help_call = HelpCall::unavailable;
  }
  go_to_goodbye();
}

void Step::on(const NoThanksTapped&) {
  if (!is_at(Screen::recovery)) return;
  visit().recovery = Recovery::none;
  effects_.push_back(SaveRecovery{visit().number, Recovery::none});
  go_to_goodbye();
}

void Step::on(const ContactTapped&) {
  if (is_at(Screen::recovery) && survey_.follow_ups && abilities_.contacts) go_to(Screen::contact);
}

void Step::on(const ContactByTapped& tapped) {
  if (!is_at(Screen::contact) || sealing() || tapped.by == visit().contact_by) return;
  visit().contact_by = tapped.by;
  visit().contact_draft.wipe();
  visit().contact_checked = false;
}

void Step::on(const ContactEdited& edited) {
  if (!is_at(Screen::contact) || sealing() || !is_utf8(edited.text)) return;
  if (edited.text.size() > kMaxContactBytes) return;
  visit().contact_draft = edited.text;
  visit().contact_checked = false;
}

void Step::on(const ContactSent&) {
  if (!is_at(Screen::contact) || sealing()) return;
  if (!contact_looks_complete(visit().contact_by, visit().contact_draft)) {
    visit().contact_checked = true;
    return;
  }
  visit().recovery = Recovery::contact;
  effects_.push_back(SaveRecovery{visit().number, Recovery::contact});
  effects_.push_back(SealContact{visit().number, visit().contact_by, visit().contact_draft});
}

void Step::on(const ContactSealed& sealed) {
  if (!is_visit(sealed.visit) || !is_at(Screen::contact) || !sealing()) return;
  visit().contact_sealed = true;
  visit().contact_draft.wipe();
  go_to_goodbye();
}

void Step::on(const ContactNotSealed& not_sealed) {
  if (!is_visit(not_sealed.visit) || !is_at(Screen::contact) || !sealing()) return;
  visit().contact_draft.wipe();
  go_to_goodbye();
}

bool Step::ringing(std::uint64_t number) const {
  return is_visit(number) && state_.visit->help_call == HelpCall::ringing;
}

void Step::on(const HelpAccepted& accepted) {
  if (ringing(accepted.visit)) help_ended(HelpCall::accepted, accepted.by);
}

void Step::on(const HelpUnavailable& unavailable) {
  if (ringing(unavailable.visit)) help_ended(HelpCall::unavailable, {});
}

void Step::help_ended(HelpCall outcome, const std::string& by) {
  visit().help_call = outcome;
  visit().helper = by;
  state_.home_from_ms = now_ms_;
}

void Step::on(const SurpriseTouched&) {
  if (!is_at(Screen::goodbye) || survey::is_unhappy(visit().value)) return;
  if (farewell(state_) != Farewell::plain) visit().surprise_engaged = true;
}

void Step::on(const AllDoneTapped&) {
  if (is_at(Screen::goodbye)) end_visit();
}

void Step::go_to_goodbye() {
  DrawnSurprise drawn = draw_surprise(state_.random, survey_.surprises, abilities_);
  visit().surprise = std::move(drawn.kind);
  visit().surprise_shown = drawn.shown;
  visit().milestone = drawn.milestone;
  state_.idle_warning = false;
  go_to(Screen::goodbye);
  ask_for_treat();
}

/// Not while somebody may be coming: then the screen is about that person.
void Step::ask_for_treat() {
  const bool drawn = visit().surprise == "treat" || visit().milestone;
  const bool seen = visit().help_call == HelpCall::not_made && farewell(state_) != Farewell::quiet_desk;
  if (!drawn || !visit().surprise_shown || !seen || !abilities_.treats) return;
  visit().treat = Treat::asked;
  effects_.push_back(GiveTreat{visit().number});
}

bool Step::awaits_treat(std::uint64_t number) const {
  return is_visit(number) && is_at(Screen::goodbye) && state_.visit->treat == Treat::asked;
}

void Step::on(const TreatGiven& given) {
  if (!awaits_treat(given.visit)) return;
  visit().treat = Treat::given;
  visit().treat_code = given.code;
}

void Step::on(const TreatNotGiven& not_given) {
  if (!awaits_treat(not_given.visit)) return;
  visit().treat = Treat::none;
  state_.home_from_ms = now_ms_;
  if (visit().milestone) return;  // the number is a surprise without it
  visit().surprise.clear();
  visit().surprise_shown = false;
}

}  // namespace farewell::visit
