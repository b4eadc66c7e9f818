# Shell side of TAP; source it with `. tests/tools/tap.sh`, end the script with tap_end.

tap_n=0
tap_failed=0

tap_pass() { # NAME
	tap_n=$((tap_n + 1))
	echo "ok $tap_n - $1"
}

tap_fail() { # NAME [WHY]
	tap_n=$((tap_n + 1))
	tap_failed=$((tap_failed + 1))
	echo "not ok $tap_n - $1"
	[ -z "${2:-}" ] || printf '%s\n' "$2" | head -n "${TAP_LINES:-20}" | sed 's/^/# /'
}

tap_skip() { # NAME WHY
	tap_n=$((tap_n + 1))
	echo "ok $tap_n - $1 # SKIP $2"
}

# The command succeeds.
tap_ok() { # NAME COMMAND...
	tap_name=$1
	shift
	if tap_text=$("$@" 2>&1); then
		tap_pass "$tap_name"
	else
		tap_fail "$tap_name" "$tap_text"
	fi
}

# The command succeeds and has nothing to say.
tap_silent() { # NAME COMMAND...
	tap_name=$1
	shift
	if tap_text=$("$@" 2>&1) && [ -z "$tap_text" ]; then
		tap_pass "$tap_name"
	else
		tap_fail "$tap_name" "$tap_text"
	fi
}

# Two words are the same.
tap_is() { # NAME GOT EXPECTED
	if [ "$2" = "$3" ]; then
		tap_pass "$1"
	else
		tap_fail "$1" "got: $2
expected: $3"
	fi
}

tap_end() {
	echo "1..$tap_n"
	[ "$tap_failed" -eq 0 ]
	exit
}
