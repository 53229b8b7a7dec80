// The hub's page and what it is made of, read once at start.
#include "app/hub/http/problem.h"
#include "app/hub/routes/routes.h"
#include "app/hub/secrets.h"
#include "core/base/file.h"
#include "core/base/ids.h"

namespace farewell::hub {

namespace {

namespace fs = std::filesystem;

struct Asset {
  std::string bytes;
  std::string type;
  std::string etag;
};
using Assets = std::map<std::string, Asset>;

const char* type_of(const fs::path& file) {
  const std::string ending = file.extension();
  if (ending == ".html") return "text/html; charset=utf-8";
  if (ending == ".css") return "text/css; charset=utf-8";
  if (ending == ".js") return "text/javascript; charset=utf-8";
  if (ending == ".svg") return "image/svg+xml";
  if (ending == ".json") return "application/json";
  return nullptr;
}

Status load(Assets& assets, const fs::path& folder) {
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    const char* type = type_of(entry.path());
    if (type == nullptr) continue;
    auto bytes = read_file(entry.path());
    if (!bytes.ok()) return bytes.error();
    const std::string etag = '"' + to_hex(hash_of(*bytes)).substr(0, 32) + '"';
    assets[entry.path().filename()] = {*std::move(bytes), type, etag};
  }
  if (failed)
    return Error{ErrorCode::not_found, "cannot be read: " + failed.message() + "; install farewell-hub again",
                 folder};
  return {};
}

Reply reply_with(const Asset& asset, const Request& request) {
  Reply reply;
  reply.headers = {{"Content-Type", asset.type}, {"ETag", asset.etag}, {"Cache-Control", "no-cache"}};
  if (request.header("if-none-match") == asset.etag) {
    reply.status = 304;
  } else {
    reply.body = asset.bytes;
  }
  return reply;
}

asio::awaitable<Reply> give(std::shared_ptr<const Assets> assets, std::string name, Request request) {
  const auto found = assets->find(name);
  if (found == assets->end()) co_return problem(wire::problems::kNotFound, "there is no such file");
  co_return reply_with(found->second, request);
}

}  // namespace

Status add_page_routes(Router& router, const fs::path& folder) {
  auto assets = std::make_shared<Assets>();
  for (const char* part : {"web", "art/faces", "art/parts"}) {
    if (const Status loaded = load(*assets, folder / part); !loaded.ok()) return loaded;
  }
  for (const auto& [path, name] :
       {std::pair("/", "index.html"), std::pair("/openapi.json", "openapi.json")}) {
    if (!assets->contains(name)) {
      return Error{ErrorCode::not_found, "is missing; install farewell-hub again", folder / "web" / name};
    }
    const std::string file = name;
    router.add(
        {"GET", path, 0, [assets, file](Request request) { return give(assets, file, std::move(request)); }});
  }
  router.add({"GET", "/assets/{name}", 0, [assets](Request request) {
                std::string name = request.parameters["name"];
                return give(assets, std::move(name), std::move(request));
              }});
  return {};
}

}  // namespace farewell::hub
