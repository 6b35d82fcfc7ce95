import Journal
import YAML

/// A Markdown file of another program, as an entry.
///
/// Its text stays as it is, byte for byte, with its front matter; added are only `import_id`, and `title` and `date`
/// where it says none. The date is the front matter's `date`, else its `created` (Obsidian), else that at the beginning
/// of the file's name (of its folder's, for Hugo's `index.md`), else the file's time. Front matter that is not
/// understood stays in the text. TOML between `+++` (Hugo) becomes YAML, as far as it is flat.
///
/// Sources: help.obsidian.md/properties; gohugo.io/content-management/front-matter and /page-bundles;
/// jekyllrb.com/docs/posts and /front-matter.
struct MarkdownImport {
  /// The file's path in the folder that is imported.
  let path: String
  let modified: FileTime
  let zones: TimeZones

  func entry(_ original: String) -> Result<ImportedEntry, ImportRefusal> {
    guard original.contains(where: { !$0.isWhitespace }) else {
      return .failure(ImportRefusal(path, .empty))
    }
    let text = TOMLFrontMatter.inYAML(original)
    let (frontMatter, body) = FrontMatter.split(text)
    guard let fault = frontMatter.fault else {
      return .success(entry(frontMatter, String(body), id: id(of: original), notices: []))
    }
    let line = fault.line
    return .success(
      entry(
        FrontMatter.split("").frontMatter, text, id: id(of: original), notices: [.frontMatterKept(line: line)]
      ))
  }

  private func id(of text: String) -> String {
    var fingerprint = TextFingerprint()
    fingerprint.add(text)
    return "markdown:" + fingerprint.text
  }

  private func entry(
    _ frontMatter: FrontMatter, _ body: String, id: String, notices: [ImportedEntry.Notice]
  ) -> ImportedEntry {
    let said = Set(frontMatter.keys.entries.map(\.key))
    var metadata = frontMatter.metadata
    let date = metadata.date ?? self.date(createdIn: frontMatter)
    if !said.contains(.date) { metadata.date = date }
    let heading = Self.firstHeading(of: body)
    let title = nameWithoutDate
    if !said.contains(.title), heading == nil, !title.isEmpty { metadata.title = title }
    let id = metadata.importID ?? id
    if !said.contains(.importID) { metadata.importID = id }
    return ImportedEntry(
      origin: path, id: id, date: date,
      name: [metadata.title, heading, title].compactMap(\.self).first { !$0.isEmpty }
        ?? FirstWords(body).text,
      text: frontMatter.file(saying: metadata, body: body), notices: notices)
  }

  // MARK: The date

  private func date(createdIn frontMatter: FrontMatter) -> Timestamp {
    frontMatter.text(ofKey: "created").flatMap(zones.timestamp) ?? dateInName
      ?? zones.timestamp(seconds: modified.seconds, zone: nil)
  }

  private var dateInName: Timestamp? { zones.timestamp(String(stem.prefix(Self.dateLength))) }

  /// Of "2024-03-01".
  private static let dateLength = 10

  // MARK: The name

  private var stem: String {
    let (folder, name) = FilePath.split(path)
    let stem = FileName(name).stem
    return stem == "index" && folder != "." ? FilePath.split(folder).name : stem
  }

  private var nameWithoutDate: String {
    guard dateInName != nil else { return stem.trimmed }
    return stem.dropFirst(Self.dateLength).drop { "-_ ".contains($0) }.trimmed
  }

  private static func firstHeading(of body: String) -> String? {
    let first = body.split(whereSeparator: \.isNewline).first { !$0.trimmed.isEmpty }
    guard let first, first.hasPrefix("# ") else { return nil }
    return first.dropFirst(2).trimmed
  }
}

extension FrontMatter {
  /// What a key says that is not the program's own; nil for more than a text.
  func text(ofKey name: String) -> String? {
    guard let yaml = shape.yaml else { return nil }
    let (pairs, _) = (try? FrontMatterSource(text, yaml: yaml).keys()) ?? ([], 0)
    return pairs.first { $0.key.text == name }?.value.text
  }
}
