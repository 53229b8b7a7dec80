#include "app/kiosk/ui/type.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "app/kiosk/ui/pixels.h"

namespace farewell::kiosk {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct FontFree {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct AttributesFree {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct MetricsFree {
  void operator()(PangoFontMetrics* metrics) const { pango_font_metrics_unref(metrics); }
};
struct IterFree {
  void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;
using Font = std::unique_ptr<PangoFontDescription, FontFree>;

constexpr double kDisplayTracking = -0.012;  // of the size, in the display face

float to_px(int pango_units) {
  return static_cast<float>(pango_units) / PANGO_SCALE;
}

bool is_display(const TextRequest& request) {
  return request.style.display;
}

/// Square letters stand as far apart as they are made to.
bool is_east_asian(const TextRequest& request) {
  return std::ranges::any_of(std::array{"ja", "ko", "zh"},
                             [&](const char* tag) { return request.language.starts_with(tag); });
}

bool is_arabic(const TextRequest& request) {
  return request.language.starts_with("ar");
}

/// What sets a script that Vollkorn and Lato lack: for headlines, for the rest. Chinese, Japanese and Korean
/// share characters but not their shapes.
struct ScriptFonts {
  std::string_view language;
  const char* display;
  const char* text;
};
constexpr ScriptFonts kScriptFonts[] = {
    {"ar", "Amiri", "Noto Sans Arabic"},
    {"he", "Noto Serif Hebrew", "Noto Sans Hebrew"},
    {"hi", "Noto Serif Devanagari", "Noto Sans Devanagari"},
    {"ko", "Noto Serif CJK KR", "Noto Sans CJK KR"},
    {"th", "Noto Serif Thai", "Noto Sans Thai"},
    {"zh-Hant", "Noto Serif CJK TC", "Noto Sans CJK TC"},
    {"zh", "Noto Serif CJK SC", "Noto Sans CJK SC"},
};
constexpr ScriptFonts kOtherFonts = {"", "Amiri,Noto Serif CJK JP", "Noto Sans Arabic,Noto Sans CJK JP"};

const ScriptFonts& script_fonts(const TextRequest& request) {
  for (const ScriptFonts& fonts : kScriptFonts)
    if (request.language.starts_with(fonts.language)) return fonts;
  return kOtherFonts;
}

/// The family asked for, then what has the scripts it lacks. Arabic and Korean set their own digits and
/// signs, too: Latin ones stand at another height.
std::string families(const TextRequest& request) {
  const std::string latin = request.style.family;
  const ScriptFonts& fonts = script_fonts(request);
  const std::string script = is_display(request) ? fonts.display : fonts.text;
  const std::string noto = is_display(request) ? "Noto Serif" : "Noto Sans";
  const bool own_signs = is_arabic(request) || request.language.starts_with("ko");
  return own_signs ? script + "," + latin + "," + noto : latin + "," + script + "," + noto;
}

int weight(const TextRequest& request) {
  if (is_display(request) && is_arabic(request)) return 700;
  return request.bold ? std::max(request.style.weight, 700) : request.style.weight;
}

/// Arabic display stands on taller lines than the design's Latin ones.
float line_height(const TextRequest& request) {
  const float least = is_arabic(request) ? (is_display(request) ? 1.4f : 1.3f) : 0;
  return std::max(request.style.line, least) * request.style.px;
}

Font font_for(const TextRequest& request) {
  Font font(pango_font_description_new());
  pango_font_description_set_family(font.get(), families(request).c_str());
  pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(weight(request)));
  pango_font_description_set_absolute_size(font.get(), request.style.px * PANGO_SCALE);
  return font;
}

PangoAlignment alignment(const TextRequest& request) {
  if (request.align == 0) return PANGO_ALIGN_CENTER;
  const bool at_left = (request.align < 0) != request.right_to_left;
  return at_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

/// FNV-1a (RFC 9923) and the same with another factor: 128 bits do not meet by chance.
using Hash = std::pair<std::uint64_t, std::uint64_t>;
struct FirstHalf {
  std::size_t operator()(const Hash& hash) const { return hash.first; }
};
Hash hash_of(std::string_view text) {
  Hash hash{0xcbf29ce484222325u, 0x84222325cbf29ce4u};
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    hash.first = (hash.first ^ byte) * 0x100000001b3u;
    hash.second = (hash.second ^ byte) * 0x9e3779b97f4a7c15u;
  }
  return hash;
}

constexpr std::size_t kMostMeasured = 8192;

/// A line of a layout as the design sets it: its own line height, whatever fonts stand in for missing glyphs.
struct Line {
  PangoLayoutLine* line = nullptr;
  float x = 0;         ///< where the line begins, within the request's width
  float width = 0;     ///< advance
  float baseline = 0;  ///< from the top of the first line's box
};

void note_ink(const std::vector<Line>& lines, TextSize& size) {
  constexpr float kNothing = 1e6f;
  size.ink_left = size.ink_top = kNothing;
  size.ink_right = size.ink_bottom = -kNothing;
  for (const Line& line : lines) {
    PangoRectangle ink;
    pango_layout_line_get_extents(line.line, &ink, nullptr);
    if (ink.width == 0) continue;
    size.ink_left = std::min(size.ink_left, line.x + to_px(ink.x));
    size.ink_right = std::max(size.ink_right, line.x + to_px(ink.x + ink.width));
    size.ink_top = std::min(size.ink_top, line.baseline + to_px(ink.y));
    size.ink_bottom = std::max(size.ink_bottom, line.baseline + to_px(ink.y + ink.height));
  }
}

}  // namespace

struct Type::Context {
  std::unordered_map<Hash, TextSize, FirstHalf> measured;
  std::unique_ptr<PangoFontMap, Unref> fonts{pango_cairo_font_map_new()};
  std::unique_ptr<PangoContext, Unref> context{pango_font_map_create_context(fonts.get())};

