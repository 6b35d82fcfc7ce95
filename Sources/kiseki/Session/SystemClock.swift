import Glibc
import Interface
import Journal

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
}
