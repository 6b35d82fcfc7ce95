import Journal

/// A small journal: a finished vector statement, an entry that was begun, one that is shared, a plain file.
enum SampleJournal {
  /// What a journal may hold.
  enum Content {
    case usual, nothing, promises, statements
  }

  static func files(_ content: Content, in language: Language) -> [String: Entry] {
    switch content {
    case .usual: files(in: language)
    case .nothing: [:]
    case .promises: promised(in: language)
    case .statements: statements(in: language)
    }
  }

  static func files(in language: Language) -> [String: Entry] {
    switch language {
    case .japanese: japanese
    case .english: english
    }
  }

  private static let japanese = [
    "2026/2026-11-18-ベクトル宣言.md": entry(
      "vector", "statement", .ready, "2026-11-18T21:00:00+09:00", title: "看護の現場から", .japanese,
      """
      ## どこから来たか

      看護師1年目、申し送りを聞き取れないのがこわくて、夜勤の前になるとおなかが痛くなりました。

      ## 一文にすると

      申し送りがこわかった私は、いま新人と練習を続け、誰も夜勤をこわがらない病棟へ向かっています。

      """),
    "2026/2026-11-19-表紙の描き直し.md": entry(
      "failure", "ywt", .draft, "2026-11-19T08:30:00+09:00", title: "表紙の描き直し", .japanese,
      """
      ## やったこと

      絵本の表紙の依頼で、ラフを1案だけ送りました。

      ## わかったこと


      ## 次にやること


      """),
    "2026/2026-11-12-締め切り.md": entry(
      "failure", "ywt", .shared, "2026-11-12T22:10:00+09:00", title: nil, .japanese,
      "## やったこと\n\n締め切りを一日まちがえて覚えていました。\n"),
    "メモ.md": Entry(body: "買い物のメモ\n\n- 牛乳\n"),
  ]

  private static let english = [
    "2026/2026-11-18-vector.md": entry(
      "vector", "statement", .ready, "2026-11-18T21:00:00+09:00", title: "From the ward", .english,
      """
      ## Where I come from

      In my first year as a nurse I was afraid of the handover.

      ## In one sentence

      I was afraid of the handover; now I practise it with newcomers, towards a ward where nobody fears the night.

      """),
    "2026/2026-11-19-cover.md": entry(
      "failure", "ywt", .draft, "2026-11-19T08:30:00+09:00", title: "The cover I drew twice", .english,
      """
      ## What I did

      I sent one rough for the cover of a picture book.

      ## What I learned


      ## What I'll do next


      """),
    "notes.md": Entry(body: "Shopping\n\n- milk\n"),
  ]

  /// The same with promises: one is due on the day of the tests, one is not, one was answered.
  static func promised(in language: Language) -> [String: Entry] {
    let isJapanese = language == .japanese
    var files = Self.files(in: language)
    func add(_ path: String, _ id: String, step: String?, due: String? = nil, origin: String? = nil) {
      let date = "2026-11-\(id.dropFirst(6).prefix(2))T20:00:00+09:00"
      var entry = entry(
        "failure", "ywt", .shared, date, title: isJapanese ? "表紙の描き直し" : "The cover I drew twice", language,
        "")
      entry.metadata.id = id
      entry.metadata.nextStep = step
      entry.metadata.nextDue = due
      entry.metadata.origin = origin
      files[path] = entry
    }
    if isJapanese {
      add("2026/2026-11-13-表紙.md", "20261113-1", step: "今週の金曜、依頼主に色違いのラフを3枚送る。")
      add("2026/2026-11-10-文化祭.md", "20261110-1", step: "来年の文化祭では、朝の点検をふたりでする。", due: "来年の秋")
      add("2026/2026-11-02-電話.md", "20261102-1", step: "焙煎中は電話を外に置く。", due: "あした")
      add("2026/2026-11-04-その後.md", "20261104-1", step: nil, origin: "20261102-1")
    } else {
      add(
        "2026/2026-11-13-cover.md", "20261113-1", step: "On Friday I'll send three small roughs.",
        due: "Next Friday")
      add(
        "2026/2026-11-10-fair.md", "20261110-1", step: "At next year's fair two of us check.",
        due: "next year")
      add("2026/2026-11-02-phone.md", "20261102-1", step: "The phone stays outside.", due: "tomorrow")
      add("2026/2026-11-04-after.md", "20261104-1", step: nil, origin: "20261102-1")
    }
    return files
  }

  /// The same with two older vector statements, the older one of them short.
  static func statements(in language: Language) -> [String: Entry] {
    var files = Self.files(in: language)
    switch language {
    case .japanese:
      files["2026/2026-05-02-宣言.md"] = entry(
        "vector", "statement", .ready, "2026-05-02T21:00:00+09:00", title: "はじめての宣言", language,
        """
        ## どこから来たか

        看護師1年目、申し送りを聞き取れないのがこわくて、夜勤の前になるとおなかが痛くなりました。

        ## いましていること

        先輩の申し送りをまねしています。ひとりで練習しています。

        ## 目的地

        こわがらずに夜勤を迎えること。

        ## 一文にすると

        申し送りがこわかった私は、ひとりで練習しています。

        """)
      files["2026/2026-01-10-メモ.md"] = entry(
        "vector", "statement", .ready, "2026-01-10T21:00:00+09:00", title: "年のはじめ", language,
        "## 目的地\n\nまだわかりません。\n")
    case .english:
      files["2026/2026-05-02-statement.md"] = entry(
        "vector", "statement", .ready, "2026-05-02T21:00:00+09:00", title: "My first statement", language,
        """
        ## Where I come from

        In my first year as a nurse I was afraid of the handover. I never asked back.

        ## What I do now

        I practise the handover alone.

        ## In one sentence

        I was afraid of the handover and practise it alone.

        """)
    }
    return files
  }

  private static func entry(
    _ family: String, _ name: String, _ status: Status, _ date: String, title: String?, _ language: Language,
    _ body: String
  ) -> Entry {
    var metadata = EntryMetadata()
    metadata.title = title
    metadata.date = Timestamp(date)
    metadata.lastModified = metadata.date
    metadata.language = language
    metadata.template = TemplateName(family: family, name: name)
    metadata.kind = Kind(rawValue: family)
    metadata.status = status
    return Entry(metadata: metadata, body: body)
  }
}
