#include "app/kiosk/runtime/front.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/kiosk/screens/blink.h"
#include "app/kiosk/ui/garden.h"
#include "core/base/text.h"

namespace farewell::kiosk {

namespace {

constexpr std::int64_t kAwakeMs = 60'000;

/// One a day, in turn; empty if there are none.
std::string fact_of(const Day& today, const std::vector<std::string>& facts) {
  constexpr std::int64_t kDayMs = 86'400'000;
  if (facts.empty()) return {};
  const auto day = static_cast<std::size_t>(TimeZone::utc().bounds(today).from_ms / kDayMs);
  return facts[day % facts.size()];
}

template <class Kind>
bool are_the_same(const Intent& a, const Intent& b) {
  const Kind* one = std::get_if<Kind>(&a);
  const Kind* other = std::get_if<Kind>(&b);
  return one != nullptr && other != nullptr && *one == *other;
}

/// What was typed, by its name on the screen: a key's, or the letters that were chosen. Empty: it was a real
/// key, or no typing.
std::string spoken_label(const Scene& scene, const Intent& intent) {
  for (const Target& target : scene.targets)
    if (are_the_same<KeyPressed>(target.intent, intent) ||
        are_the_same<AlternativeChosen>(target.intent, intent) ||
        are_the_same<CandidateChosen>(target.intent, intent))
      return target.label;
  return {};
}

}  // namespace

Front::Front(VisitRunner& runner, Looks looks, Audible audible, AskForCandidates ask)
    : runner_(runner),
      looks_(std::move(looks)),
      typing_(runner, std::move(ask)),
      audible_(std::move(audible)),
      reader_(audible_.mouth) {
  follow_light();
  resize(1280, 800);
}

void Front::resize(int width, int height) {
  metrics_ = metrics_for(width, height, static_cast<float>(looks_.panel_mm));
  refresh();
}

bool Front::follow_light() {
  if (runner_.state().visit) return false;
  const Theme* before = &theme();
  const std::int64_t utc_ms = runner_.utc_ms();
  mood_ = looks_.always ? *looks_.always : mood_at(utc_ms, looks_.place, runner_.zone());
  season_ = looks_.always_season ? *looks_.always_season : season_at(utc_ms, looks_.place, runner_.zone());
  const auto closed_before = std::exchange(closed_until_, closed_until());
  if (&theme() == before && closed_until_ == closed_before) return false;
  refresh();
  return true;
}

std::optional<survey::NextOpening> Front::closed_until() const {
  const survey::OpeningHours& hours = runner_.asked().survey.hours;
  const LocalTime now = runner_.zone().local(runner_.utc_ms());
  if (runner_.now_ms() < awake_until_ms_ || survey::is_open(hours, now)) return std::nullopt;
  return survey::next_opening(hours, now);
}

/// Somebody is there although the shop is closed. True if the screen did not know yet.
bool Front::wake() {
  if (!closed_until_) return false;
  awake_until_ms_ = runner_.now_ms() + kAwakeMs;
  follow_light();
  return true;
}

void Front::mean(const Intent& intent) {
  const std::string label = spoken_label(scene_, intent);
  play(Tone::tap);
  std::visit([this](const auto& kind) { mean(kind); }, intent);
  refresh();
  echo(intent, label);
}

void Front::touch_nothing() {
  dispatch(visit::Touched{});
  refresh();
}

void Front::dispatch(const visit::Action& action) {
  runner_.dispatch(action);
}

void Front::mean(const visit::Action& action) {
  if (std::holds_alternative<visit::WordsDone>(action)) typing_.finish();
  dispatch(action);
  if (std::holds_alternative<visit::LanguageChosen>(action)) sheet_.clear();
}

void Front::mean(const SheetOpened& opened) {
  dispatch(visit::Touched{});
  sheet_ = opened.name;
}

void Front::mean(const SheetClosed&) {
  dispatch(visit::Touched{});
  sheet_.clear();
}

bool Front::touch_began() {
  if (wake()) return true;
  if (!attention_.scanning()) {
    attention_.hide();
    scene_.ring.reset();
    return false;
  }
  press_switch();
  return true;
}

void Front::press_switch() {
  const auto taken = attention_.press_switch(scene_, runner_.now_ms());
  dispatch(visit::Touched{});
  select(taken);
}

void Front::press(Key key) {
  if (wake()) return;
  if (attention_.scanning()) return press_switch();
  if (runner_.state().idle_warning) return mean(Intent(visit::Action(visit::MoreTimeTapped{})));
  if (key == Key::enter && takes_text() && !attention_.shown()) return enter();
  if (key == Key::space && takes_text() && !attention_.shown()) return;  // it comes as text, too
  const bool first = !attention_.shown();
  const auto selected = attention_.take(key, scene_);
  if (!selected) dispatch(visit::Touched{});
  select(selected);
  if (!selected) say_focus(first ? words().say("focus.spoken_hint") + ". " : "");
}

void Front::select(std::optional<std::size_t> target) {
  if (!target) return refresh();
  const Intent chosen = scene_.targets[*target].intent;
  if (const auto* key = std::get_if<KeyPressed>(&chosen)) typing_.offer(*key);
  mean(chosen);
}

std::optional<std::int64_t> Front::due_ms() const {
  const auto scan_due_ms = attention_.due_ms();
  if (!scan_due_ms || !blink_due_ms_) return scan_due_ms ? scan_due_ms : blink_due_ms_;
  return std::min(*scan_due_ms, *blink_due_ms_);
}

void Front::pass_time() {
  if (blink_due_ms_ && *blink_due_ms_ <= runner_.now_ms()) refresh();
  const bool reading = reader_.state() == ReaderState::reading;
  const bool stepped = attention_.pass_time(scene_, runner_.now_ms(), reading);
  scene_.ring = attention_.ring(scene_);
  if (stepped) say_focus();
}

void Front::type(const std::string& text) {
  if (attention_.scanning() || (attention_.shown() && text == " ")) return;  // it was a press of a key
  attention_.hide();
  for (std::string_view left = text; takes_text() && !left.empty();) {
    const std::string character(grapheme_prefix(left, 1));
    press_key(character);
    left.remove_prefix(character.size());
  }
}

void Front::press_key(const std::string& key) {
  if (attention_.scanning() || runner_.state().idle_warning || !takes_text()) return press(Key::other);
  typing_.press(key);
  refresh();
}

void Front::enter() {
  if (!takes_text()) return;
  if (runner_.state().screen == visit::Screen::words) {
    mean(Intent(visit::Action(visit::WordsDone{})));
  } else {
    mean(Intent(visit::Action(visit::ContactSent{})));
  }
}

/// Sheets and the keyboard's state end with what they belong to.
void Front::tidy() {
  const visit::State& state = runner_.state();
  if (!state.visit || state.screen == visit::Screen::goodbye) sheet_.clear();
  const bool of_change = sheet_.starts_with("topics");
  if (of_change && state.screen != visit::Screen::change && state.screen != visit::Screen::words)
    sheet_.clear();
  typing_.follow_visit();
  if (visiting_ && !state.visit) {
    attention_.forget();
    visit::wipe_stack();
  }
  visiting_ = state.visit.has_value();
}

void Front::refresh() {
  tidy();
  if (const auto tone = cues_.look(runner_.state())) play(*tone);
  const View seen = view();
  scene_ = scene_for(seen);
  blink_due_ms_ = may_blink(seen) ? std::optional(next_blink_ms(seen.now_ms)) : std::nullopt;
  const ReaderState before = reader_.state();
  listen();
  if (reader_.state() != before) scene_ = scene_for(view());
  if (const Utterance* saying = reader_.saying()) add_spoken_band(view(), scene_, *saying);
  const visit::State& state = runner_.state();
  attention_.scan(state.eases.one_switch && !closed_until_, runner_.now_ms(), looks_.scan_step_ms);
  attention_.follow(scene_, visit::to_text(state.screen) + ("/" + over()));
  scene_.ring = attention_.ring(scene_);
}

std::string Front::over() const {
  return runner_.state().idle_warning ? "idle" : sheet_;
}

const survey::Words& Front::words() {
  const std::string& language = runner_.state().language;
  if (!words_ || words_->tag() != language || words_of_ != runner_.asked_number()) {
    words_.emplace(runner_.asked().survey, runner_.asked().languages, language);
    words_of_ = runner_.asked_number();
  }
  return *words_;
}

View Front::view() {
  // At Goodbye the guest's own flower has joined the garden; the visit is counted when it ends.
  const bool joined = runner_.state().screen == visit::Screen::goodbye;
  const std::uint32_t guests = runner_.guests_today() + (joined ? 1 : 0);
  return {.state = runner_.state(),
          .survey = runner_.asked().survey,
          .words = words(),
          .languages = runner_.asked().languages,
          .abilities = runner_.abilities(),
          .theme = theme(),
          .metrics = metrics_,
          .type = type_,
          .now_ms = runner_.now_ms(),
          .sheet = sheet_,
          .keyboard = typing_.keyboard(),
          .garden = guests_of(runner_.today(), guests),
          .guest_number = guests,
          .fact = fact_of(runner_.today(), runner_.asked().survey.surprises.facts),
          .reader = reader_.state(),
          .closed_until = closed_until_,
          .daylight = mood_ == Mood::day,
          .can_speak = can_speak(runner_.state().language),
          .motion = looks_.motion};
}

}  // namespace farewell::kiosk
