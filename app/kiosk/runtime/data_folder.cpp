#include "app/kiosk/runtime/data_folder.h"

#include <sodium.h>

#include <array>

#include "core/base/file.h"
#include "core/base/ids.h"
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

/// Finds damage that still reads as JSON: a changed key would never be let in again.
std::string digest_of(const std::string& hub, const Json& enrolment) {
  const std::string text = hub + '\n' + enrolment.dump();
  std::array<std::uint8_t, 16> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const std::uint8_t*>(text.data()),
                     text.size(), nullptr, 0);
  return to_hex(digest);
}

Result<Enrolled> read_enrolment(const fs::path& file) {
  const auto text = read_file(file, 64u << 10);
  if (!text) return text.error();
  const auto document = parse_json(*text, file.string());
  if (!document) return document.error();
  JsonReader reader(*document);
  Enrolled enrolled;
  enrolled.hub = reader.string("hub", 1, 512);
  const Json* inner = reader.raw("enrolment");
  const auto digest = reader.optional_string("digest", 1, 64);  // the first terminals wrote none
  if (const Status status = reader.done(); !status) return status.error();
  if (inner == nullptr || (digest && *digest != digest_of(enrolled.hub, *inner))) {
    return Error{ErrorCode::corrupt, "is not what was written", file.string()};
  }
  auto parsed = wire::parse_enrolment(inner->dump(), file.string());
  if (!parsed) return parsed.error();
  enrolled.enrolment = std::move(*parsed);
  return enrolled;
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

DataFolder::KeptEnrolment DataFolder::load_enrolment() const {
  auto kept = read_enrolment(enrolment());
  if (!kept && kept.error().code == ErrorCode::not_found) return {};
  auto copy = read_enrolment(enrolment_copy());
  if (kept) {
    // What cannot be kept twice now will be at the next start.
    if (!copy) static_cast<void>(save_enrolment(*kept));
    return {*std::move(kept), {}};
  }
  std::error_code ignored;
  fs::rename(enrolment(), enrolment().string() + ".damaged", ignored);
  if (!copy) return {std::nullopt, kept.error().text() + "; it is set aside, enrol this terminal again"};
  static_cast<void>(save_enrolment(*copy));
  return {*std::move(copy), kept.error().text() + "; it is set aside, and its copy is in use"};
}

Status DataFolder::save_enrolment(const Enrolled& enrolled) const {
  const Json inner = wire::to_json(enrolled.enrolment);
  const Json json = {{"hub", enrolled.hub}, {"enrolment", inner}, {"digest", digest_of(enrolled.hub, inner)}};
  if (const Status kept = write_file(enrolment(), json.dump(1) + "\n"); !kept) return kept;
  return write_file(enrolment_copy(), json.dump(1) + "\n");
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
