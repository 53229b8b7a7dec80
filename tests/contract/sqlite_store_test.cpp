// The SQLite store against the contract, and what only it promises.
#include "app/hub/store/sqlite_store.h"

#include <catch2/catch.hpp>

#include "tests/contract/store_contract.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

class SqliteUnderTest final : public StoreUnderTest {
 public:
  hub::Store& reopen() override {
    store_.reset();
    auto opened = hub::open_sqlite_store(folder_.path());
    INFO((opened.ok() ? "" : opened.error().text()));
    REQUIRE(opened.ok());
    store_ = *std::move(opened);
    return *store_;
  }

 private:
  TempDir folder_;
  std::unique_ptr<hub::Store> store_;
};

void check_all(const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) {
    DYNAMIC_SECTION(fact.sentence) {
      SqliteUnderTest store;
      fact.check(store);
    }
  }
}

}  // namespace

TEST_CASE("SQLite takes batches as every store must") {
  check_all(batch_facts());
}

TEST_CASE("SQLite keeps sites, terminals, tokens, help calls and surveys as every store must") {
  check_all(other_facts());
}

TEST_CASE("a folder's SQLite store is open once") {
  const TempDir folder;
  const auto first = hub::open_sqlite_store(folder.path());
  REQUIRE(first.ok());
  const auto second = hub::open_sqlite_store(folder.path());
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == ErrorCode::unavailable);
}
