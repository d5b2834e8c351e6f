#!/bin/sh
# Makes a bare Debian 12 ready: packages, fonts, build.  Can be run again at
# any time; what is there and right is left alone.
set -eu
cd "$(dirname "$0")"

packages='gcc libc6-dev meson ninja-build pkg-config libyaml-dev
libcairo2-dev libharfbuzz-dev libfreetype-dev libglib2.0-dev libjansson-dev
libpango1.0-dev libfontconfig-dev libmupdf-dev libmujs-dev libgumbo-dev
libopenjp2-7-dev libjbig2dec0-dev libjpeg-dev zlib1g-dev
libdeflate-dev nettle-dev libopencc-dev libopencc-data libxml2-dev libarchive-dev
libmicrohttpd-dev
libharfbuzz-bin python3 qpdf poppler-utils mupdf-tools parallel'
files=fonts/files
export DEBIAN_FRONTEND=noninteractive

say()
{
	printf '%s\n' "$*"
}

die()
{
	say "错误：$*" >&2
	exit 2
}

# Run a command, showing what it prints only if it fails.
quietly()
{
	"$@" >"$tmp/log" 2>&1 || {
		cat "$tmp/log" >&2
		return 1
	}
}

as_root()
{
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo -E "$@"
	else
		say '安装软件包要用 root 身份，或者先装好 sudo。' >&2
		return 1
	fi
}

# Try an apt command; if it fails, refresh the package lists and try again.
apt_try()
{
	"$@" >/dev/null 2>&1 && return
	quietly as_root apt-get -q update && quietly "$@"
}

check_system()
{
	case $(cat /etc/debian_version 2>/dev/null) in
	12 | 12.*) ;;
	*) die '这里不是 Debian 12。请自行装好下列软件包，并按 fonts/README.md' \
		"放好字体，再用 meson 编译：" $packages ;;
	esac
}

install_packages()
{
	have=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' \
		$packages 2>/dev/null) || :
	missing=
	for p in $packages; do
		say "$have" | grep -qx "$p installed" || missing="$missing $p"
	done
	[ "$missing" ] || return 0
	say "      缺少$missing"
	apt_try as_root apt-get -q -y install --no-install-recommends $missing ||
		die '软件包没有装上。请检查网络和软件源，然后重新运行本程序。'
}

# has_sum FILE SHA256
has_sum()
{
	[ -f "$1" ] && say "$2  $1" | sha256sum --check --status -
}

# The lines of the table whose file is not there or not right.
missing_faces()
{
	grep -v '^#' fonts/sources.tsv |
	while read -r file how package member member_sum sum; do
		has_sum "$files/$file" "$sum" || say \
			"$file	$how	$package	$member	$member_sum	$sum"
	done
}

# unpack PACKAGE: get it and take out the members that are wanted.
unpack()
{
	say "      下载 $1…"
	(cd "$tmp" && apt_try apt-get -q download "$1") ||
		die "软件包 $1 没有下载成功。请检查网络，然后重新运行本程序。"
	members=$(awk -v p="$1" '$3 == p { print "./" $4 }' "$tmp/faces")
	dpkg-deb --fsys-tarfile "$tmp/$1"_*.deb |
		tar -x -C "$tmp" -f - $members ||
		die "软件包 $1 里没有所要的字体。"
	rm "$tmp"/*.deb
}

# make_face FILE HOW PACKAGE MEMBER MEMBER_SHA256 SHA256
make_face()
{
	has_sum "$tmp/$4" "$5" ||
		die "软件包 $3 里的 $4 与 fonts/sources.tsv 的校验和不符。"
	# Without other regions' shapes and Hangul a face is half the size.
	case $2 in
	copy) cp "$tmp/$4" "$files/$1.part" ;;
	*) quietly hb-subset "$tmp/$4" --face-index="$2" --desubroutinize \
		--no-hinting --layout-features='*' --layout-features-=locl \
		--unicodes='*' \
		--unicodes-=1100-11FF,3130-318F,A960-A97F,AC00-D7FF \
		--output-file="$files/$1.part" ;;
	esac || die "字体 $1 没有写成。"
	has_sum "$files/$1.part" "$6" ||
		die "做成的字体 $1 与 fonts/sources.tsv 的校验和不符。"
	mv "$files/$1.part" "$files/$1"
}

install_fonts()
{
	mkdir -p "$files"
	missing_faces >"$tmp/faces"
	for p in $(cut -f 3 "$tmp/faces" | sort -u); do
		unpack "$p"
		awk -v p="$p" '$3 == p' "$tmp/faces" |
		while read -r file how package member member_sum sum; do
			make_face "$file" "$how" "$package" "$member" \
				"$member_sum" "$sum"
		done
	done
}

build()
{
	[ -f build/build.ninja ] ||
		quietly meson setup build --buildtype=release ||
		die '配置没有成功，原因见上。'
	quietly ninja -C build || die '编译没有成功，原因见上。'
}

check_system
tmp=$(mktemp -d)
trap 'rm -rf "$tmp" $files/*.part' EXIT
trap 'exit 130' HUP INT TERM
# apt downloads as its own user, who must be able to write here.
[ "$(id -u)" -ne 0 ] || chown _apt "$tmp"

say '[1/3] 软件包…'
install_packages
say '[2/3] 字体…'
install_fonts
say '[3/3] 编译…'
build
say '完成。下一步：build/nianbao --help'
