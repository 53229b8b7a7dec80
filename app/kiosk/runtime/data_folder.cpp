#include "app/kiosk/runtime/data_folder.h"

#include "core/base/file.h"
#include "core/base/json.h"

namespace farewell::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxHubConfigBytes = 4u << 20;

Result<HubConfig> read_hub_config(const fs::path& file) {
  const auto text = read_file(file, kMaxHubConfigBytes);
  if (!text) return text.error();
  return parse_hub_config(*text, file.string());
}

}  // namespace

Result<HubConfig> parse_hub_config(std::string_view text, std::string name) {
  const auto document = parse_json(text, name, {.max_bytes = kMaxHubConfigBytes, .max_depth = 16});
  if (!document) return document.error();
  JsonReader reader(*document);
  HubConfig config;
  config.version = static_cast<int>(reader.integer("version", 0, 1'000'000'000));
  if (auto survey = survey::parse_survey(reader.object("survey"))) {
    config.survey = std::move(*survey);
  } else {
    return survey.error();
  }
  if (const Json* languages = reader.raw("languages"); languages != nullptr && languages->is_array()) {
    for (const Json& one : *languages) {
      auto language = survey::parse_language(one.dump(), name + " (languages)");
      if (!language) return language.error();
      config.languages.push_back(std::move(*language));
    }
  }
  if (const Status status = reader.status(); !status) return status.error();
  return config;
}

Result<DataFolder> DataFolder::open(const fs::path& path) {
  std::error_code failed;
  const bool made = fs::create_directories(path, failed);
  if (!failed && made) fs::permissions(path, fs::perms::owner_all, failed);
  if (failed) {
    return Error{ErrorCode::unavailable,
                 "cannot be made: " + failed.message() + "; give another folder with --data", path.string()};
  }
  return DataFolder(path);
}

Result<std::optional<Enrolled>> DataFolder::load_enrolment() const {
  std::error_code ignored;
  if (!fs::exists(enrolment(), ignored)) return std::optional<Enrolled>{};
  const auto text = read_file(enrolment(), 64u << 10);
  if (!text) return text.error();
  const auto document = parse_json(*text, enrolment().string());
  if (!document) return document.error();
  JsonReader reader(*document);
  Enrolled enrolled;
  enrolled.hub = reader.string("hub", 1, 512);
  const Json* inner = reader.raw("enrolment");
  if (const Status status = reader.done(); !status) return status.error();
  if (inner == nullptr) {
    return Error{ErrorCode::corrupt, "has no enrolment; remove it and enrol again", enrolment().string()};
  }
  auto parsed = wire::parse_enrolment(inner->dump(), enrolment().string());
  if (!parsed) return parsed.error();
  enrolled.enrolment = std::move(*parsed);
  return std::optional<Enrolled>{std::move(enrolled)};
}

Status DataFolder::save_enrolment(const Enrolled& enrolled) const {
  const Json json = {{"hub", enrolled.hub}, {"enrolment", wire::to_json(enrolled.enrolment)}};
  return write_file(enrolment(), json.dump(1) + "\n");
}

DataFolder::KeptConfig DataFolder::load_hub_config() const {
  KeptConfig kept;
  std::error_code ignored;
  if (auto newest = read_hub_config(survey())) {
    kept.config = std::move(*newest);
    return kept;
  }
  kept.rolled_back = fs::exists(survey(), ignored);
  if (auto previous = read_hub_config(previous_survey())) kept.config = std::move(*previous);
  return kept;
}

Status DataFolder::save_hub_config(const std::string& text) const {
  if (const auto standing = read_file(survey(), kMaxHubConfigBytes)) {
    if (parse_hub_config(*standing, "survey.json")) {
      if (const Status status = write_file(previous_survey(), *standing); !status) return status;
    }
  }
  return write_file(survey(), text);
}

}  // namespace farewell::kiosk
