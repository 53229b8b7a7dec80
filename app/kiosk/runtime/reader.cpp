#include "app/kiosk/runtime/reader.h"

#include <algorithm>
#include <utility>

namespace farewell::kiosk {
namespace {

std::vector<Utterance> new_in(const std::vector<Utterance>& now, const std::vector<Utterance>& before) {
  std::vector<Utterance> fresh;
  for (const Utterance& utterance : now) {
    const bool known =
        std::ranges::any_of(before, [&](const Utterance& old) { return old.says_as(utterance); });
    if (!known && utterance.aloud == Aloud::yes) fresh.push_back(utterance);
  }
  return fresh;
}

}  // namespace

void Reader::listen(const visit::Eases& eases, Page page) {
  if (!mouth_.say) return;
  volume_ = eases.volume;
  const bool begins = !std::exchange(listening_, true);
  const bool elsewhere = begins || page.place != place_;
  std::vector<Utterance> queue = elsewhere ? page.utterances : new_in(page.utterances, on_screen_);
  if (begins) queue.insert(queue.begin(), std::move(page.greeting));
  place_ = std::move(page.place);
  on_screen_ = std::move(page.utterances);
  if (elsewhere || !queue.empty()) read(std::move(queue));
}

void Reader::stop() {
  if (!std::exchange(listening_, false)) return;
  cut_off();
  mouth_.forget();
  place_.clear();
  on_screen_.clear();
  queue_.clear();
  at_ = 0;
}

void Reader::cut_off() {
  if (std::exchange(line_, 0) != 0) mouth_.hush();
}

void Reader::ask(ToReader what) {
  if (!listening_) return;
  cut_off();
  if (what == ToReader::again) read(on_screen_);
  if (what == ToReader::go_on) say_next();
}

void Reader::announce(Utterance utterance) {
  if (listening_) read({std::move(utterance)});
}

void Reader::ended(std::uint64_t line) {
  if (line == 0 || line != line_) return;
  line_ = 0;
  ++at_;
  say_next();
}

ReaderState Reader::state() const {
  if (!listening_) return ReaderState::off;
  if (line_ != 0) return ReaderState::reading;
  return at_ < queue_.size() ? ReaderState::paused : ReaderState::done;
}

void Reader::read(std::vector<Utterance> queue) {
  cut_off();
  queue_ = std::move(queue);
  at_ = 0;
  say_next();
}

void Reader::say_next() {
  for (; at_ < queue_.size(); ++at_) {
    const auto voice = voice_for(queue_[at_].language);
    if (!voice || queue_[at_].text.empty()) continue;
    line_ = ++lines_;
    return mouth_.say({line_, queue_[at_].text, *voice, volume_});
  }
}

}  // namespace farewell::kiosk
