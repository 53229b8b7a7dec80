#include "app/hub/routes/routes.h"

namespace farewell::hub {

Status add_routes(Router& router, Hub& hub, const std::filesystem::path& assets) {
  add_terminal_routes(router, hub);
  add_batch_routes(router, hub);
  add_config_routes(router, hub);
  add_help_call_routes(router, hub);
  add_session_routes(router, hub);
  add_response_routes(router, hub);
  add_export_routes(router, hub);
  add_health_routes(router, hub);
  return add_page_routes(router, assets);
}

}  // namespace farewell::hub
