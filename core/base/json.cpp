#include "core/base/json.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "core/base/printable.h"

namespace farewell {
namespace {

/// How far reading has come. `line` is that of the last character read: the parser reads one character beyond
/// a number, and a newline there still stands on the number's line.
struct Place {
  int line = 1;
  bool line_ended = false;
};

/// Hands out a text's characters and notes their lines.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Place* place) : at_(at), place_(place) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    if (place_->line_ended) ++place_->line;
    place_->line_ended = *at_++ == '\n';
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Place* place_;
};

/// Builds the values that nlohmann's parser reports, refusing what RFC 8259 leaves open. Given a path, it
/// also finds the line on which that value begins.
class Builder {
 public:
  Builder(const Place& place, int max_depth, const JsonPath* wanted = nullptr)
      : place_(place), max_depth_(max_depth), wanted_(wanted) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(std::int64_t value) { return add(value); }
  bool number_unsigned(std::uint64_t value) { return add(value); }
  bool number_float(double value, const std::string& digits) {
    const bool whole = digits.find_first_of(".eE") == std::string::npos;
    return whole ? refuse("is a whole number of more than 64 bits, write a smaller one") : add(value);
  }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(Json::binary_t&) { return refuse("is binary, which JSON has not"); }
  bool start_object(std::size_t) { return enter(Json::object()); }
  bool start_array(std::size_t) { return enter(Json::array()); }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }

  bool key(std::string& name) {
    Frame& frame = frames_.back();
    frame.key = name;
    if (name.find('\0') != std::string::npos) return refuse("has a NUL in its name, remove it");
    if (frame.container->contains(name)) return refuse("is there twice in one object, remove one");
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const Json::exception& error) {
    if (error.id == kNumberOverflow) return refuse("is a number too large to hold, write a smaller one");
    return refuse("is not JSON here: " + reason(error.what()));
  }

  Json take_root() { return std::move(root_); }
  const std::string& fault() const { return fault_; }
  int fault_line() const { return fault_line_; }
  int wanted_line() const { return wanted_line_; }

 private:
  static constexpr int kNumberOverflow = 406;

  struct Frame {
    Json* container;
    std::string key = "";   // the member being read, in an object
    std::size_t index = 0;  // the element being read, in an array
    std::string step() const { return container->is_array() ? std::to_string(index) : key; }
  };

  /// The parser's own words, without its place (counted differently) and the text it read (may be secret).
  static std::string reason(std::string_view what) {
    if (const auto at = what.find(" - "); at != what.npos) what.remove_prefix(at + 3);
    if (const auto at = what.find("; last read: "); at != what.npos) what = what.substr(0, at);
    return std::string(what);
  }

  JsonPath path() const {
    JsonPath steps;
    for (const Frame& frame : frames_) steps.push_back(frame.step());
    return steps;
  }

  bool refuse(const std::string& why) {
    const std::string where = to_text(path());
    fault_ = where.empty() ? why : where + " " + why;
    fault_line_ = place_.line;
    return false;
  }

  void note_line() {
    if (wanted_ != nullptr && wanted_->size() == frames_.size() && *wanted_ == path())
      wanted_line_ = place_.line;
  }

  Json* put(Json value) {
    if (frames_.empty()) return &(root_ = std::move(value));
    Json& container = *frames_.back().container;
    if (container.is_object()) return &(container[frames_.back().key] = std::move(value));
    container.push_back(std::move(value));
    return &container.back();
  }

  bool add(Json value) {
    note_line();
    put(std::move(value));
    return end_value();
  }

  bool enter(Json container) {
    note_line();
    if (static_cast<int>(frames_.size()) >= max_depth_) {
      return refuse("lies deeper than " + std::to_string(max_depth_) + " brackets, make it flatter");
    }
    frames_.push_back({put(std::move(container))});
    return true;
  }

  bool leave() {
    frames_.pop_back();
    return end_value();
  }

  bool end_value() {
    if (!frames_.empty()) ++frames_.back().index;
    return true;
  }

  const Place& place_;
  int max_depth_;
  const JsonPath* wanted_;
  int wanted_line_ = 1;
  Json root_;
  std::vector<Frame> frames_;
  std::string fault_;
  int fault_line_ = 1;
};

bool read(std::string_view text, Place& place, Builder& builder) {
  const CountingIterator begin(text.data(), &place);
  const CountingIterator end(text.data() + text.size(), &place);
  return Json::sax_parse(begin, end, &builder);
}

/// What nlohmann's lexer would let pass: a byte order mark, and a NUL as the end of the text.
std::string forbidden_bytes(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) return "begins with a byte order mark, save it as UTF-8 without one";
  if (text.find('\0') != text.npos) return "has a NUL byte in it, remove it";
  return "";
}

int line_of_nul(std::string_view text) {
  const auto before = text.substr(0, std::min(text.find('\0'), text.size()));
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace

std::string to_text(const JsonPath& path) {
  std::string text;
  for (const std::string& step : path) {
    if (!text.empty()) text += '.';
    text += short_and_printable(step);
  }
  return text;
}

int JsonDocument::line(const JsonPath& path) const {
  Place place;
  constexpr int kNoLimit = 1 << 20;  // the text has been parsed once already
  Builder builder(place, kNoLimit, &path);
  read(text, place, builder);
  return builder.wanted_line();
}

Result<JsonDocument> parse_json(std::string_view text, std::string name, JsonLimits limits) {
  const auto at_line = [&name](int line) { return name + ":" + std::to_string(line); };
  if (text.size() > limits.max_bytes) {
    return Error{ErrorCode::too_large,
                 "is over " + std::to_string(limits.max_bytes) + " bytes, make it shorter", name};
  }
  if (const std::string why = forbidden_bytes(text); !why.empty()) {
    return Error{ErrorCode::invalid, why, at_line(line_of_nul(text))};
  }
  Place place;
  Builder builder(place, limits.max_depth);
  if (!read(text, place, builder)) {
    return Error{ErrorCode::invalid, builder.fault(), at_line(builder.fault_line())};
  }
  return JsonDocument{std::move(name), std::string(text), builder.take_root()};
}

}  // namespace farewell
