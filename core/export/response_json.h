// Responses as one JSON array, each as the protocol writes it and on a line of its own. Made by
// response_writer() (export.h). One thread at a time.
#pragma once

#include <string>

#include "core/export/export.h"

namespace farewell::exporting {

class ResponseJson final : public ResponseWriter {
 public:
  explicit ResponseJson(Sink sink) : sink_(std::move(sink)) {}
  Status add(const wire::Response& response) override;
  Status finish() override;

 private:
  Sink sink_;
  bool begun_ = false;
};

}  // namespace farewell::exporting
