import Foundation
import Journal

@testable import Storage

/// What tests of importing share: files at `/from` on the simulated disk, and a journal beside them.
protocol ImportsEntries {
  var journal: SimulatedJournal { get }
}

extension ImportsEntries {
  var today: Timestamp { .evening }

  /// Tokyo is where the writer lives; Denver has its summer time.
  var zones: TimeZones {
    TimeZones { _, zone in
      switch zone {
      case nil, "Asia/Tokyo": 32_400
      case "America/Denver": -21_600
      default: nil
      }
    }
  }

  func contents(
    _ format: ImportFormat, at path: String = "/from"
  ) throws(JournalError) -> ImportSource.Contents {
    try ImportSource(format, at: path, zones: zones, fileSystem: journal.disk)
      .contents(besides: journal.folder, today: today)
  }

  func fixture(_ path: String, file: String = #filePath) throws -> String {
    let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Imports/" + path)
    return try String(contentsOf: url, encoding: .utf8)
  }

  /// Imports everything, and returns the paths.
  @discardableResult
  func importAll(_ format: ImportFormat) throws -> [String] {
    let plan = try ImportPlan(contents(format).entries, for: journal.folder)
    return try plan.entries.map { try journal.folder.create($0.entry).path.text }
  }
}
