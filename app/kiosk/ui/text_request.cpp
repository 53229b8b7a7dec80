#include "app/kiosk/ui/text_request.h"

#include "app/kiosk/ui/phrases.h"

namespace farewell::kiosk {
namespace {

int align_of(Align align) {
  switch (align) {
    case Align::start:
      return -1;
    case Align::centre:
      return 0;
    case Align::end:
      return 1;
  }
  return -1;
}

}  // namespace

TextRequest request_for(const Text& text, const Theme& theme, const Metrics& metrics, bool right_to_left,
                        const std::string& language) {
  TextRequest request;
  request.style = theme[text.role];
  request.style.px = text.px > 0 ? text.px : metrics.px(request.style.px);
  if (text.line > 0) request.style.line = text.line;
  if (text.weight > 0) request.style.weight = text.weight;
  request.bold = text.bold;
  request.width = text.rect.w;
  request.max_lines = text.max_lines;
  request.right_to_left = right_to_left;
  request.align = align_of(text.align);
  request.language = text.language.empty() ? language : text.language;
  request.text = text.typed ? text.text : kept_together(text.text, request.language);
  request.colour = theme[text.colour];
  request.underlined = text.underlined;
  return request;
}

}  // namespace farewell::kiosk
