// Every route that the hub answers, each group in its own file here; assets/web/openapi.json describes them.
// Filled at start; the handlers run on the I/O thread.
#pragma once

#include <filesystem>

#include "app/hub/http/router.h"
#include "app/hub/hub.h"

namespace farewell::hub {

void add_terminal_routes(Router& router, Hub& hub);   ///< enrolment
void add_batch_routes(Router& router, Hub& hub);      ///< uploads
void add_config_routes(Router& router, Hub& hub);     ///< configuration, time
void add_help_call_routes(Router& router, Hub& hub);  ///< from terminals, and accepted by managers
void add_session_routes(Router& router, Hub& hub);    ///< signing in to the page
void add_response_routes(Router& router, Hub& hub);   ///< responses for managers
void add_export_routes(Router& router, Hub& hub);     ///< the same as files
void add_health_routes(Router& router, Hub& hub);     ///< is it well
/// The page and openapi.json, read from `assets` now. Errors: the file that cannot be read.
Status add_page_routes(Router& router, const std::filesystem::path& assets);

/// All of the above.
Status add_routes(Router& router, Hub& hub, const std::filesystem::path& assets);

}  // namespace farewell::hub
