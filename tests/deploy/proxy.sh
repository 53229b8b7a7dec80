#!/usr/bin/env bash
# The hub behind nginx, set up by deploy/proxy/nginx.conf: terminals enrol and send through TLS, callers are told
# apart, and the page's cookie never travels without TLS.
# usage: tests/deploy/proxy.sh BUILD
set -euo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
nginx=$(command -v nginx || echo /usr/sbin/nginx)
[ -x "$nginx" ] || { echo "skipped: nginx is not installed"; exit 77; }

work=$(mktemp -d)
hub=
proxy=
# shellcheck disable=SC2317,SC2086 # called by the trap; no process, no argument
end() { kill $proxy $hub 2>/dev/null || true; wait; rm -rf "$work"; }
trap end EXIT

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=hub.example \
  -addext subjectAltName=DNS:hub.example -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
"$build/app/hub/farewell-hub" serve --data "$work/hub" --listen 127.0.0.1:0 --behind-proxy 127.0.0.1 \
  2>"$work/hub.log" &
hub=$!
port=
for _ in $(seq 600); do
  port=$(sed -n 's/.*ready on http:..127.0.0.1:\([0-9]*\)$/\1/p' "$work/hub.log")
  [ -n "$port" ] && break
  sleep 0.1
done
[ -n "$port" ] || { cat "$work/hub.log"; exit 1; }

tls=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
sed -e "s|127.0.0.1:8480|127.0.0.1:$port|; s|listen 443 ssl|listen 127.0.0.1:$tls ssl|; s|/etc/ssl/farewell|$work|" \
  deploy/proxy/nginx.conf >"$work/farewell.conf"
cat >"$work/nginx.conf" <<CONF
daemon off;
pid $work/pid;
error_log $work/error.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/body;
  proxy_temp_path $work/proxy;
  fastcgi_temp_path $work/fastcgi;
  uwsgi_temp_path $work/uwsgi;
  scgi_temp_path $work/scgi;
  include $work/farewell.conf;
}
CONF
"$nginx" -q -t -c "$work/nginx.conf" -e "$work/error.log"
"$nginx" -c "$work/nginx.conf" -e "$work/error.log" &
proxy=$!

ask() { # PATH [curl's options]…: the body, and the status on a line of its own
  local path=$1
  shift
  curl --silent --show-error --max-time 20 --cacert "$work/cert.pem" \
    --resolve "hub.example:$tls:127.0.0.1" --write-out '\n%{http_code}\n' "$@" "https://hub.example:$tls$path"
}
expect() { # WHAT WANTED GOT
  [ "$2" = "$3" ] || { echo "$1: wanted '$2', got '$3'"; cat "$work/error.log" "$work/hub.log"; exit 1; }
}
run() { "$build/app/hub/farewell-hub" "$@" --data "$work/hub"; }

for _ in $(seq 100); do
  [ "$(ask /healthz 2>/dev/null | tail -n 1)" = 200 ] && break
  sleep 0.1
done
expect "the hub answers through TLS" 200 "$(ask /healthz | tail -n 1)"
run site add "Demo shop" --time-zone Europe/Oslo >/dev/null
expect "a terminal enrols" 201 \
  "$(ask /v1/terminals --data "{\"code\":\"$(run pair --site "Demo shop")\",\"name\":\"Front door\"}" | tail -n 1)"
token=$(run token --site "Demo shop" --name Ida)
expect "a manager reads the day" 200 "$(ask /v1/responses --header @<(echo "Authorization: Bearer $token") | tail -n 1)"
echo "{\"token\":\"$token\"}" >"$work/token.json"
ask /v1/session --data "@$work/token.json" --dump-header "$work/headers" >/dev/null
expect "the page's cookie is for TLS only" 1 "$(grep -ci '^set-cookie:.*; Secure' "$work/headers")"
status=$(ask "/v1/site?guess=[1-40]" --header "Authorization: Bearer guess" | tail -n 1) # on one connection
expect "who guesses is throttled by his own address" 429 "$status"
echo "The hub works behind nginx."
