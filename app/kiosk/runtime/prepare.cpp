#include "app/kiosk/runtime/prepare.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/kiosk/runtime/log.h"
#include "core/base/file.h"

namespace farewell::kiosk {
namespace {

std::string machine_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0') return "Terminal";
  return std::string(name.data()).substr(0, 128);
}

const std::string& first_of(const std::string& one, const std::string& other) {
  return one.empty() ? other : one;
}

Result<survey::Survey> shipped_survey(const std::filesystem::path& assets) {
  const auto file = assets / "surveys" / "default.json";
  const auto text = read_file(file);
  if (!text) return survey::default_survey();
  return survey::parse_survey(*text, file.string());
}

Pairing pairing_of(const RunOptions& options, const Config& config, const std::string& hub) {
  const std::string& name = first_of(options.name, config.name);
  return {hub, options.code, name.empty() ? machine_name() : name};
}

/// The chain's own file of a language comes before the shipped one, which still says what it leaves out.
void add_own(std::vector<survey::Language>& languages, survey::Language own) {
  const auto shipped = std::ranges::find(languages, own.tag, &survey::Language::tag);
  if (shipped == languages.end()) return languages.push_back(std::move(own));
  own.texts.merge(shipped->texts);
  *shipped = std::move(own);
}

void begin_in(Asked& asked, const std::string& language) {
  auto& offered = asked.survey.languages;
  if (std::ranges::count(offered, language) == 0) offered.insert(offered.begin(), language);
  asked.survey.default_language = language;
}

/// A terminal without its key gives no treats and is well otherwise.
std::optional<treat::Key> treat_key_in(const DataFolder& data) {
  auto key = treat::load_or_make_key(data.treat_key());
  if (key) return *key;
  log("no treats are given: " + key.error().text());
  return std::nullopt;
}

Result<Looks> looks_for(const Config& config, const DataFolder& data, const std::filesystem::path& assets) {
  std::optional<Mood> always;
  for (const Mood mood : kMoods)
    if (config.theme == to_text(mood)) always = mood;
  std::filesystem::path shop = config.theme_folder;
  if (shop.empty() && std::filesystem::exists(data.path() / "theme" / "theme.json"))
    shop = data.path() / "theme";
  auto looks = load_looks(assets, always, config.panel_mm, shop);
  if (!looks) return looks;
  if (!looks->complaint.empty()) log(looks->complaint);
  looks->place = config.place;
  if (config.garden != "auto")
    looks->always_season = config.garden == "lanterns" ? Season::winter : Season::flowering;
  if (config.reduced_motion) looks->motion = Motion::reduced;
  return looks;
}

}  // namespace

Result<Asked> asked_by(HubConfig config, const std::filesystem::path& assets, const std::string& language) {
  auto languages = survey::load_languages(assets / "languages");
  if (!languages) return languages.error();
  for (survey::Language& own : config.languages) add_own(*languages, std::move(own));
  Asked asked{std::move(config.survey), *std::move(languages)};
  if (language.empty()) return asked;
  if (std::ranges::count(asked.languages, language, &survey::Language::tag) == 0) {
    return Error{ErrorCode::not_found, "there is no language '" + language + "' here; see assets/languages",
                 "language"};
  }
  begin_in(asked, language);
  return asked;
}

Result<Prepared> prepare(const RunOptions& options, const std::filesystem::path& assets) {
  auto data = DataFolder::open(options.data);
  if (!data) return data.error();
  auto config = load_config(options.config, data->config());
  if (!config) return config.error();
  if (!config->complaint.empty()) log(config->complaint);
  auto [enrolled, damage] = data->load_enrolment();
  if (!damage.empty()) log(damage);

  DataFolder::KeptConfig kept = data->load_hub_config();
  HubConfig hub_config;
  if (kept.config) {
    hub_config = std::move(*kept.config);
  } else {
    auto shipped = shipped_survey(assets);
    if (!shipped) return shipped.error();
    hub_config.survey = *std::move(shipped);
  }
  const int config_version = hub_config.version;
  auto asked = asked_by(std::move(hub_config), assets, first_of(options.language, config->config.language));
  if (!asked) return asked.error();
  auto looks = looks_for(config->config, *data, assets);
  if (!looks) return looks.error();
  looks->scan_step_ms = config->config.scan_step_ms;

  const std::string given = first_of(options.hub, config->config.hub);
  const std::string hub = given.empty() && enrolled ? enrolled->hub : given;
  if (!options.code.empty() && hub.empty()) {
    return Error{ErrorCode::invalid, "a pairing code needs a hub; give --hub URL", "--code"};
  }
  const Pairing pairing = pairing_of(options, config->config, hub);
  const std::optional<treat::Key> treat_key = treat_key_in(*data);
  return Prepared{*std::move(data),  config->config, std::move(enrolled), *std::move(asked),
                  *std::move(looks), config_version, kept.rolled_back,    hub,
                  pairing,           treat_key,      !damage.empty()};
}

}  // namespace farewell::kiosk
