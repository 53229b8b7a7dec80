#include "core/journal/writer.h"

#include <pthread.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "core/base/file.h"
#include "tests/core/journal/opening.h"

using namespace farewell;
using namespace farewell::journal;
using namespace farewell::testing;

TEST_CASE("work is carried out in the order of posting") {
  TempDir folder;
  Writer writer(open(folder / "journal.db"));
  std::vector<int> order;
  for (int i = 0; i < 100; ++i) writer.post([&order, i](Journal&) { order.push_back(i); });
  writer.ask([](Journal&) { return 0; });
  REQUIRE(order.size() == 100);
  CHECK(std::is_sorted(order.begin(), order.end()));
}

TEST_CASE("an answer asked for comes back") {
  TempDir folder;
  Writer writer(open(folder / "journal.db"));
  const auto response = visit(4);
  CHECK(value_of(writer.ask([&](Journal& journal) { return journal.finish(response); })) == 1);
}

TEST_CASE("what was posted is on disk when the writer is gone") {
  TempDir folder;
  {
    Writer writer(open(folder / "journal.db"));
    for (int i = 0; i < 50; ++i) {
      writer.post([response = visit(3)](Journal& journal) {
        must(Status(journal.finish(response).ok() ? Status{} : Error{}));
      });
    }
  }
  CHECK(all(*open(folder / "journal.db")).size() == 50);
}

TEST_CASE("many threads may post and ask at once") {
  TempDir folder;
  Writer writer(open(folder / "journal.db"));
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        const auto response = visit(2);
        writer.post([response](Journal& journal) { (void)journal.save_unfinished(response).ok(); });
        if (!writer.ask([&](Journal& journal) { return journal.finish(response); }).ok()) ++failed;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(failed == 0);
  CHECK(value_of(writer.ask([](Journal& journal) { return journal.current_stream(); })).last_seq == 80);
}

TEST_CASE("posting does not wait for the work") {
  TempDir folder;
  Writer writer(open(folder / "journal.db"));
  std::promise<void> go_on;
  writer.post([wait = go_on.get_future().share()](Journal&) { wait.wait(); });
  writer.post([](Journal&) {});  // would never return if it waited
  go_on.set_value();
}

TEST_CASE("the thread that writes is called journal") {
  TempDir folder;
  Writer writer(open(folder / "journal.db"));
  CHECK(writer.ask([](Journal&) {
    char name[16] = {};
    pthread_getname_np(pthread_self(), name, sizeof name);
    return std::string(name);
  }) == "journal");
}

TEST_CASE("a writer with nothing to do looks the journal through") {
  TempDir folder;
  const auto file = folder / "journal.db";
  {
    auto journal = open(file);
    for (int i = 0; i < 300; ++i) {
      auto response = visit(3);
      response.unknown = {{"long", std::string(5'000, 'a')}};
      value_of(journal->finish(response));
    }
  }
  std::string bytes = value_of(read_file(file));
  bytes[bytes.find("aaaaaaaa", bytes.size() / 2)] = 'b';
  must(write_file(file, bytes));
  Writer writer(open(file));
  bool was_damaged = false;
  for (int i = 0; i < 600 && !was_damaged; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    was_damaged = writer.ask([](Journal& journal) { return journal.opened().was_damaged; });
  }
  CHECK(was_damaged);
}
