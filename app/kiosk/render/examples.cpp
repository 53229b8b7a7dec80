#include "app/kiosk/render/examples.h"

#include <functional>
#include <utility>

#include "app/kiosk/ui/garden.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kNow = 1'000'000;
constexpr std::uint32_t kGuests = 148;
constexpr Day kDay{2026, 5, 1};

/// A guest who answered `value` and is on `screen`.
void answered(Example& made, int value, visit::Screen screen) {
  visit::Visit visit;
  visit.number = 1;
  visit.value = value;
  visit.topic_order = {"waiting", "prices", "finding", "choice", "help", "something-else"};
  made.state.visit = visit;
  made.state.screen = screen;
}

void goodbye_quiet(Example& made, visit::Recovery recovery, visit::HelpCall call) {
  answered(made, 1, visit::Screen::goodbye);
  made.state.visit->recovery = recovery;
  made.state.visit->help_call = call;
}

void goodbye_with(Example& made, const char* surprise) {
  answered(made, 5, visit::Screen::goodbye);
  made.state.visit->surprise = surprise;
  made.state.visit->surprise_shown = true;
}

void with_code(Example& made) {
  made.state.visit->treat = visit::Treat::given;
  made.state.visit->treat_code = "K7QM-2RXD";
}

/// What a shop says itself, in each language it speaks.
survey::Texts shop_texts() {
  return {{"en", {{"shop.treat", "A cinnamon bun"}, {"shop.changed", "A second till at lunch."}}},
          {"nb", {{"shop.treat", "En kanelbolle"}, {"shop.changed", "En kasse til ved lunsj."}}},
          {"sv", {{"shop.treat", "En kanelbulle"}, {"shop.changed", "En kassa till vid lunch."}}},
          {"de", {{"shop.treat", "Eine Zimtschnecke"}, {"shop.changed", "Mittags eine zweite Kasse."}}},
          {"ar", {{"shop.treat", "كعكة بالقرفة"}, {"shop.changed", "صندوق دفع ثانٍ وقت الغداء."}}},
          {"ja", {{"shop.treat", "シナモンロール"}, {"shop.changed", "お昼にレジを二台にしました。"}}}};
}

/// The last letters of the draft as they are being composed, where the language does that.
void compose(Example& made) {
  const std::string& language = made.state.language;
  visit::PrivateText& draft = made.state.visit->draft;
  KeyboardState& keyboard = made.keyboard;
  if (language.starts_with("zh")) {
    draft = "排队太久，但是fuwuhenhao";
    keyboard.composing = "fuwuhenhao";
    keyboard.candidates = {{"服务很好", 10}, {"服务", 4}, {"副", 2}, {"夫", 2}, {"府", 2},
                           {"福", 2},        {"复", 2},   {"富", 2}, {"幅", 2}, {"赴", 2}};
  } else if (language == "ja") {
    draft = "レジで待ちましたが、てんいんさんがしんせつでした";
    keyboard.composing = "てんいんさんがしんせつでした";
    keyboard.candidates = {
        {"店員さんが親切でした", 42}, {"店員", 12}, {"転院", 12}, {"てんいん", 12}, {"テンイン", 12}};
  } else if (language == "ko") {
    draft = "기다리는 시간이 길었지만 친절하";
    keyboard.composing = "ㅎㅏ";
  }
  keyboard.candidates_for = keyboard.composing;
}

using Make = std::function<void(Example&)>;

