/// Where the journal is.
package enum JournalLocation {
  /// The path of the journal's folder: the option's, else `KISEKI_JOURNAL`, else the configured one, else
  /// `kiseki/journal` in the folder for a user's data (XDG Base Directory Specification: `XDG_DATA_HOME`
  /// where that is an absolute path, else `~/.local/share`). What is empty counts as not said; a leading "~/"
  /// is the home folder, as no shell expands it in a variable or a file.
  ///
  /// - Returns: nil where only the home folder could tell and nobody knows that: a journal in whatever folder the
  ///   program happens to be started in would be lost.
  package static func resolve(
    option: String?, environment: [String: String], configured: String?
  ) -> String? {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let said = [option, environment["KISEKI_JOURNAL"], configured].compactMap { $0 }.first { !$0.isEmpty }
    if let said { return said == "~" || said.hasPrefix("~/") ? home.map { $0 + said.dropFirst() } : said }
    let dataHome = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (dataHome ?? home.map { FilePath.join($0, ".local/share") })
      .map { FilePath.join($0, "kiseki/journal") }
  }
}
