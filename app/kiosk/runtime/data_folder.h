// What a terminal keeps beside its journal: who it is at the hub, the last two surveys the hub gave it, and
// where its day book and its treats' key lie. Not the journal. Any thread, but one at a time for each file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/survey/language.h"
#include "core/survey/survey.h"
#include "core/wire/messages.h"

namespace farewell::kiosk {

/// An enrolment and the hub that gave it: `{"hub":"https://…","enrolment":{…},"digest":…}`, a secret.
struct Enrolled {
  std::string hub;
  wire::Enrolment enrolment;
};

/// What the hub said is to be asked: the reply of `GET /v1/config`.
struct HubConfig {
  int version = 0;
  survey::Survey survey;
  std::vector<survey::Language> languages;  ///< the chain's own, beside the ones that are shipped
};

/// Errors: invalid, with path and line. Sections that this terminal does not know are let be.
Result<HubConfig> parse_hub_config(std::string_view text, std::string name);

class DataFolder {
 public:
  /// Makes the folder, mode 0700, if it is not there. Errors: unavailable.
  static Result<DataFolder> open(const std::filesystem::path& path);

  std::filesystem::path journal() const { return path_ / "journal.sqlite"; }
  std::filesystem::path config() const { return path_ / "config.json"; }
  std::filesystem::path enrolment() const { return path_ / "enrolment.json"; }
  std::filesystem::path enrolment_copy() const { return path_ / "enrolment-copy.json"; }
  std::filesystem::path survey() const { return path_ / "survey.json"; }
  std::filesystem::path previous_survey() const { return path_ / "survey-previous.json"; }
  std::filesystem::path today() const { return path_ / "today.json"; }
  std::filesystem::path treat_key() const { return path_ / "treats.key"; }
  const std::filesystem::path& path() const { return path_; }

  struct KeptEnrolment {
    std::optional<Enrolled> enrolled;  ///< nothing: not enrolled, or what was kept is damaged
    std::string complaint;             ///< what was damaged and what became of it; empty: nothing
  };
  /// A damaged one is set aside beside itself, as ".damaged", and its copy takes its place: a terminal starts
  /// whatever became of its disk.
  KeptEnrolment load_enrolment() const;
  /// Keeps it twice, so that one damaged file costs nothing. Errors: unavailable.
  Status save_enrolment(const Enrolled& enrolled) const;

  struct KeptConfig {
    std::optional<HubConfig> config;
    bool rolled_back = false;  ///< the newest did not load
  };
  KeptConfig load_hub_config() const;
  /// Keeps `text` as the newest and the one before it as the previous. Only for a text that parses.
  Status save_hub_config(const std::string& text) const;

 private:
  explicit DataFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace farewell::kiosk
