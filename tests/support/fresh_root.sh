# Sourced, not run. A fresh Debian 12 root in a folder, and commands inside it, as on a machine that had nothing.
# Wants root: mounts and chroots. Uses this machine's own package sources.

# fresh_root DIR [PACKAGE…]: makes it. The sources and apt's settings are this machine's, since a mirror or a
# proxy may be the only way out.
fresh_root() {
  local root=$1
  shift
  local include=ca-certificates
  [ $# -eq 0 ] || include+=",$(IFS=,; echo "$*")"
  local conf
  conf=$(ls /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf.d/99* 2>/dev/null || true)
  { cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true; } |
    mmdebstrap --quiet --mode=root --variant=minbase --format=directory --include="$include" \
      --setup-hook='mkdir -p "$1/etc/apt/apt.conf.d"' \
      ${conf:+--setup-hook="cp $(echo $conf) \"\$1/etc/apt/apt.conf.d/\""} \
      bookworm "$root" -
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
}

# in_root DIR COMMAND…: runs it there with /proc, /dev and memory file systems, in mount, process and network
# namespaces of its own when NETWORK=none: nothing it starts outlives it, no port meets this machine's.
in_root() {
  local root=$1
  shift
  local net=()
  [ "${NETWORK:-host}" = host ] || net=(--net)
  unshare --mount --pid --fork --kill-child "${net[@]}" bash -c '
    set -e
    root=$1; shift
    mount --rbind "$root" "$root" # a root is a mount point, and `ip netns` counts on it
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm" 2>/dev/null || true
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    mount -t tmpfs tmpfs "$root/run"
    [ -z "'"${net[*]}"'" ] || ip link set lo up
    exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb "$@"
  ' in_root "$root" "$@"
}
