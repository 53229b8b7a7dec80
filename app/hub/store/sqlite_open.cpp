#include "app/hub/store/sqlite_open.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sodium.h>

#include <span>

#include "app/hub/store/schema.h"
#include "app/hub/store/sqlite_errors.h"
#include "core/base/ids.h"
#include "core/wire/signature.h"

namespace farewell::hub {

namespace {

using SQLite::Database;
using SQLite::Statement;

/// The settings that make a commit durable: EXTRA before WAL, so that no moment is without it.
void configure(Database& database) {
  database.exec("PRAGMA locking_mode=EXCLUSIVE");
  database.exec("PRAGMA synchronous=EXTRA");
  Statement(database, "PRAGMA journal_mode=WAL").executeStep();
  database.exec("PRAGMA foreign_keys=ON");
  database.exec("PRAGMA trusted_schema=OFF");
  database.exec("PRAGMA cache_size=-65536");
}

void put_meta(Database& database, const char* key, std::span<const std::uint8_t> value) {
  Statement insert(database, "INSERT INTO meta VALUES (?, ?)");
  insert.bind(1, key);
  insert.bind(2, value.data(), static_cast<int>(value.size()));
  insert.exec();
}

void found(Database& database) {
  const std::string epoch = new_uuid_v4();
  wire::Key public_key{}, secret_key{};
  crypto_box_keypair(public_key.data(), secret_key.data());
  put_meta(database, "epoch", {reinterpret_cast<const std::uint8_t*>(epoch.data()), epoch.size()});
  put_meta(database, "sealing_public", public_key);
  put_meta(database, "sealing_secret", secret_key);
  sodium_memzero(secret_key.data(), secret_key.size());
}

Status migrate(Database& database) {
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const int application = database.execAndGet("PRAGMA application_id").getInt();
  const bool is_new = version == 0 && database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
  if (!is_new && application != kApplicationId) {
    return Error{ErrorCode::corrupt, "is not a hub's database; give another --data", ""};
  }
  if (version > static_cast<int>(kMigrations.size())) {
    return Error{ErrorCode::invalid, "was written by a newer farewell-hub; install that one", ""};
  }
  SQLite::Transaction transaction(database);
  for (std::size_t step = static_cast<std::size_t>(version); step < kMigrations.size(); ++step) {
    database.exec(kMigrations[step]);
  }
  if (is_new) found(database);
  database.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
  database.exec("PRAGMA user_version=" + std::to_string(kMigrations.size()));
  transaction.commit();
  return {};
}

}  // namespace

Result<std::shared_ptr<Database>> open_hub_database(const std::filesystem::path& file) {
  return caught([&]() -> Result<std::shared_ptr<Database>> {
    auto database = std::make_shared<Database>(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    configure(*database);
    if (const Status migrated = migrate(*database); !migrated.ok()) return migrated.error();
    return database;
  });
}

}  // namespace farewell::hub
