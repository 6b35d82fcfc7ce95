extension Collection<Template> {
  /// The one of a format's language versions that an entry was written in: that of the entry's language, else
  /// the one whose headings the entry has most of. Nil without any version.
  package func version(of entry: Entry) -> Template? {
    if let exact = first(where: { $0.language == entry.metadata.language }) { return exact }
    guard count > 1 else { return first }
    let scan = MarkdownScan(entry.body.lines)
    let matches = map { template in
      GuidedText(scan, template: template, metadata: entry.metadata).sections.count { $0.section != nil }
    }
    return zip(self, matches).first { $0.1 == matches.max() }?.0
  }
}
