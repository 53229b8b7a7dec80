#include "app/kiosk/runtime/options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <string_view>

namespace farewell::kiosk {
namespace {

constexpr int kMinSide = 320, kMaxSide = 7680;

std::optional<Size> parse_size(std::string_view text) {
  const auto times = text.find('x');
  if (times == std::string_view::npos) return std::nullopt;
  Size size;
  const auto read = [](std::string_view digits, int& number) {
    const char* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end && number >= kMinSide && number <= kMaxSide;
  };
  if (!read(text.substr(0, times), size.width) || !read(text.substr(times + 1), size.height))
    return std::nullopt;
  return size;
}

std::string check_size(const std::string& text) {
  if (parse_size(text)) return {};
  return "is '" + text + "', must be WIDTHxHEIGHT in pixels, each 320 to 7680, such as 1280x800";
}

/// As CLI11 fills it, before it is told apart.
struct Words {
  RunOptions run;
  RenderOptions render;
  std::string windowed, size, language;
};

void describe(CLI::App& app, Words& words) {
  app.set_version_flag("--version", "farewell-kiosk " FAREWELL_VERSION);
  auto* data = app.add_option("--data", words.run.data, "folder for the journal and the terminal's identity");
  auto* config = app.add_option("--config", words.run.config, "configuration (JSON)");
  auto* hub = app.add_option("--hub", words.run.hub, "the hub's URL")->needs(data);
  auto* code = app.add_option("--code", words.run.code, "pairing code, such as K7QM-2RXD")->needs(data);
  auto* name = app.add_option("--name", words.run.name, "what the hub calls this terminal")->needs(code);
  auto* windowed = app.add_option("--windowed", words.windowed, "a window of WxH instead of the full screen")
                       ->check(check_size, "WxH");
  app.add_option("--language", words.language, "language to begin in (BCP 47)");
  auto* render =
      app.add_option("--render", words.render.screen, "draw one screen without a display; 'list' names them");
  app.add_option("--size", words.size, "of the picture, WxH")->check(check_size, "WxH")->needs(render);
  app.add_option("--panel-mm", words.render.panel_mm, "the panel's diagonal in millimetres, 50 to 3000")
      ->check(CLI::Range(50.f, 3000.f))
      ->needs(render);
  app.add_option("--theme", words.render.theme, "day, dusk, night or contrast")
      ->check(CLI::IsMember({"day", "dusk", "night", "contrast"}))
      ->needs(render);
  app.add_flag("--winter", words.render.winter, "with lanterns of snow in the garden")->needs(render);
  app.add_option("--ease", words.render.ease, "large, reach, focus: the same screen made easier")
      ->delimiter(',')
      ->check(CLI::IsMember({"large", "reach", "focus"}))
      ->needs(render);
  app.add_option("--out", words.render.out, "where the picture goes (PNG)")->needs(render);
  for (auto* of_a_run : {data, config, hub, code, name, windowed}) render->excludes(of_a_run);
}

/// What CLI11 cannot say: which words must be there.
void require_the_rest(const Words& words) {
  const bool renders = !words.render.screen.empty();
  if (!renders && words.run.data.empty()) throw CLI::RequiredError("--data or --render");
  if (renders && words.render.screen != "list" && words.render.out.empty()) throw CLI::RequiredError("--out");
}

}  // namespace

std::variant<RunOptions, RenderOptions, Leave> read_options(int argc, char** argv) {
  CLI::App app("Farewell's terminal: thanks the departing customer, asks, and keeps the answers.",
               "farewell-kiosk");
  Words words;
  describe(app, words);
  try {
    app.parse(argc, argv);
    require_the_rest(words);
  } catch (const CLI::ParseError& error) {
    return Leave{app.exit(error) == 0 ? 0 : 2};
  }
  if (words.render.screen.empty()) {
    words.run.windowed = parse_size(words.windowed);
    words.run.language = words.language;
    return words.run;
  }
  if (const auto size = parse_size(words.size)) words.render.size = *size;
  if (!words.language.empty()) words.render.language = words.language;
  return words.render;
}

}  // namespace farewell::kiosk
