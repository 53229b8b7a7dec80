#include "app/kiosk/run.h"

#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "app/kiosk/platform/converter.h"
#include "app/kiosk/platform/curl_transport.h"
#include "app/kiosk/platform/headphones.h"
#include "app/kiosk/platform/input.h"
#include "app/kiosk/platform/signals.h"
#include "app/kiosk/platform/sound.h"
#include "app/kiosk/platform/stage.h"
#include "app/kiosk/platform/window.h"
#include "app/kiosk/runtime/front.h"
#include "app/kiosk/runtime/help_line.h"
#include "app/kiosk/runtime/log.h"
#include "app/kiosk/runtime/prepare.h"
#include "core/base/ids.h"

namespace farewell::kiosk {
namespace {

int fail(const Error& error) {
  log(error.text());
  return 1;
}

std::uint64_t new_seed() {
  std::array<std::uint8_t, 8> bytes{};
  fill_random(bytes);
  std::uint64_t seed = 0;
  std::memcpy(&seed, bytes.data(), sizeof seed);
  return seed;
}

Connect connect_to(const std::string& hub, bool allow_plain_http) {
  const PlainHttp plain = allow_plain_http ? PlainHttp::allowed : PlainHttp::refused;
  return [hub, plain](const std::stop_token& stop) -> Result<std::unique_ptr<sync::Transport>> {
    auto transport = CurlTransport::to(hub, plain, stop);
    if (!transport) return transport.error();
    return std::unique_ptr<sync::Transport>(*std::move(transport));
  };
}

sync::Settings sync_settings(const Prepared& prepared) {
  sync::Settings settings;
  if (prepared.config.sync_spread_ms) settings.start_spread_ms = *prepared.config.sync_spread_ms;
  if (!prepared.enrolled)
    settings.start_spread_ms = 0;  // somebody stands here and waits to see it at the hub
  return settings;
}

Result<std::unique_ptr<journal::Journal>> open_journal(const DataFolder& data, Health& health) {
  journal::Opened opened;
  auto journal = journal::Journal::open(data.journal(), journal::Mode::own, &opened);
  if (!journal) return journal;
  if (opened.interrupted > 0) log(std::to_string(opened.interrupted) + " interrupted visit(s) closed");
  if (opened.was_damaged) {
    health.raise("journal-recovered");
    log("the journal was damaged (" + opened.damage + "); it is kept as " + opened.set_aside.string() +
        ", and " + std::to_string(opened.carried_over) + " unsent answer(s) were carried over");
  }
  return journal;
}

/// All of a running terminal, in the order it is made and the reverse of the order it ends.
class Running {
 public:
  Running(Prepared prepared, std::filesystem::path assets, std::string language, Window& window)
      : assets_(std::move(assets)),
        language_(std::move(language)),
        prepared_(std::move(prepared)),
        window_(window),
        health_(clock_, prepared_.data.path()) {
    health_.note_config(prepared_.config_version);
    if (prepared_.rolled_back) health_.raise("config-rolled-back");
    if (prepared_.enrolment_damaged) health_.raise("enrolment-recovered");
  }

  int show() {
    auto journal = open_journal(prepared_.data, health_);
    if (!journal) return fail(journal.error());
    writer_.emplace(*std::move(journal));
    help_line_.emplace(clock_, notices_, connect());
    visit::Eases usual;
    usual.one_switch = prepared_.config.one_switch;
    runner_.emplace(outside(), prepared_.asked, new_seed(), usual);
    if (prepared_.enrolled) enrol(prepared_.enrolled->enrolment);
    if (prepared_.enrolled || !prepared_.pairing.code.empty()) start_sync();
    if (prepared_.looks.panel_mm == 0) prepared_.looks.panel_mm = window_.panel_mm();
    sound_.emplace(Sound::Told{[this](std::uint64_t line) { notices_.post(LineEnded{line}); },
                               [this](bool there) { notices_.post(HearingFound{there}); }});
    headphones_.emplace([this](bool in) { notices_.post(HeadphonesTurned{in}); });
    front_.emplace(*runner_, prepared_.looks, audible(),
                   [this](const std::string& language, const visit::PrivateText& composing) {
                     converter_.ask(language, composing);
                   });
    Stage stage(window_, *front_, *runner_, health_, assets_, [this] { return hear(); });
    stage.run();
    writer_->ask([](journal::Journal&) { return 0; });  // what was posted may still tell sync
    return exit_code_;
  }

