#!/bin/sh
# Installs what the window and the tests need from the system, where this machine allows it; otherwise names it.
set -u
window="libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xinerama0 libdbus-1-3 libfontconfig1 libportaudio2 espeak-ng fonts-noto-cjk fonts-cantarell"
build="build-essential cmake python3-venv"
tests="xvfb xdotool openbox gsettings-desktop-schemas dbus x11-utils desktop-file-utils binutils libglib2.0-bin python3-dbusmock dunst pulseaudio pulseaudio-utils libasound2-plugins"
wanted="$window $build"
[ "${1:-run}" = test ] && wanted="$wanted $tests"

case "$(uname -s)" in Linux) ;; *) exit 0 ;; esac
if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "This is not a Debian system: please install the equivalents of: $wanted"
  exit 0
fi
missing=""
for package in $wanted; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

run=""
if [ "$(id -u)" != 0 ]; then
  if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    run="sudo -n"
  else
    echo "These system packages are missing and cannot be installed from here:$missing"
    echo "Please run:  sudo apt-get install -y$missing"
    echo "and start again. Going on without them; the window may not open."
    exit 0
  fi
fi
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
install="apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends"
$run $install $missing >/dev/null 2>&1 && exit 0
$run apt-get -o DPkg::Lock::Timeout=300 update -q >/dev/null 2>&1
$run $install $missing >/dev/null && exit 0
echo "Some system packages could not be installed:$missing"
echo "Please install them by hand. Going on; the window may not open."
