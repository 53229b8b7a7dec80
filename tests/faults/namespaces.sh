#!/usr/bin/env bash
# Terminal and hub as two machines: a network namespace each and a cable between them, IPv6 and nothing else, TLS by
# the hub itself under the shop's own certificate authority. The cable is pulled, the hub's replies vanish, a
# stranger stands in for the hub: the screen thanks all the same, and in the end nothing is lost and nothing twice.
# usage: tests/faults/namespaces.sh BUILD      as root, for `ip netns`; otherwise it is skipped, saying so
set -euo pipefail
build=$(cd "${1:?the build folder}" && pwd)
cd "$(dirname "$0")/../.."
# shellcheck source=tests/faults/shop.sh
. tests/faults/shop.sh
# shellcheck source=tests/faults/shop_hub.sh
. tests/faults/shop_hub.sh

far=farewell-hub-$$ near=farewell-shop-$$ # the namespaces
trap 'leave; ip netns del "$far" 2>/dev/null || true; ip netns del "$near" 2>/dev/null || true' EXIT
for one in "$far" "$near"; do
  ip netns add "$one" 2>/dev/null && ip netns exec "$one" true 2>/dev/null ||
    { echo "skipped: no network namespaces here"; exit 77; }
done
hub_url="https://[fd00:fa::2]:8443"
program=$kiosk_program

lay_cable() { # an address outlives a pulled cable, as with any network manager
  ip netns exec "$near" sysctl -qw net.ipv6.conf.all.keep_addr_on_down=1
  ip link add cable0 netns "$near" type veth peer name cable1 netns "$far"
  ip -n "$near" addr add fd00:fa::1/64 dev cable0 nodad
  ip -n "$far" addr add fd00:fa::2/64 dev cable1 nodad
  ip -n "$far" link set cable1 up
  cable up
}
cable() { ip -n "$near" link set cable0 "$1"; }
replies() { ip -n "$far" -6 route "$1" blackhole fd00:fa::1; } # add: they vanish; del: they come again

certify() { # NAME: an authority that says who the hub is
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$1" \
    -addext subjectAltName=IP:fd00:fa::2 -keyout "$work/$1.key" -out "$work/$1.pem" 2>/dev/null
}
start_hub() { # AUTHORITY: under this one's certificate
  mkdir -p "$work/hub"
  : >"$work/hub.log"
  ip netns exec "$far" "$hub_program" serve --data "$work/hub" --listen '[::]:8443' \
    --tls-cert "$work/$1.pem" --tls-key "$work/$1.key" >>"$work/hub.log" 2>&1 &
  hub=$!
  wait_until 60 "the hub's start" grep -q 'ready on' "$work/hub.log"
}

# A command on the terminal's machine, which trusts the shop's authority alone.
cat >"$work/in_shop" <<SCRIPT
#!/bin/sh
mount --bind $work/shop.pem /etc/ssl/certs/ca-certificates.crt
exec "\$@"
SCRIPT
chmod +x "$work/in_shop"
printf '#!/bin/sh\nexec ip netns exec %s %s/in_shop %s "$@"\n' "$near" "$work" "$program" >"$work/kiosk"
printf '#!/bin/sh\nexec ip netns exec %s %s/in_shop %s "$@"\n' "$near" "$work" "$farewell_program" >"$work/farewell"
chmod +x "$work/kiosk" "$work/farewell"
kiosk_program=$work/kiosk farewell_program=$work/farewell

certify shop
certify stranger
lay_cable
start_display
start_hub shop
make_site
start_enrolled_terminal "$hub_url"

happy_visit
nothing_lost_nothing_twice "over IPv6 and TLS"

cable down
unhappy_visit "no cable"
happy_visit
cable up
nothing_lost_nothing_twice "the cable was out during two visits"

replies add
happy_visit
sleep 3
replies del
nothing_lost_nothing_twice "the hub's replies vanished for a while"

stop "$hub"
start_hub stranger
happy_visit
wait_until 60 "a refused certificate" grep -q 'certificate' "$work/terminal.log"
stop "$hub"
start_hub shop
nothing_lost_nothing_twice "a stranger stood in for the hub"
echo "Nothing lost, nothing twice: $(wc -l <"$ledger") answers between two machines."
