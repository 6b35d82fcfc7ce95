extension Template {
  /// A format of the writer's own, made of an entry: it leads where the entry went.
  ///
  /// Headings become sections. Those of the entry's format keep their guidance; of the writer's own, the first words
  /// become the example. Nothing else of the text is in the format.
  ///
  /// - Parameters:
  ///   - template: the entry's format, if it has one.
  ///   - title: what the format is called.
  ///   - language: the format's, where neither the entry nor its format says one.
  package init(of entry: Entry, in template: Template?, title: String, language: Language) {
    let guided = GuidedText(body: entry.body, template: template, metadata: entry.metadata).sections
    let opening = guided.first { $0.heading == nil }
    self.init(
      reference: TemplateName(family: "own", name: template?.reference.asciiName ?? "format"),
      language: entry.metadata.language ?? template?.language ?? language, title: title.oneLine,
      kind: entry.metadata.kind ?? template?.kind ?? .free, channels: entry.metadata.channels,
      next: template?.next ?? [], series: template?.series, tags: entry.metadata.tags,
      checksOff: template?.checksOff ?? [],
      compose: template?.compose ?? [:], opening: template?.opening ?? "",
      openingPrompt: template?.openingPrompt ?? Prompt(example: opening?.example),
      sections: Self.sections(of: guided))
  }

  private static func sections(of guided: [GuidedSection]) -> [Section] {
    let known = Set(guided.compactMap { $0.section?.id })
    var free = (1...).lazy.map { "part-\($0)" }.filter { !known.contains($0) }.makeIterator()
    return guided.prefix(TemplateBody.sectionLimit).compactMap { part in
      guard let heading = part.heading else { return nil }
      if let section = part.section { return section }
      guard let id = free.next() else { return nil }
      return Section(
        id: id, heading: heading.text, level: heading.level, prompt: Prompt(example: part.example))
    }
  }
}

extension TemplateName {
  /// The format's name, where a file of ours may be called that.
  fileprivate var asciiName: String? {
    let isWord = name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    return isWord ? name : nil
  }

  /// The same with a number behind it.
  package func numbered(_ number: Int) -> TemplateName {
    TemplateName(family: family, name: "\(name)-\(number)")
  }
}

extension GuidedSection {
  /// The longest example that the guide shows whole, in graphemes.
  private static let longestExample = 90

  /// What is written there, as an example of what may be: its first sentences; nil where that could not stand in a
  /// comment.
  fileprivate var example: String? {
    var example = ""
    for sentence in Sentence.all(of: text) where example.count + sentence.count <= Self.longestExample {
      example += example.isEmpty || example.last.map { !$0.isASCII } == true ? sentence : " " + sentence
    }
    let isComment = example.contains("-->") || example.contains("<!--")
    return example.isEmpty || isComment ? nil : example
  }
}
