#include "tests/kiosk/runtime/monkey_door.h"

#include <algorithm>
#include <stdexcept>

#include "app/kiosk/ui/garden.h"
#include "core/base/assets.h"
#include "core/base/text.h"
#include "core/visit/draw.h"

namespace farewell::kiosk::testing {
namespace {

template <class... Kinds>
struct Cases : Kinds... {
  using Kinds::operator()...;
};

Theme theme_of(Mood mood) {
  auto theme = load_theme(assets_folder(), mood);
  if (!theme) throw std::runtime_error(theme.error().text());
  return *std::move(theme);
}

survey::Survey survey_with_everything() {
  survey::Survey survey = survey::default_survey();
  survey.languages = {"en", "ar"};
  survey.surprises.kinds = {"garden", "fact", "number", "treat", "changed"};
  survey.surprises.milestone_every = 10;
  survey.surprises.treats_per_day = 20;
  survey.texts = {{"en", {{"shop.treat", "A cinnamon bun"}, {"shop.changed", "A second till."}}}};
  return survey;
}

char flag(bool on) {
  return on ? '1' : '0';
}

std::string key_of(const visit::State& state, const std::string& sheet) {
  const visit::Eases& eases = state.eases;
  std::string key = visit::to_text(state.screen) + std::string("|") + sheet + "|" + state.language + "|";
  for (const bool on : {eases.large_text, eases.contrast, eases.reach, eases.more_time, eases.speech,
                        eases.one_switch, state.idle_warning, state.visit.has_value()}) {
    key += flag(on);
  }
  if (!state.visit) return key;
  const visit::Visit& visit = *state.visit;
  key += flag(survey::is_unhappy(visit.value));
  if (state.screen == visit::Screen::welcome) key += std::to_string(visit.pressed);
  if (state.screen == visit::Screen::change)
    key += std::to_string(visit.topics.size()) + flag(!visit.comment.empty());
  if (state.screen == visit::Screen::words) key += flag(!visit.draft.empty());
  if (state.screen == visit::Screen::contact) {
    key += flag(visit.contact_by == visit::ContactBy::phone);
    key += flag(!visit.contact_draft.empty());
    key += flag(visit.contact_checked);
  }
  if (state.screen == visit::Screen::goodbye) {
    key += std::to_string(static_cast<int>(visit::farewell(state))) + flag(!visit.treat_code.empty());
  }
  return key;
}

}  // namespace

Scenes::Scenes()
    : survey_(survey_with_everything()), day_(theme_of(Mood::day)), contrast_(theme_of(Mood::contrast)) {
  auto languages = survey::load_languages(assets_folder() / "languages");
  if (!languages) throw std::runtime_error(languages.error().text());
  languages_ = *std::move(languages);
  metrics_ = metrics_for(1280, 800);
}

const Scene& Scenes::scene_of(const visit::State& state, const std::string& sheet, std::int64_t now_ms) {
  const std::string key = key_of(state, sheet);
  if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
  static const auto kGarden = guests_of({2026, 11, 21}, 148);
  const survey::Words words(survey_, languages_, state.language);
  const visit::Abilities abilities{.help_calls = true, .contacts = true};
  const View view{.state = state,
                  .survey = survey_,
                  .words = words,
                  .languages = languages_,
                  .abilities = abilities,
                  .theme = state.eases.contrast ? contrast_ : day_,
                  .metrics = metrics_,
                  .type = type_,
                  .now_ms = now_ms,
                  .sheet = sheet,
                  .keyboard = {},
                  .garden = kGarden,
                  .guest_number = 148,
                  .fact = "poppy"};
  return kept_.emplace(key, scene_for(view)).first->second;
}

Door::Door(Scenes& scenes, std::uint64_t seed)
    : scenes_(&scenes), random_(seed), state_(visit::initial(scenes.survey(), seed)) {}

std::uint64_t Door::below(std::uint64_t limit) {
  return visit::draw_below(random_, limit);
}

void Door::feel(Touch touch) {
  touch.at_ms = now_ms_;
  if (touch.kind == Touch::Kind::down) fingers_.insert(touch.finger);
  if (touch.kind == Touch::Kind::up || touch.kind == Touch::Kind::lost) fingers_.erase(touch.finger);
  const Meant meant = press_.feel(touch, scene());
  if (meant.intent && meant.nothing) fail("a touch meant something and nothing");
  if (meant.intent) mean(*meant.intent);
  if (meant.nothing) happens(visit::Touched{});
  if (fingers_.empty() && holds_a_target()) fail("a target is held and no finger is down");
}

/// As the terminal's front does, but for what a key writes.
void Door::mean(const Intent& intent) {
  const auto key = [this](const KeyPressed& pressed) {
    if (!state_.visit) return;
    const bool words = state_.screen == visit::Screen::words;
    std::string text = words ? state_.visit->draft : state_.visit->contact_draft;
    if (pressed.key == "delete") {
      text = std::string(without_last_grapheme(text));
    } else {
      text += words ? "w" : "9";
    }
    words ? happens(visit::DraftEdited{text}) : happens(visit::ContactEdited{text});
  };
  std::visit(Cases{[this](const visit::Action& action) {
                     happens(action);
                     if (std::holds_alternative<visit::LanguageChosen>(action)) sheet_.clear();
                   },
                   [&](const KeyPressed& pressed) { key(pressed); },
                   [this](const SheetOpened& opened) {
                     happens(visit::Touched{});
                     sheet_ = opened.name;
                   },
                   [this](const SheetClosed&) {
                     happens(visit::Touched{});
                     sheet_.clear();
                   },
                   [this](const auto&) { happens(visit::Touched{}); }},
             intent);
  check_state();
}

void Door::happens(const visit::Action& action) {
  abilities_ = {.help_calls = below(4) != 0,
                .contacts = below(4) != 0,
                .treats = below(4) != 0,
                .guest = static_cast<std::uint32_t>(finished_.size() + 1)};
  const visit::State before = state_;
  visit::Next next = visit::update(state_, action, now_ms_, scenes_->survey(), abilities_);
  state_ = std::move(next.state);
  if (!state_.visit || state_.screen == visit::Screen::goodbye) sheet_.clear();
  note(before, action);
  for (const visit::Effect& effect : next.effects) carry_out(effect);
  if (before.visit && !state_.visit) ends_ms_.push_back(now_ms_);
  check_state();
}

void Door::note(const visit::State& before, const visit::Action& action) {
  if (state_.visit && (!before.visit || before.visit->number != state_.visit->number)) {
    starts_ms_.push_back(now_ms_);
    flags_now_ = expected_flags();
  }
  const auto* saved = std::get_if<visit::AnswerSaved>(&action);
  if (saved && before.visit && before.visit->number == saved->visit && before.visit->pressed != 0) {
    saved_[saved->visit] = before.visit->pressed;
  }
}

/// "rapid": began less than 3 s after the last one ended, three in a row. "burst": more than 12 in 60 s.
std::vector<std::string> Door::expected_flags() const {
  std::vector<std::string> flags;
  const std::size_t count = starts_ms_.size();
  bool rapid = count > 3;
  for (std::size_t back = 1; rapid && back <= 3; ++back) {
    rapid = starts_ms_[count - back] - ends_ms_[count - back - 1] < 3'000;
  }
  if (rapid) flags.push_back("rapid");
  const auto recent = std::ranges::count_if(
      starts_ms_, [this](std::int64_t start_ms) { return start_ms > now_ms_ - 60'000; });
  if (recent > 12) flags.push_back("burst");
  return flags;
}

void Door::later(std::int64_t within_ms, visit::Action action) {
  outcomes_.emplace(now_ms_ + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(within_ms))),
                    std::move(action));
}

void Door::carry_out(const visit::Effect& effect) {
  std::visit(Cases{[this](const visit::SaveAnswer& save) {
                     if (save.value < 1 || save.value > save.of) fail("an answer that is none");
                     below(30) == 0 ? later(400, visit::AnswerNotSaved{save.visit})
                                    : later(400, visit::AnswerSaved{save.visit});
                   },
                   [this](const visit::RingForHelp& ring) {
                     if (below(3) == 0) return later(8'000, visit::HelpUnavailable{ring.visit});
                     later(4'000, visit::HelpRinging{ring.visit});
                     if (below(2) == 0) later(60'000, visit::HelpAccepted{ring.visit, "Anna"});
                   },
                   [this](const visit::SealContact& seal) {
                     below(4) == 0 ? later(400, visit::ContactNotSealed{seal.visit})
                                   : later(400, visit::ContactSealed{seal.visit});
                   },
                   [this](const visit::GiveTreat& give) {
                     below(4) == 0 ? later(60, visit::TreatNotGiven{give.visit})
                                   : later(60, visit::TreatGiven{give.visit, "K7QM-2RXD"});
                   },
                   [this](const visit::FinishVisit& finish) { check_finish(finish); }, [](const auto&) {}},
             effect);
}

void Door::check_finish(const visit::FinishVisit& finish) {
  if (!finished_.insert(finish.visit).second) fail("a visit was finished twice");
  if (!saved_.contains(finish.visit)) fail("a visit was finished whose answer was never saved");
  if (finish.flags != flags_now_) fail("a visit has other flags than its times give it");
  if (!finish.flags.empty()) ++flagged_;
}

void Door::check_state() {
  const survey::Survey& survey = scenes_->survey();
  if (!state_.visit) {
    const bool plain = state_.screen == visit::Screen::welcome &&
                       state_.language == survey.default_language && state_.eases == visit::Eases{} &&
                       !state_.idle_warning && sheet_.empty();
    if (!plain) fail("something of the last guest is left");
    return;
  }
  const visit::Visit& visit = *state_.visit;
  if (!visit::due_ms(state_, survey)) fail("nothing is due: the visit would never end");
  if (visit.value != 0 && saved_.at(visit.number) != visit.value)
    fail("the answer is not the one that was saved");
  if (state_.screen != visit::Screen::welcome && visit.value == 0) fail("beyond Welcome without an answer");
  if (grapheme_count(visit.draft) > visit::kMaxCommentGraphemes) fail("a comment grew too long");
  if (state_.screen == visit::Screen::goodbye && survey::is_unhappy(visit.value) &&
      visit::farewell(state_) <= visit::Farewell::plain) {
    fail("something festive after an unhappy answer");
  }
}

void Door::pass(std::int64_t ms) {
  const std::int64_t until_ms = now_ms_ + ms;
  while (true) {
    const auto due_ms = visit::due_ms(state_, scenes_->survey());
    const std::int64_t outcome_ms = outcomes_.empty() ? INT64_MAX : outcomes_.begin()->first;
    const std::int64_t next_ms = std::max(now_ms_, std::min(due_ms.value_or(INT64_MAX), outcome_ms));
    if (next_ms > until_ms) break;
    now_ms_ = next_ms;
    if (outcome_ms <= now_ms_) {
      const visit::Action outcome = outcomes_.begin()->second;
      outcomes_.erase(outcomes_.begin());
      happens(outcome);
      continue;
    }
    happens(visit::TimePassed{});
    if (const auto again_ms = visit::due_ms(state_, scenes_->survey()); again_ms && *again_ms <= now_ms_) {
      return fail("time passes and what is due stays due");
    }
  }
  now_ms_ = until_ms;
}

}  // namespace farewell::kiosk::testing