  Context() {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
  }

  Layout lay_out(const TextRequest& request) {
    pango_context_set_base_dir(context.get(),
                               request.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    if (!request.language.empty())
      pango_context_set_language(context.get(), pango_language_from_string(request.language.c_str()));
    Layout layout(pango_layout_new(context.get()));
    const Font font = font_for(request);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_alignment(layout.get(), alignment(request));
    if (request.width > 0) {
      pango_layout_set_width(layout.get(), static_cast<int>(std::ceil(request.width * PANGO_SCALE)));
      pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
      pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
      pango_layout_set_height(layout.get(), -std::max(request.max_lines, 1));
    }
    pango_layout_set_text(layout.get(), request.text.data(), static_cast<int>(request.text.size()));
    set_attributes(layout, request);
    return layout;
  }

  static void set_attributes(const Layout& layout, const TextRequest& request) {
    const std::unique_ptr<PangoAttrList, AttributesFree> list(pango_attr_list_new());
    if (is_display(request)) {
      pango_attr_list_insert(list.get(), pango_attr_font_features_new("lnum=1"));
      if (!is_arabic(request) && !is_east_asian(request)) {
        const double tracking = kDisplayTracking * request.style.px * PANGO_SCALE;
        pango_attr_list_insert(list.get(), pango_attr_letter_spacing_new(static_cast<int>(tracking)));
      }
    }
    if (request.underlined > 0) {
      PangoAttribute* underline = pango_attr_underline_new(PANGO_UNDERLINE_SINGLE);
      underline->start_index = static_cast<guint>(request.text.size() - request.underlined);
      pango_attr_list_insert(list.get(), underline);
    }
    pango_layout_set_attributes(layout.get(), list.get());
  }

  std::vector<Line> lines(const Layout& layout, const TextRequest& request) {
    const Font font = font_for(request);
    const std::unique_ptr<PangoFontMetrics, MetricsFree> metrics(
        pango_context_get_metrics(context.get(), font.get(), pango_context_get_language(context.get())));
    const float ascent = to_px(pango_font_metrics_get_ascent(metrics.get()));
    const float descent = to_px(pango_font_metrics_get_descent(metrics.get()));
    const float height = line_height(request);
    float baseline = (height - ascent - descent) / 2 + ascent;

    std::vector<Line> found;
    const std::unique_ptr<PangoLayoutIter, IterFree> iter(pango_layout_get_iter(layout.get()));
    do {
      PangoRectangle logical;
      pango_layout_iter_get_line_extents(iter.get(), nullptr, &logical);
      found.push_back({pango_layout_iter_get_line_readonly(iter.get()), to_px(logical.x),
                       to_px(logical.width), baseline});
      baseline += height;
    } while (pango_layout_iter_next_line(iter.get()));
    return found;
  }
};

std::string TextRequest::key() const {
  const auto number = [](auto value) { return std::to_string(value) + "|"; };
  return number(style.px) + number(style.weight) + number(style.line) + number(width) + number(max_lines) +
         number(right_to_left) + number(align) + number(bold) + number(underlined) + number(colour.r) +
         number(colour.g) + number(colour.b) + number(style.display) + style.family + "|" + language + "|" +
         text;
}

Type::Type() : context_(std::make_unique<Context>()) {}
Type::~Type() = default;

TextSize Type::measure(const TextRequest& request) {
  auto& measured = context_->measured;
  const Hash hash = hash_of(request.key());
  if (const auto found = measured.find(hash); found != measured.end()) return found->second;
  if (measured.size() >= kMostMeasured) measured.clear();
  return measured.emplace(hash, measure_anew(request)).first->second;
}

TextSize Type::measure_anew(const TextRequest& request) {
  const Layout layout = context_->lay_out(request);
  const std::vector<Line> lines = context_->lines(layout, request);
  TextSize size;
  for (const Line& line : lines) {
    size.width = std::max(size.width, line.width);
    ++size.lines;
  }
  note_ink(lines, size);
  size.height = static_cast<float>(size.lines) * line_height(request);
  size.overflows = pango_layout_is_ellipsized(layout.get()) != FALSE ||
                   size.lines > std::max(request.max_lines, 1) ||
                   (request.width > 0 && size.width > request.width + 1);
  size.missing_glyph = pango_layout_get_unknown_glyphs_count(layout.get()) > 0;
  return size;
}

Pixels Type::draw(const TextRequest& request) {
  const Layout layout = context_->lay_out(request);
  const std::vector<Line> lines = context_->lines(layout, request);
  TextSize size;
  note_ink(lines, size);
  if (size.ink_right < size.ink_left) return {};

  const int x = static_cast<int>(std::floor(size.ink_left)) - 1,
            y = static_cast<int>(std::floor(size.ink_top)) - 1;
  const Surface surface = new_surface(static_cast<int>(std::ceil(size.ink_right)) + 1 - x,
                                      static_cast<int>(std::ceil(size.ink_bottom)) + 1 - y);
  const Cairo cairo = new_cairo(surface);
  set_colour(cairo, request.colour);
  for (const Line& line : lines) {
    cairo_move_to(cairo.get(), line.x - static_cast<float>(x),
                  std::round(line.baseline) - static_cast<float>(y));
    pango_cairo_show_layout_line(cairo.get(), line.line);
  }
  Pixels pixels = to_pixels(surface);
  pixels.left = x;
  pixels.top = y;
  return pixels;
}

Type::Caret Type::caret_at_end(const TextRequest& request) {
  const Layout layout = context_->lay_out(request);
  const std::vector<Line> lines = context_->lines(layout, request);
  PangoRectangle strong;
  pango_layout_get_cursor_pos(layout.get(), static_cast<int>(request.text.size()), &strong, nullptr);
  const float height = line_height(request);
  return {to_px(strong.x), height * static_cast<float>(lines.size() - 1), height};
}

}  // namespace farewell::kiosk
