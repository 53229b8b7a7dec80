// A site with terminals in a store under test, and batches for it.
#pragma once

#include <catch2/catch.hpp>

#include "app/hub/store/store.h"
#include "core/base/ids.h"
#include "tests/contract/store_contract.h"

namespace farewell::testing {

inline constexpr std::int64_t kNow = 1'795'276'800'000;

struct Shop {
  explicit Shop(StoreUnderTest& under_test, const std::string& name = "Demo shop")
      : store(&under_test.reopen()) {
    auto added = store->add_site(name, "Europe/Oslo");
    REQUIRE(added.ok());
    site = *added;
  }

  hub::Terminal enrol(const std::string& name = "Front door") {
    hub::Enrolling enrolling;
    fill_random(enrolling.code);
    enrolling.terminal = new_uuid_v4();
    enrolling.name = name;
    fill_random(enrolling.key);
    enrolling.now_utc_ms = kNow;
    REQUIRE(store->add_pairing_code(site.id, enrolling.code, kNow + 600'000).ok());
    auto enrolled = store->enrol(enrolling);
    REQUIRE(enrolled.ok());
    return *enrolled;
  }

  hub::Receipt take(const hub::Submission& submission) {
    auto results = store->take_batches({&submission, 1});
    REQUIRE(results.size() == 1);
    INFO((results[0].ok() ? "" : results[0].error().text()));
    REQUIRE(results[0].ok());
    return *results[0];
  }

  std::vector<hub::KeptResponse> responses() {
    auto page = store->responses({site.id, {0, 4'000'000'000'000}, std::nullopt, 1000});
    REQUIRE(page.ok());
    return *page;
  }

  hub::Store* store;
  hub::Site site;
};

inline hub::Arrival arrival(std::int64_t seq, const std::string& id = new_uuid_v7(kNow)) {
  return {seq, id, R"({"id":")" + id + R"(","seq":)" + std::to_string(seq) + "}", "", kNow + seq, 60, 4, 5};
}

inline hub::Arrival broken(std::int64_t seq, const std::string& id = "no uuid") {
  hub::Arrival out = arrival(seq, id);
  out.reason = "satisfaction.value is 9, of is 5";
  return out;
}

inline std::vector<hub::Arrival> arrivals(std::int64_t first_seq, int count) {
  std::vector<hub::Arrival> out;
  for (int i = 0; i < count; ++i) out.push_back(arrival(first_seq + i));
  return out;
}

inline hub::Submission batch(const hub::Terminal& from, const std::string& stream,
                             std::vector<hub::Arrival> what) {
  hub::Submission out;
  out.terminal = from.id;
  out.site = from.site.id;
  out.stream = stream;
  out.arrivals = std::move(what);
  out.received_at_utc_ms = kNow;
  return out;
}

}  // namespace farewell::testing
