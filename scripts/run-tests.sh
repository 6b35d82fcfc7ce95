#!/usr/bin/env bash
# Runs the tests that are built and says how many ran and passed, by module and in all. Shows what failed;
# everything else that was printed is in .build/tests.log.
#   scripts/run-tests.sh [arguments of swift test, as --filter InterfaceTests]
set -uo pipefail
cd "$(dirname "$0")/.."

log=.build/tests.log
results=.build/tests.xml
rm -f "$results"

swift test --skip-build --disable-xctest --parallel --xunit-output "$results" "$@" >"$log" 2>&1
status=$?

# A failure is its line and the lines set off below it.
awk '/^✘ Test run with/ { next }
     /^(✘|error:|warning:)|Fatal error|unexpected signal/ { show = 1; print; next }
     /^(◇|✔|➜|↻)/ { show = 0 }
     show' "$log"

if ! grep -qs '</testsuites>' "$results"; then
  echo "The tests did not come to their end. The last lines of $log:"
  tail -n 30 "$log"
  exit 1
fi
awk '
  function report(module, ran, failed, skipped) {
    return sprintf("  %-20s %5d passed%s%s", module, ran - failed - skipped,
      failed ? ", " failed " FAILED" : "", skipped ? ", " skipped " skipped" : "")
  }
  /<testcase / { split($0, part, "\""); split(part[2], name, "."); module = name[1]; ran[module]++; all++ }
  /<skipped/ { skipped[module]++; leftOut++ }
  /<failure/ && last != all { failed[module]++; bad++; last = all }
  END {
    print "Tests that ran:"
    for (module in ran) print report(module, ran[module], failed[module], skipped[module]) | "sort"
    close("sort")
    print report("all", all, bad, leftOut)
    exit all == 0
  }' "$results" || { echo 'No test ran.'; status=1; }
grep 'Test run with' "$log"
exit $status
