/// A second version of a file, put beside it when two places changed it at once: by Syncthing, Dropbox,
/// Nextcloud, or by a save here that met somebody else's change. It is no entry of its own.
package enum ConflictCopy {
  /// The name of the file that the copy was made beside; nil where the name is not a conflict copy's.
  ///
  /// Syncthing: "a.sync-conflict-20261120-210400-ABCDEFG.md"; Dropbox and Nextcloud: "a (Hana's conflicted
  /// copy 2026-11-20).md", in Japanese "a (Hana の競合コピー 2026-11-20).md"; ours: "a.conflict-20261120-210400.md".
  package static func originalName(of name: String) -> String? {
    let file = FileName(name)
    let stem = file.stem
    let end =
      endBeforeMarker(in: stem, ours) ?? endBeforeMarker(in: stem, syncthings) ?? endBeforeRemark(in: stem)
    return end.map { stem[..<$0] + file.ending }
  }

  /// Whether the name is that of a conflict copy that this program did not make.
  static func isOfOtherProgram(_ name: String) -> Bool {
    originalName(of: name) != nil && endBeforeMarker(in: FileName(name).stem, ours) == nil
  }

  /// Names for a copy of `name`, to be tried one after the other.
  ///
  /// - Parameter moment: as "20261120-210400".
  static func names(for name: String, moment: String) -> some Sequence<String> {
    let file = FileName(name)
    return FileName.numbered { file.stem(with: ours + moment + $0 + file.ending) }
  }

  private static let ours = ".conflict-"
  private static let syncthings = ".sync-conflict-"

  private static func endBeforeMarker(in stem: String, _ start: String) -> String.Index? {
    guard let dot = stem.utf8.lastIndex(of: UInt8(ascii: ".")), dot != stem.startIndex else { return nil }
    let marker = stem.utf8[dot...]
    return marker.starts(with: start.utf8) && isMoment(marker.dropFirst(start.utf8.count)) ? dot : nil
  }

  /// Whether the text begins as "20261120-210400".
  private static func isMoment(_ text: Substring.UTF8View) -> Bool {
    let moment = text.prefix(15)
    return moment.count == 15
      && moment.enumerated().allSatisfy { $1.isDigit || ($1 == UInt8(ascii: "-") && $0 == 8) }
  }

  private static func endBeforeRemark(in stem: String) -> String.Index? {
    guard stem.utf8.last == UInt8(ascii: ")"), let start = stem.utf8.lastIndex(of: UInt8(ascii: "(")),
      start != stem.startIndex, stem.utf8[stem.utf8.index(before: start)] == UInt8(ascii: " ")
    else { return nil }
    let remark = String(stem[start...])
    let isOne = ["conflicted copy ", "競合コピー "].contains { words in
      remark.utf8.firstRange(of: words.utf8).map { remark.utf8[$0.upperBound...].first?.isDigit ?? false }
        ?? false
    }
    return isOne ? stem.utf8.index(before: start) : nil
  }
}
