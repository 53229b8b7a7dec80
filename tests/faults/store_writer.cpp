// Has the hub's store take batches and says so: one line "HAVE_UPTO" on standard output after each that was
// acknowledged, by write(2). What fails is tried once more, as a terminal would.
//   store_writer FOLDER COUNT
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "app/hub/store/sqlite_store.h"
#include "tests/faults/store_batches.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

void tell(std::int64_t have_upto) {
  const std::string line = std::to_string(have_upto) + "\n";
  if (::write(1, line.data(), line.size()) != static_cast<ssize_t>(line.size())) std::exit(3);
}

template <class Call>
auto insist(Call call) {
  auto outcome = call();
  if (!outcome.ok()) outcome = call();
  if (outcome.ok()) return outcome;
  std::fprintf(stderr, "%s\n", outcome.error().text().c_str());
  std::exit(1);
}

hub::Site the_site(hub::Store& store) {
  if (auto site = store.find_site(kStoreSite); site.ok()) return *site;
  return *insist([&] { return store.add_site(kStoreSite, "Etc/UTC"); });
}

void enrol(hub::Store& store, const hub::Site& site) {
  if (store.find_terminal(kStoreTerminal).ok()) return;
  hub::Enrolling enrolling;
  enrolling.code = {1};
  enrolling.terminal = kStoreTerminal;
  enrolling.name = "Front door";
  static_cast<void>(insist([&] { return store.add_pairing_code(site.id, enrolling.code, 1); }));
  static_cast<void>(insist([&] { return store.enrol(enrolling); }));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto store = std::move(*insist([&] { return hub::open_sqlite_store(arguments[1]); }));
  const hub::Site site = the_site(*store);
  enrol(*store, site);
  for (int number = 0; number < std::atoi(arguments[2]); ++number) {
    const hub::Submission batch = store_batch(number, site.id);
    tell(insist([&] { return std::move(store->take_batches({&batch, 1}).front()); })->have_upto);
  }
  return 0;
}