 private:
  Connect connect() const { return connect_to(prepared_.hub, prepared_.config.allow_plain_http); }

  Outside outside() {
    return {.clock = clock_,
            .journal = *writer_,
            .notices = notices_,
            .response_finished =
                [this] {
                  if (sync_) sync_->response_finished();
                },
            .ring = [this](std::uint64_t visit,
                           wire::HelpCall call) { help_line_->ring(visit, std::move(call)); },
            .day_book = prepared_.data.today(),
            .treat_key = prepared_.treat_key};
  }

  Audible audible() {
    return {.mouth = {.say = [this](Line line) { sound_->say(std::move(line)); },
                      .hush = [this] { sound_->hush(); },
                      .forget = [this] { sound_->forget(); }},
            .play = [this](Tone tone) { sound_->play(tone); },
            .sound = prepared_.config.sound};
  }

  void start_sync() {
    std::optional<wire::Enrolment> enrolment;
    if (prepared_.enrolled) enrolment = prepared_.enrolled->enrolment;
    sync_.emplace(SyncThread::Parts{.clock = clock_,
                                    .journal = *writer_,
                                    .notices = notices_,
                                    .health = health_,
                                    .data = prepared_.data,
                                    .connect = connect(),
                                    .settings = sync_settings(prepared_),
                                    .config_version = prepared_.config_version},
                  std::move(enrolment), prepared_.pairing);
  }

  void enrol(const wire::Enrolment& enrolment) {
    help_line_->enrol(enrolment);
    runner_->enrol(enrolment);
  }

  bool hear() {
    for (const Notice& notice : notices_.take()) std::visit([this](const auto& kind) { hear(kind); }, notice);
    return exit_code_ == 0;
  }
  void hear(const visit::Action& action) { runner_->dispatch(action); }
  void hear(const EnrolledNow& now) { enrol(now.enrolment); }
  void hear(const GuestsCounted& counted) { runner_->hear(counted); }
  void hear(const LineEnded& ended) { front_->hear_line_end(ended.line); }
  void hear(const HeadphonesTurned& turned) { front_->plug_headphones(turned.in); }
  void hear(const HearingFound& found) {
    if (!found.there) health_.raise("no-sound");
    front_->hear_device(found.there);
  }
  void hear(const CandidatesFound& found) { front_->hear(found); }
  void hear(const CodeRefused& refused) {
    exit_code_ = fail({refused.error.code,
                       "the hub does not take this pairing code; get a new one with "
                       "'farewell-hub pair' (" +
                           refused.error.text() + ")",
                       "--code"});
  }
  void hear(const ConfigArrived& arrived) {
    auto asked = asked_by(arrived.config, assets_, language_);
    if (!asked) return log("the hub's survey is not asked: " + asked.error().text());
    runner_->ask_next(*std::move(asked));
    health_.note_config(arrived.config.version);
  }

  SystemClock clock_;
  std::filesystem::path assets_;
  std::string language_;
  Prepared prepared_;
  Window& window_;
  Health health_;
  Notices notices_{wake};
  Converter converter_{input_method_program(), notices_};
  std::optional<journal::Writer> writer_;
  std::optional<HelpLine> help_line_;
  std::optional<VisitRunner> runner_;
  std::optional<SyncThread> sync_;
  std::optional<Sound> sound_;
  std::optional<Headphones> headphones_;
  std::optional<Front> front_;
  int exit_code_ = 0;
};

}  // namespace

int run(const RunOptions& options, const std::filesystem::path& assets) {
  Signals signals;
  auto prepared = prepare(options, assets);
  if (!prepared) return fail(prepared.error());
  if (!prepared->hub.empty()) {
    const auto usable = connect_to(prepared->hub, prepared->config.allow_plain_http)({});
    if (!usable) return fail(usable.error());
  }
  std::optional<Size> windowed = options.windowed;
  if (!windowed && !prepared->config.fullscreen) windowed = Size{};
  auto window = Window::open(windowed);
  if (!window) return fail(window.error());
  signals.wait(ask_to_end);
  const std::string language = options.language.empty() ? prepared->config.language : options.language;
  return Running(*std::move(prepared), assets, language, **window).show();
}

}  // namespace farewell::kiosk