const std::vector<std::pair<std::string, Make>>& all() {
  using visit::HelpCall, visit::Recovery, visit::Screen;
  static const std::vector<std::pair<std::string, Make>> made = {
      {"welcome", [](Example&) {}},
      {"welcome-pressed",
       [](Example& e) {
         answered(e, 0, Screen::welcome);
         e.state.visit->pressed = 4;
       }},
      {"welcome-garden-empty", [](Example& e) { e.garden.clear(); }},
      {"welcome-speaking",
       [](Example& e) {
         e.state.eases.speech = true;
         e.reader = ReaderState::reading;
       }},
      {"closed",
       [](Example& e) {
         e.closed_until = survey::NextOpening{1, 2, 9 * 60};
         e.always = Mood::night;
       }},
      {"change", [](Example& e) { answered(e, 3, Screen::change); }},
      {"change-happy", [](Example& e) { answered(e, 4, Screen::change); }},
      {"change-selected",
       [](Example& e) {
         answered(e, 4, Screen::change);
         e.state.visit->topics = {"waiting", "help"};
         e.state.visit->comment = "The queue at the till was long, but the man who helped me was very kind.";
       }},
      {"words",
       [](Example& e) {
         answered(e, 3, Screen::words);
         e.state.visit->topics = {"waiting"};
         e.state.visit->draft = "The queue at the till was long, but the man who helped me was very kind.";
       }},
      {"words-composing",
       [](Example& e) {
         answered(e, 3, Screen::words);
         e.state.visit->topics = {"waiting"};
         compose(e);
       }},
      {"words-symbols",
       [](Example& e) {
         answered(e, 3, Screen::words);
         e.keyboard.page = KeyPage::symbols;
       }},
      {"recovery", [](Example& e) { answered(e, 1, Screen::recovery); }},
      {"contact",
       [](Example& e) {
         answered(e, 1, Screen::contact);
         e.state.visit->contact_draft = "90123442";
       }},
      {"goodbye",
       [](Example& e) {
         answered(e, 5, Screen::goodbye);
         e.state.visit->surprise = "garden";
         e.state.visit->surprise_shown = true;
       }},
      {"goodbye-fact", [](Example& e) { goodbye_with(e, "fact"); }},
      {"goodbye-number", [](Example& e) { goodbye_with(e, "number"); }},
      {"goodbye-milestone",
       [](Example& e) {
         goodbye_with(e, "number");
         e.state.visit->milestone = true;
         e.garden = guests_of(kDay, 200);
         e.guest_number = 200;
         with_code(e);
       }},
      {"goodbye-treat",
       [](Example& e) {
         goodbye_with(e, "treat");
         with_code(e);
       }},
      {"goodbye-changed", [](Example& e) { goodbye_with(e, "changed"); }},
      {"goodbye-busy",
       [](Example& e) {
         goodbye_with(e, "garden");
         e.garden = guests_of(kDay, 3000);
         e.guest_number = 3000;
       }},
      {"goodbye-plain", [](Example& e) { answered(e, 4, Screen::goodbye); }},
      {"goodbye-quiet-noted", [](Example& e) { goodbye_quiet(e, Recovery::none, HelpCall::not_made); }},
      {"goodbye-quiet-ringing", [](Example& e) { goodbye_quiet(e, Recovery::call, HelpCall::ringing); }},
      {"goodbye-quiet-person",
       [](Example& e) {
         goodbye_quiet(e, Recovery::call, HelpCall::accepted);
         e.state.visit->helper = "Anna";
       }},
      {"goodbye-quiet-desk", [](Example& e) { goodbye_quiet(e, Recovery::call, HelpCall::unavailable); }},
      {"goodbye-quiet-contact",
       [](Example& e) {
         goodbye_quiet(e, Recovery::contact, HelpCall::not_made);
         e.state.visit->contact_sealed = true;
       }},
      {"goodbye-quiet-treat",
       [](Example& e) {
         goodbye_quiet(e, Recovery::none, HelpCall::not_made);
         with_code(e);
       }},
      {"idle-warning",
       [](Example& e) {
         answered(e, 4, Screen::change);
         e.state.idle_warning = true;
         e.state.idle_warning_since_ms = e.now_ms - 8'000;
       }},
      {"languages", [](Example& e) { e.sheet = "languages"; }},
      {"easier", [](Example& e) { e.sheet = "easier"; }},
  };
  return made;
}

}  // namespace

std::vector<std::string> example_names() {
  std::vector<std::string> names;
  for (const auto& [name, make] : all()) names.push_back(name);
  return names;
}

std::optional<Example> example(const std::string& name, const std::string& language) {
  for (const auto& [known, make] : all()) {
    if (known != name) continue;
    Example made;
    made.survey = survey::default_survey();
    made.survey.shop = "Marlow Lane";
    made.survey.staff_name = "Anna";
    made.survey.staff_minutes = 2;
    made.state = visit::initial(made.survey, 1);
    made.state.language = language;
    made.abilities = {.help_calls = true, .contacts = true};
    made.garden = guests_of(kDay, kGuests);
    made.guest_number = kGuests;
    made.now_ms = kNow;
    made.fact = "cornflower";
    made.survey.texts = shop_texts();
    made.survey.surprises.changed_guests = 31;
    make(made);
    return made;
  }
  return std::nullopt;
}

View view_of(const Example& example, const survey::Words& words,
             const std::vector<survey::Language>& languages, const Theme& theme, const Metrics& metrics,
             Type& type) {
  return {.state = example.state,
          .survey = example.survey,
          .words = words,
          .languages = languages,
          .abilities = example.abilities,
          .theme = theme,
          .metrics = metrics,
          .type = type,
          .now_ms = example.now_ms,
          .sheet = example.sheet,
          .keyboard = example.keyboard,
          .garden = example.garden,
          .guest_number = example.guest_number,
          .fact = example.fact,
          .reader = example.reader,
          .closed_until = example.closed_until,
          .can_speak = true};
}

}  // namespace farewell::kiosk
