#include <algorithm>

#include "core/base/text.h"
#include "core/visit/draw.h"
#include "core/visit/step.h"

namespace farewell::visit {
namespace {

PrivateText shortened(const std::string& text) {
  std::string_view kept = grapheme_prefix(text, kMaxCommentGraphemes);
  while (kept.size() > kMaxCommentBytes) kept = without_last_grapheme(kept);
  return std::string(kept);
}

}  // namespace

void Step::on(const FaceTapped& tapped) {
  if (!is_at(Screen::welcome) || visit().pressed != 0) return;
  if (tapped.value < 1 || tapped.value > survey_.scale) return;
  visit().pressed = tapped.value;
  visit().pressed_ms = now_ms_;
  effects_.push_back(SaveAnswer{visit().number, tapped.value, survey_.scale, state_.language});
}

void Step::on(const AnswerSaved& saved) {
  if (!is_visit(saved.visit) || visit().pressed == 0) return;
  visit().value = visit().pressed;
  visit().answer_saved = true;
  go_on_when_held();
}

void Step::on(const AnswerNotSaved& not_saved) {
  if (is_visit(not_saved.visit) && !visit().answer_saved) visit().pressed = 0;
}

void Step::go_on_when_held() {
  if (!visit().answer_saved || now_ms_ < held_until_ms(state_, survey_)) return;
  visit().pressed = 0;
  visit().answer_saved = false;
  if (survey_.topics.empty() && !survey_.comment) return go_on_after_change();
  if (visit().topic_order.empty()) visit().topic_order = shuffled_topics(state_.random, survey_.topics);
  go_to(Screen::change);
}

void Step::on(const TopicTapped& tapped) {
  if (!is_at(Screen::change)) return;
  if (std::ranges::count(visit().topic_order, tapped.topic) == 0) return;
  if (std::erase(visit().topics, tapped.topic) == 0) visit().topics.push_back(tapped.topic);
  save_change();
}

void Step::on(const WordsTapped&) {
  if (!is_at(Screen::change) || !survey_.comment) return;
  if (visit().draft.empty()) visit().draft = PrivateText(visit().comment);
  go_to(Screen::words);
}

void Step::on(const DraftEdited& edited) {
  if (is_at(Screen::words) && is_utf8(edited.text)) visit().draft = shortened(edited.text);
}

void Step::on(const WordsDone&) {
  if (!is_at(Screen::words)) return;
  const PrivateText sent(std::string(trimmed(visit().draft)));
  visit().draft.wipe();
  go_to(Screen::change);
  if (sent == visit().comment) return;
  visit().comment = sent;
  save_change();
}

void Step::on(const ChangeDone&) {
  if (!is_at(Screen::change)) return;
  note_change_done();
  go_on_after_change();
}

void Step::go_on_after_change() {
  if (survey::is_unhappy(visit().value)) {
    go_to(Screen::recovery);
  } else {
    go_to_goodbye();
  }
}

void Step::note_change_done() {
  visit().skipped = visit().topics.empty() && visit().comment.empty();
  visit().answered = !visit().skipped;
}

void Step::save_change() {
  if (visit().skipped || visit().answered) note_change_done();  // came back and thought again
  effects_.push_back(SaveChange{visit().number, visit().topics, visit().comment});
}

}  // namespace farewell::visit
