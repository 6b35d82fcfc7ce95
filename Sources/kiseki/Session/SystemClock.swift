import Glibc
import Interface
import Journal
import Storage

/// The only place that asks the system what time it is.
enum SystemClock {
  /// Now, for `update`.
  static func moment() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let milliseconds = Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    return Moment(milliseconds: milliseconds, timestamp: timestamp())
  }

  /// The writer's date and time, with the offset of their time zone.
  static func timestamp() -> Timestamp {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return Timestamp(seconds: Int64(seconds), offset: Int(local.tm_gmtoff))
  }

  /// The time zones that the system's data know, for a command that has but one thread: glibc reads a zone's rules only
  /// where the process's own zone is that one.
  static let timeZones = TimeZones { seconds, zone in
    guard let zone else { return offset(at: seconds) }
    guard isZoneName(zone), access("/usr/share/zoneinfo/" + zone, R_OK) == 0 else { return nil }
    let own = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", zone, 1)
    defer {
      if let own { setenv("TZ", own, 1) } else { unsetenv("TZ") }
      tzset()
    }
    tzset()
    return offset(at: seconds)
  }

  private static func offset(at seconds: Int64) -> Int? {
    var time = time_t(seconds)
    var local = tm()
    return localtime_r(&time, &local) == nil ? nil : Int(local.tm_gmtoff)
  }

  /// As "Asia/Tokyo" or "Etc/GMT+9"; nothing that leads elsewhere.
  private static func isZoneName(_ name: String) -> Bool {
    name.utf8.count <= 64
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        part.first?.isLetter == true
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-_".contains($0)) }
      }
  }
}
