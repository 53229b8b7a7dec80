// Responses as a file: written page by page while it is sent, so that a year takes no more memory than a day.
#include "core/export/export.h"

#include "app/hub/http/problem.h"
#include "app/hub/log.h"
#include "app/hub/routes/manager.h"
#include "app/hub/routes/routes.h"

namespace farewell::hub {

namespace {

constexpr std::int64_t kPageResponses = 500;

/// One export under way.
struct Export {
  explicit Export(Hub& of) : hub(of) {}
  Hub& hub;
  ResponseQuery query;
  std::string written;  ///< by the writer, not yet sent
  std::unique_ptr<exporting::ResponseWriter> writer;
  bool is_finished = false;
};

Status write_page(Export& file, const std::vector<KeptResponse>& page) {
  for (const KeptResponse& kept : page) {
    const auto response = wire::parse_response(kept.body, "a stored response");
    if (!response.ok()) return response.error();
    if (const Status added = file.writer->add(*response); !added.ok()) return added;
  }
  if (static_cast<std::int64_t>(page.size()) == kPageResponses) {
    file.query.after = page.back().place;
    return {};
  }
  file.is_finished = true;
  return file.writer->finish();
}

asio::awaitable<Result<std::string>> next_piece(std::shared_ptr<Export> file) {
  while (file->written.empty() && !file->is_finished) {
    const ResponseQuery query = file->query;
    const auto question = [query](Store& store) { return store.responses(query); };
    const auto page = co_await file->hub.ask(question);
    if (!page.ok()) co_return page.error();
    const auto work = [&file, &page] { return write_page(*file, *page); };
    const Status written = co_await file->hub.compute(work);
    if (!written.ok()) co_return written.error();
  }
  co_return std::exchange(file->written, {});
}

Result<exporting::Options> take_options(std::map<std::string, std::string>& query, const TimeZone& zone) {
  exporting::Options options{
      .format = exporting::Format::csv, .preset = exporting::CsvPreset::excel_comma, .zone = zone};
  if (const auto given = query.extract("format"); !given.empty()) {
    const auto format = exporting::parse_format(given.mapped());
    if (!format.ok()) return format.error();
    options.format = *format;
  }
  if (const auto given = query.extract("preset"); !given.empty()) {
    const auto preset = exporting::parse_csv_preset(given.mapped());
    if (!preset.ok()) return preset.error();
    options.preset = *preset;
  }
  return options;
}

std::string file_name(const Period& period, exporting::Format format) {
  std::string name = "farewell-" + to_text(period.first);
  if (period.last != period.first) name += "-to-" + to_text(period.last);
  return name + (format == exporting::Format::csv ? ".csv" : ".json");
}

asio::awaitable<Reply> give_file(Hub& hub, Request request, Manager manager) {
  const Site& site = manager.site;
  auto query = parse_query(request.query);
  if (!query.ok()) co_return problem_for(query.error());
  const auto period = take_period(*query, site, hub.clock.utc_ms());
  if (!period.ok()) co_return problem_for(period.error());
  const auto options = take_options(*query, period->zone);
  if (!options.ok()) co_return problem_for(options.error());
  if (!query->empty()) {
    co_return problem(wire::problems::kInvalidRequest,
                      "nothing is called " + query->begin()->first + " here");
  }
  const Status noted = co_await note(hub, manager, "exported", file_name(*period, options->format));
  if (!noted.ok()) co_return problem_for(noted.error());
  auto file = std::make_shared<Export>(hub);
  file->query = ResponseQuery{site.id, period->range, std::nullopt, kPageResponses};
  file->writer = exporting::response_writer(*options, [to = file.get()](std::string_view bytes) -> Status {
    to->written += bytes;
    return {};
  });
  Reply reply;
  reply.headers = {
      {"Content-Type", std::string(exporting::media_type(options->format))},
      {"Content-Disposition", "attachment; filename=\"" + file_name(*period, options->format) + "\""}};
  reply.next_piece = [file] { return next_piece(file); };
  co_return reply;
}

}  // namespace

void add_export_routes(Router& router, Hub& hub) {
  router.add({"GET", "/v1/export", 0, manager_handler(hub, [&hub](Request request, Manager manager) {
                return give_file(hub, std::move(request), std::move(manager));
              })});
}

}  // namespace farewell::hub
