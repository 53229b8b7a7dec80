#include "app/kiosk/platform/converter.h"

#include <utility>

#include "app/kiosk/runtime/log.h"

namespace farewell::kiosk {

Converter::Converter(std::filesystem::path program, Notices& notices)
    : program_(std::move(program)),
      notices_(notices),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Converter::~Converter() {
  thread_.request_stop();
  thread_.join();
}

void Converter::ask(const std::string& language, const visit::PrivateText& composing) {
  {
    const std::scoped_lock lock(mutex_);
    wanted_ = Wanted{language, composing};
  }
  asked_.notify_one();
}

void Converter::work(const std::stop_token& stop) {
  while (true) {
    std::unique_lock lock(mutex_);
    if (!asked_.wait(lock, stop, [this] { return wanted_.has_value(); })) return;
    const Wanted wanted = *std::exchange(wanted_, std::nullopt);
    lock.unlock();
    answer(wanted);
  }
}

void Converter::answer(const Wanted& wanted) {
  if (wanted.composing.empty()) {
    process_.reset();
    gave_up_ = false;
    return;
  }
  if (gave_up_) return;
  if (!process_ || language_ != wanted.language) {
    process_.emplace(program_, wanted.language);
    language_ = wanted.language;
  }
  auto candidates = process_->candidates(wanted.composing);
  if (candidates) return notices_.post(CandidatesFound{wanted.composing, *std::move(candidates)});
  log("no candidates for composed letters: " + candidates.error().text());
  process_.reset();
  gave_up_ = true;
}

std::filesystem::path input_method_program() {
  std::error_code failed;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
  const auto beside = folder / "farewell-input-method";
  if (std::filesystem::exists(beside, failed)) return beside;
  return folder.parent_path() / "libexec" / "farewell" / "farewell-input-method";
}

}  // namespace farewell::kiosk
