// farewell treat check, as a till's staff use it.
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/treat/code.h"
#include "program.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

/// A desk with the keys of two doors, in a shop that keeps UTC.
struct Desk {
  Desk()
      : front(*treat::load_or_make_key(dir / "front.key")),
        back(*treat::load_or_make_key(dir / "back.key")) {}

  static Day today() { return TimeZone::utc().local(SystemClock().utc_ms()).day; }
  static std::string code(const treat::Key& key, int serial, const Day& day = today()) {
    return treat::make_code(key, day, serial);
  }
  Ran check(const std::string& code, bool with_journal = true) const {
    std::vector<std::string> words = {"treat", "check",          code,          "--key",  dir / "front.key",
                                      "--key", dir / "back.key", "--time-zone", "Etc/UTC"};
    if (with_journal) words.insert(words.end(), {"--journal", dir / "desk.sqlite"});
    return run_farewell(words);
  }

  TempDir dir;
  treat::Key front, back;
};

}  // namespace

TEST_CASE("a genuine code of any of the doors is good once") {
  const Desk desk;
  for (const treat::Key& key : {desk.front, desk.back}) {
    const std::string code = Desk::code(key, 7);
    const Ran first = desk.check(code);
    INFO(first.out << first.err);
    CHECK(first.exit == 0);
    CHECK(first.out.find("is genuine, treat 7 of today, and now handed over") != std::string::npos);
    const Ran second = desk.check(code);
    CHECK(second.exit == 1);
    CHECK(second.err.find("was handed over already, today at ") != std::string::npos);
  }
}

TEST_CASE("a code typed without its hyphen in small letters is the same code") {
  const Desk desk;
  std::string typed = Desk::code(desk.front, 7);
  typed.erase(4, 1);
  for (char& c : typed) c = static_cast<char>(c >= 'A' ? c - 'A' + 'a' : c);
  CHECK(desk.check(typed).exit == 0);
  CHECK(desk.check(Desk::code(desk.front, 7)).exit == 1);
}

TEST_CASE("a look without the desk's journal hands nothing over") {
  const Desk desk;
  const std::string code = Desk::code(desk.front, 7);
  CHECK(desk.check(code, false).out.find("not known without --journal") != std::string::npos);
  CHECK(desk.check(code).exit == 0);
}

TEST_CASE("a code of another day is told so, and not handed over") {
  const Desk desk;
  const Day yesterday = previous_day(Desk::today());
  const Ran old = desk.check(Desk::code(desk.front, 7, yesterday));
  CHECK(old.exit == 1);
  CHECK(old.err.find("was good on " + to_text(yesterday) + " only") != std::string::npos);
  const Ran early = desk.check(Desk::code(desk.front, 7, next_day(Desk::today())));
  CHECK(early.exit == 1);
  CHECK(early.err.find("one of the two clocks") != std::string::npos);
}

TEST_CASE("a code that nobody's key made is not one of ours") {
  const Desk desk;
  treat::Key forged{};
  const Ran ran = desk.check(Desk::code(forged, 7));
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("is not one of ours") != std::string::npos);
}

TEST_CASE("a slip of the tongue is asked for again, not called a forgery") {
  const Desk desk;
  std::string code = Desk::code(desk.front, 7);
  code[0] = code[0] == 'A' ? 'B' : 'A';
  CHECK(desk.check(code).err.find("has a letter wrong") != std::string::npos);
}

TEST_CASE("a check without a key is wrong usage, and with a missing one names the file") {
  CHECK(run_farewell({"treat", "check", "K7QM-2RXD"}).exit == 2);
  const Desk desk;
  const std::string code = Desk::code(desk.front, 7);
  const Ran ran = run_farewell({"treat", "check", code, "--key", desk.dir / "nowhere.key"});
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("nowhere.key") != std::string::npos);
}
