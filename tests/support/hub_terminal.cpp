#include "tests/support/hub_terminal.h"

#include <stdexcept>

#include "core/base/ids.h"
#include "core/wire/signature.h"

namespace farewell::testing {

std::string response_text(std::int64_t seq, const std::string& id, const std::string& started_at,
                          const std::string& comment) {
  return Json{{"id", id},
              {"seq", seq},
              {"survey", {{"id", "default"}, {"revision", 1}}},
              {"language", "en"},
              {"started_at", started_at},
              {"clock",
               {{"boot", "b5f0c2d1-0000-4000-8000-000000000000"},
                {"monotonic_ms", 81234567},
                {"synchronised", true}}},
              {"satisfaction", {{"value", 2}, {"of", 5}}},
              {"change", {{"topics", {"waiting"}}, {"comment", comment}}},
              {"ended", "completed"},
              {"duration_ms", 18400}}
      .dump();
}

std::vector<std::string> response_texts(std::int64_t first_seq, int count) {
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i)
    texts.push_back(response_text(first_seq + i, new_uuid_v7(1'795'276'800'000 + i)));
  return texts;
}

std::vector<std::string> signature_headers(const wire::Enrolment& enrolled, const std::string& method,
                                           const std::string& target, const std::string& body,
                                           const std::string& nonce) {
  const std::size_t question = target.find('?');
  const std::string path = target.substr(0, question);
  const std::string query = question == target.npos ? "" : target.substr(question + 1);
  const wire::Signed fields =
      wire::sign_request({method, path, query, body}, enrolled.key, enrolled.terminal, 1'795'276'800, nonce);
  return {"Content-Digest: " + fields.content_digest, "Signature-Input: " + fields.signature_input,
          "Signature: " + fields.signature};
}

HttpReply HubTerminal::exchange(const std::string& method, const std::string& target, const std::string& body,
                                std::vector<std::string> headers) {
  const std::string nonce = wire::new_nonce();
  for (auto& header : signature_headers(enrolled, method, target, body, nonce)) headers.push_back(header);
  HttpReply reply = client.exchange(method, target, headers, body);
  const wire::Signed fields{reply.headers["content-digest"], reply.headers["signature-input"],
                            reply.headers["signature"]};
  const Status genuine =
      wire::verify_reply(reply.status, reply.body, fields, enrolled.key, enrolled.terminal, nonce);
  if (!genuine.ok()) {
    throw std::runtime_error("a reply is not signed: " + std::to_string(reply.status) + " " + reply.body);
  }
  return reply;
}

HttpReply HubTerminal::send_batch(const std::string& stream, const std::vector<std::string>& responses) {
  return exchange("POST", "/v1/batches", wire::batch_text(stream, responses, std::nullopt));
}

std::int64_t HubTerminal::upload(const std::string& stream, const std::vector<std::string>& responses) {
  const HttpReply reply = send_batch(stream, responses);
  const auto read = wire::parse_batch_reply(reply.body);
  if (reply.status != 200 || !read.ok()) throw std::runtime_error("refused: " + reply.body);
  return read->have_upto;
}

}  // namespace farewell::testing
