// Carries out visits on a journal and says so: one line "NUMBER STAGE" on standard output after each call
// that returned durable, by write(2), so that what was said is known although the program was killed.
//   journal_writer FILE FIRST COUNT
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

#include "core/journal/journal.h"
#include "tests/faults/journal_visits.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

void tell(int number, int stage) {
  const std::string line = std::to_string(number) + " " + std::to_string(stage) + "\n";
  if (::write(1, line.data(), line.size()) != static_cast<ssize_t>(line.size())) std::exit(3);
}

/// A disk may fail for a moment; the terminal then tries once more.
template <class Call>
auto persist(Call call) -> decltype(call()) {
  auto outcome = call();
  return outcome.ok() ? std::move(outcome) : call();
}

void demand(const Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "%s\n", status.error().text().c_str());
  std::exit(1);
}

template <class T>
T demand(Result<T> result) {
  if (!result.ok()) demand(Status(result.error()));
  return std::move(*result);
}

void carry_out(journal::Journal& journal, int number) {
  for (const int stage : {kRated, kAnswered}) {
    demand(persist([&] { return journal.save_unfinished(visit_at(number, stage)); }));
    tell(number, stage);
  }
  demand(persist([&] { return journal.finish(visit_at(number, kFinished)); }));
  tell(number, kFinished);
  // The hub is a few responses behind, and now and then has lost some.
  const auto stream = demand(journal.current_stream());
  const std::int64_t have_upto = std::max<std::int64_t>(0, stream.last_seq - 2 - number % 3);
  const std::int64_t now_utc_ms = visit_at(number, kFinished).started_at_utc_ms;
  demand(persist([&] { return journal.acknowledge(stream.id, have_upto, now_utc_ms); }));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  const int first = std::atoi(arguments[2]);
  const int visits = std::atoi(arguments[3]);
  const auto journal =
      demand(persist([&] { return journal::Journal::open(arguments[1], journal::Mode::own); }));
  for (int number = first; number < first + visits; ++number) carry_out(*journal, number);
  return 0;
}
