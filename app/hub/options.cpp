#include "app/hub/options.h"

#include <arpa/inet.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/base/file.h"

namespace farewell::hub {

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

struct Words {
  std::string data, listen = "127.0.0.1:8480", store = "sqlite", site, zone, who, survey, proxy, head,
                    tls_cert, tls_key;
  int connections_per_address = 64;
  bool revokes = false;
};

int wrong_usage(const std::string& why) {
  std::cerr << "farewell-hub: " << why << " (see farewell-hub --help)\n";
  return kWrongUsage;
}

std::variant<Serve, std::string> serve_from(const Words& words) {
  const std::size_t colon = words.listen.rfind(':');
  const std::string port = colon == words.listen.npos ? "" : words.listen.substr(colon + 1);
  std::string host = words.listen.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const bool is_number =
      !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == port.npos;
  if (host.empty() || !is_number || std::stoi(port) > 65535) {
    return "--listen wants HOST:PORT, as in 127.0.0.1:8480, not " + words.listen;
  }
  return Serve{host,        std::stoi(port), words.connections_per_address,
               words.proxy, words.tls_cert,  words.tls_key};
}

void add_data(CLI::App& command, Words& words) {
  command.add_option("--data", words.data, "The hub's folder")->required()->type_name("DIR");
}

void add_site(CLI::App& command, Words& words) {
  command.add_option("--site", words.site, "The site's name")->required()->type_name("NAME");
}

std::string is_ipv6(const std::string& text) {
  in6_addr ignored{};
  return inet_pton(AF_INET6, text.c_str(), &ignored) == 1 ? "" : text + " is no IPv6 address";
}

}  // namespace

std::variant<Options, int> parse_options(int argc, char** argv) {
  Words words;
  CLI::App app("Takes the answers of Farewell's terminals and keeps them for the shops' managers.",
               "farewell-hub");
  app.set_version_flag("--version", "farewell-hub " FAREWELL_VERSION);
  app.footer(
      "Commands other than serve work whether or not a hub is serving the folder.\n"
      "Exit status: 0 done, 1 failed, 2 wrong usage.");
  app.require_subcommand(1);
  CLI::App* serve = app.add_subcommand("serve", "Serve until told to end (SIGTERM)");
  add_data(*serve, words);
  serve->add_option("--listen", words.listen, "Where (default 127.0.0.1:8480)")->type_name("HOST:PORT");
  serve->add_option("--store", words.store, "What keeps the responses: sqlite")->type_name("STORE");
  serve
      ->add_option("--connections-per-address", words.connections_per_address,
                   "Most connections of one address (default 64)")
      ->check(CLI::Range(1, 100'000))
      ->type_name("N");
  serve
      ->add_option("--behind-proxy", words.proxy,
                   "A proxy that sets X-Real-IP: its connections are not limited, and callers are told apart")
      ->check(CLI::ValidIPV4 | CLI::Validator(is_ipv6, "IPV6"))
      ->type_name("ADDRESS");
  CLI::Option* cert = serve
                          ->add_option("--tls-cert", words.tls_cert,
                                       "Speak TLS: the certificate chain; SIGHUP reads it again")
                          ->type_name("PEM");
  CLI::Option* key = serve->add_option("--tls-key", words.tls_key, "Its key")->type_name("PEM");
  cert->needs(key);
  key->needs(cert);
  CLI::App* site = app.add_subcommand("site", "Sites")->require_subcommand(1);
  CLI::App* site_add = site->add_subcommand("add", "Add a site and print its identity");
  site_add->add_option("name", words.site, "The site's name")->required()->type_name("NAME");
  site_add->add_option("--time-zone", words.zone, "Such as Europe/Oslo")->required()->type_name("ZONE");
  add_data(*site_add, words);
  CLI::App* pair = app.add_subcommand("pair", "Print a code that enrols one terminal within ten minutes");
  add_site(*pair, words);
  add_data(*pair, words);
  CLI::App* token =
      app.add_subcommand("token", "Print a token for a manager of one site; it is not shown again");
  token->add_flag("--revoke", words.revokes,
                  "End all tokens of this name instead, and what is signed in by them");
  add_site(*token, words);
  token->add_option("--name", words.who, "Who gets it")->required()->type_name("WHO");
  add_data(*token, words);
  CLI::App* audit = app.add_subcommand("audit", "Who was let in, and what left")->require_subcommand(1);
  CLI::App* audit_list = audit->add_subcommand("list", "Print the audit log, a line of JSON an entry");
  CLI::App* audit_check =
      audit->add_subcommand("check", "Find out whether an entry was changed or taken out");
  audit_check->add_option("--head", words.head, "What an earlier check printed: it must still be in the log")
      ->type_name("HASH");
  for (CLI::App* one : {audit_list, audit_check}) add_data(*one, words);
  CLI::App* config = app.add_subcommand("config", "What terminals ask and say")->require_subcommand(1);
  CLI::App* config_set =
      config->add_subcommand("set", "Give a site's terminals a survey and print its version");
  add_site(*config_set, words);
  config_set->add_option("--survey", words.survey, "A survey (farewell survey check)")
      ->required()
      ->type_name("FILE");
  add_data(*config_set, words);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return wrong_usage(error.what());
  }
  if (site_add->parsed()) return Options{words.data, Command{"site-add", words.site, words.zone}};
  if (pair->parsed()) return Options{words.data, Command{"pair", words.site, ""}};
  if (token->parsed()) {
    return Options{words.data, Command{words.revokes ? "token-revoke" : "token", words.site, words.who}};
  }
  if (audit_list->parsed()) return Options{words.data, Command{"audit-list", "", ""}};
  if (audit_check->parsed()) return Options{words.data, Command{"audit-check", "", words.head}};
  if (config_set->parsed()) {
    const auto text = read_file(words.survey);
    if (text.ok()) return Options{words.data, Command{"config-set", words.site, *text}};
    std::cerr << "farewell-hub: " << text.error().text() << "\n";
    return kFailed;
  }
  if (words.store != "sqlite") return wrong_usage("--store knows sqlite, not " + words.store);
  const auto wanted = serve_from(words);
  if (const auto* why = std::get_if<std::string>(&wanted)) return wrong_usage(*why);
  return Options{words.data, std::get<Serve>(wanted)};
}

}  // namespace farewell::hub
