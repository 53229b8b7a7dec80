#include "core/export/response_json.h"

namespace farewell::exporting {

Status ResponseJson::add(const wire::Response& response) {
  std::string text = begun_ ? ",\n" : "[\n";
  try {
    text += wire::to_json(response).dump();
  } catch (const nlohmann::json::exception&) {
    return Error{ErrorCode::invalid, "holds text that is not UTF-8, which JSON cannot carry",
                 "response " + response.id};
  }
  begun_ = true;
  return sink_(text);
}

Status ResponseJson::finish() {
  return sink_(begun_ ? "\n]\n" : "[]\n");
}

}  // namespace farewell::exporting
