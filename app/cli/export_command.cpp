// farewell export: the responses of some days, from a terminal's journal or a hub, as CSV or JSON.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>

#include "app/cli/command.h"
#include "app/cli/hub_client.h"
#include "app/cli/journal_zone.h"
#include "app/cli/out_file.h"
#include "app/cli/period.h"
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/export/export.h"
#include "core/journal/journal.h"

namespace farewell::cli {
namespace {

struct Options {
  std::string journal, hub, token_file;
  std::string day, from, to;
  std::string format, preset = "excel-comma";
  std::string out, time_zone;

  // Read from the above once all are there.
  std::optional<Period> period;
  exporting::Format file_format = exporting::Format::csv;
  exporting::CsvPreset csv_preset = exporting::CsvPreset::excel_comma;
};

template <class T>
T or_wrong_usage(const char* option, const Result<T>& read) {
  if (!read.ok()) throw CLI::ValidationError(option, read.error().text());
  return *read;
}

void read_values(Options& options) {
  options.period = or_wrong_usage("day", parse_period(options.day, options.from, options.to));
  options.file_format = or_wrong_usage("--format", exporting::parse_format(options.format));
  options.csv_preset = or_wrong_usage("--preset", exporting::parse_csv_preset(options.preset));
}

Status export_journal(const Options& options, OutFile& out) {
  const auto zone = journal_zone(options.journal, options.time_zone);
  if (!zone.ok()) return zone.error();
  const auto journal = journal::Journal::open(options.journal, journal::Mode::read_only);
  if (!journal.ok()) return journal.error();
  const Period days = options.period ? *options.period : today(*zone, SystemClock().utc_ms());
  const auto writer = exporting::response_writer({options.file_format, options.csv_preset, *zone},
                                                 [&](std::string_view bytes) { return out.write(bytes); });
  const Status status = (*journal)->each(
      range_of(days, *zone), [&](const wire::Response& response) { return writer->add(response); });
  return status.ok() ? writer->finish() : status;
}

Result<std::string> read_token(const std::string& file) {
  const auto text = read_file(file, 4096);
  if (!text.ok()) return text.error();
  std::string token(trimmed(*text));
  // Anything but visible ASCII would not be one header field any more.
  const bool sound =
      !token.empty() && std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 127; });
  if (!sound)
    return Error{ErrorCode::invalid, "holds no token; put there what farewell-hub token printed", file};
  return token;
}

Status export_hub(const Options& options, OutFile& out) {
  auto token = read_token(options.token_file);
  if (!token.ok()) return token.error();
  // The hub knows its sites' zones: it makes the days and the file.
  std::string query = "/v1/export?format=" + options.format;
  if (options.file_format == exporting::Format::csv) query += "&preset=" + options.preset;
  if (options.period) {
    query += "&from=" + to_text(options.period->first) + "&to=" + to_text(options.period->last);
  }
  const std::string media_type(options.file_format == exporting::Format::csv ? "text/csv"
                                                                             : "application/json");
  return get({options.hub, std::move(*token), query, media_type},
             [&](std::string_view bytes) { return out.write(bytes); });
}

Status run(const Options& options) {
  auto out = OutFile::create(options.out);
  if (!out.ok()) return out.error();
  const Status status = options.hub.empty() ? export_journal(options, *out) : export_hub(options, *out);
  return status.ok() ? out->finish() : status;
}

void add_source(CLI::App& command, Options& options) {
  auto* source = command.add_option_group("source", "Where the responses are");
  source->add_option("--journal", options.journal, "A terminal's journal; the terminal may be running")
      ->type_name("FILE");
  source->add_option("--hub", options.hub, "A hub")->type_name("URL");
  source->require_option(1);
  auto* token =
      command.add_option("--token-file", options.token_file, "A file that holds the hub's API token");
  token->type_name("FILE");
  source->get_option("--hub")->needs(token);
  token->needs(source->get_option("--hub"));
}

void add_period(CLI::App& command, Options& options) {
  auto* day =
      command.add_option("--day", options.day, "One day (without any: today)")->type_name("YYYY-MM-DD");
  auto* from =
      command.add_option("--from", options.from, "The first day of several")->type_name("YYYY-MM-DD");
  auto* to = command.add_option("--to", options.to, "The last day of several")->type_name("YYYY-MM-DD");
  day->excludes(from)->excludes(to);
  from->needs(to);
  to->needs(from);
}

void add_shape(CLI::App& command, Options& options) {
  command.add_option("--format", options.format, "csv or json")->required()->type_name("FORMAT");
  command.add_option("--preset", options.preset, "For csv: excel-comma (default), excel-semicolon or plain")
      ->type_name("PRESET");
  command.add_option("--out", options.out, "Write there instead of to standard output")->type_name("FILE");
  command
      .add_option("--time-zone", options.time_zone,
                  "For a journal: whose days (without: the site's, or this machine's)")
      ->type_name("ZONE")
      ->excludes(command.get_option("--token-file"));
}

}  // namespace

Command export_command(CLI::App& app) {
  auto* command = app.add_subcommand("export", "Writes responses as CSV or JSON");
  const auto options = std::make_shared<Options>();
  add_source(*command, *options);
  add_period(*command, *options);
  add_shape(*command, *options);
  command->callback([options] { read_values(*options); });
  return {command, [options] { return run(*options); }};
}

}  // namespace farewell::cli
