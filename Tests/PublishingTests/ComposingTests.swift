import Journal
import Testing

@testable import Publishing

struct ComposingTests {
  // MARK: The template

  @Test(
    arguments: [
      ("{{a}}", "A"), ("{{ a }}。{{none}}", "A。"), ("{{#a}}x{{/a}}{{#none}}y{{/none}}", "x"),
      ("{{^a}}x{{/a}}{{^none}}y{{/none}}", "y"),
      ("{{#a}}{{#none}}x{{/none}}{{b}}{{/a}}", "B"), ("{{#none}}{{#a}}x{{/a}}{{/none}}", ""),
      ("{{amp}}", "<&>"),
      ("{{#a}}\nx\n{{/a}}\ny", "x\ny"), ("  {{#none}}\nx\n  {{/none}}\ny", "y"),
      ("x {{#a}} y {{/a}}", "x  y "),
      ("", ""), ("} }} {", "} }} {"),
    ])
  func `Variables and sections are filled`(template: String, expected: String) throws {
    let values = ["a": "A", "b": "B", "amp": "<&>", "empty": ""]
    #expect(try ComposeTemplate(template).text(values) == expected)
  }

  @Test(arguments: [
    ("{{", 1), ("a\n{{#a}}", 2), ("{{/a}}", 1), ("\n{{#a}}{{/b}}", 2), ("{{>a}}", 1), ("{{&a}}", 1),
    ("{{{a}}}", 1),
  ])
  func `What is no such template is a fault`(template: String, line: Int) {
    #expect(throws: ComposeTemplate.Fault(line: line)) { try ComposeTemplate(template) }
  }

  // MARK: The entry

  private var template: Template {
    Template(
      reference: TemplateName(family: "failure", name: "ywt"), language: .japanese, title: "YWT",
      kind: .failure,
      compose: ["social": "{{did}}{{#next}}\n\n---\n\n次：{{next}}{{/next}}", "line": "{{did}}"],
      sections: [
        Template.Section(id: "did", heading: "やったこと", prompt: Prompt(question: "何を？")),
        Template.Section(id: "next", heading: "次", startingText: "まず"),
      ])
  }

  private func entry(_ body: String, title: String? = "題") -> Entry {
    var metadata = EntryMetadata()
    metadata.title = title
    metadata.template = template.reference
    return Entry(metadata: metadata, body: body)
  }

  private func channel(_ compose: [String], _ form: Channel.Form = .post) -> Channel {
    var channel = Channel(id: "c", form: form)
    channel.compose = compose
    return channel
  }

  @Test func `A format says how its sections become a post`() {
    let draft = channel(["social"]).draft(
      of: entry("## やったこと\n<!-- 内緒 -->\n**試作**した。\n\n## 次\n\n公開する\n"), template: template)
    #expect(draft == Draft(parts: ["試作した。", "次：公開する"]))
  }

  @Test func `Starting text, guidance and empty sections never leak`() {
    let draft = channel(["social"]).draft(of: entry("## やったこと\n\n試作。\n\n## 次\n\nまず\n"), template: template)
    #expect(draft.parts == ["試作。"])
  }

  @Test func `The first name that a format knows counts`() {
    let body = "## やったこと\n\n試作。\n\n## 次\n\n公開\n"
    #expect(channel(["story", "line", "social"]).draft(of: entry(body), template: template).parts == ["試作。"])
  }

  @Test(arguments: [(40, "長い。\n\n次：次も長い。"), (5, "長い。"), (1, "長い。\n\n次：次も長い。")])
  func `What is not split takes the first way that fits`(limit: Int, expected: String) {
    var channel = channel(["social", "line"], .caption)
    channel.limits = [Channel.Limit(length: limit, unit: .graphemes)]
    let long = entry("## やったこと\n長い。\n\n## 次\n次も長い。\n")
    #expect(channel.draft(of: long, template: template).parts == [expected])
  }

  @Test func `Without a way of composing, the sections follow each other without headings`() {
    let draft = channel([]).draft(of: entry("前書き\n\n## やったこと\n\n試作。\n\n## 次\n"), template: template)
    #expect(draft.parts == ["前書き\n\n試作。"])
  }

  @Test func `What the format has no place for is told`() {
    let draft = channel(["social"]).draft(
      of: entry("## やったこと\n\n試作。\n\n## 余談\n\n楽しかった。\n"), template: template)
    #expect(draft == Draft(parts: ["試作。"], notices: [.leftOut(headings: ["余談"])]))
  }

  @Test func `An entry whose headings are all its own is taken as it is`() {
    let draft = channel(["social"]).draft(of: entry("## 余談\n\n楽しかった。\n"), template: template)
    #expect(draft == Draft(parts: ["楽しかった。"]))
  }

  @Test func `An entry without text makes no parts`() {
    #expect(channel(["social"]).draft(of: entry(""), template: template).parts.isEmpty)
    #expect(channel([], .caption).draft(of: entry("<!-- x -->\n"), template: nil).parts.isEmpty)
  }

  @Test func `A broken way of composing is passed over`() {
    var template = template
    template.compose["social"] = "{{#did}}"
    let draft = channel(["social"]).draft(of: entry("## やったこと\n\n試作。\n"), template: template)
    #expect(draft.parts == ["試作。"])
  }

  @Test func `Half a comment does not hide the rest`() {
    let half = entry("一つめ。\n\n<!-- 控え\n\n二つめ。`<!--`\n\n```\n<!-- code\n```\n")
    #expect(
      channel([]).draft(of: half, template: nil).parts == ["一つめ。\n\n<!-- 控え\n\n二つめ。<!--\n\n<!-- code"])
    #expect(
      article(.markdown, .init()).draft(of: half, template: nil).parts == [
        "一つめ。\n\n\\<!-- 控え\n\n二つめ。`<!--`\n\n```\n<!-- code\n```\n"
      ])
  }

  // MARK: Articles

  private func article(_ markup: Channel.Markup, _ article: Channel.Article, levels: ClosedRange<Int>? = nil)
    -> Channel
  {
    var channel = Channel(
      id: "a", form: .article, shows: .init(markup: markup, headings: true, headingLevels: levels))
    channel.article = article
    return channel
  }

  @Test func `Headings take the levels that the place has`() {
    let note = article(.markdown, .init(), levels: 2...3)
    let draft = note.draft(
      of: entry("# 題\n\n前\n\n# 大\n\n本文\n\n#### 小\n\n本文\n\n```\n# 注釈\n```\n"), template: nil)
    #expect(draft.parts == ["前\n\n## 大\n\n本文\n\n### 小\n\n本文\n\n```\n# 注釈\n```\n"])
  }

  @Test func `Front matter says what the entry says`() {
    let lines = [
      ("title", "{title}"), ("date", "{date:YYYY-MM-DD}"), ("tags", "{tags}"), ("lastmod", "{lastmod}"),
      ("draft", "true"), ("slug", ""), ("cjk", "{is-japanese}"),
    ].map { Channel.FrontMatterLine(key: $0.0, value: $0.1) }
    var entry = entry("本文\n", title: "注意: \"#\"")
    entry.metadata.date = Timestamp("2026-11-20T21:04:05+09:00")
    entry.metadata.tags = ["学び", "a, b"]
    let draft = article(.markdown, .init(frontMatter: lines)).draft(of: entry, template: nil)
    #expect(
      draft.parts == [
        """
        ---
        title: "注意: \\"#\\""
        date: 2026-11-20
        tags: [学び, "a, b"]
        draft: true
        slug: ''
        cjk: true
        ---

        本文

        """
      ])
  }

  @Test func `Plain text keeps title and headings`() {
    let draft = article(.plain, .init()).draft(of: entry("## 学び\n\n本文\n\n---\n\n後\n"), template: nil)
    #expect(draft.parts == ["題\n\n【学び】\n\n本文\n\n後\n"])
  }

  @Test func `HTML is a whole page`() throws {
    let draft = article(.html, .init(hasTitleHeading: true)).draft(of: entry("は**「あ」**で\n"), template: nil)
    let page = try #require(draft.parts.first)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ja\">"))
    #expect(page.contains("<h1>題</h1>\n<p>は<strong>「あ」</strong>で</p>\n</main>"))
  }

  // MARK: Advertising

  @Test func `The mark of advertising is in the first part`() {
    var channel = channel([])
    channel.limits = [.init(length: 20, unit: .graphemes)]
    let draft = channel.draft(of: entry("とてもよい靴でした。毎日はいています。ぜひ試してください。\n\n#靴 #PR\n"), template: nil)
    #expect(draft.parts.first?.hasPrefix("#PR\nとても") == true)
    #expect(draft.parts.dropFirst().allSatisfy { !$0.contains("#PR") })
    #expect(draft.notices == [.disclosureMoved("#PR")])
  }

  @Test(arguments: [
    "【PR】よい靴でした。毎日はいています。ぜひ試してください。", "Ad: a pair of very good shoes. I wear them every day. #ad",
    "よい靴でした。 #PR",
  ])
  func `It stays where it is seen already`(text: String) {
    var channel = channel([])
    channel.limits = [.init(length: 20, unit: .graphemes)]
    #expect(
      channel.draft(of: entry(text), template: nil).notices.allSatisfy {
        $0 != .disclosureMoved("#PR") && $0 != .disclosureMoved("#ad")
      })
  }

  @Test(arguments: [
    "サービスを提供する会社で働いています。毎日のことを書きます。", "広告代理店にいたころの話です。よい靴を買いました。",
  ])
  func `Words of somebody's work are no mark`(text: String) {
    var channel = channel([])
    channel.limits = [.init(length: 20, unit: .graphemes)]
    let draft = channel.draft(of: entry(text + "\n\n#PR"), template: nil)
    #expect(draft.notices == [.disclosureMoved("#PR")])
  }

  @Test func `The mark of advertising stands before the fold`() {
    var caption = channel([], .caption)
    caption.limits = [.init(length: 2_200, unit: .utf16)]
    caption.fold = 20
    let long = "とてもよい靴でした。毎日はいています。ぜひ試してください。\n\n#靴 #PR"
    #expect(
      caption.draft(of: entry(long), template: nil).parts == [
        "#PR\nとてもよい靴でした。毎日はいています。ぜひ試してください。\n\n#靴"
      ])
    #expect(caption.draft(of: entry("よい靴でした。 #PR"), template: nil).parts == ["よい靴でした。 #PR"])
  }

  @Test func `Signs that a place does not take become others`() throws {
    let youtube = try #require(ChannelTests.library.channel("youtube"))
    let draft = youtube.draft(of: entry("> 引用\n\n1 < 2"), template: nil)
    #expect(draft.parts == ["＞ 引用\n\n1 ＜ 2"])
  }

  // MARK: Too much

  @Test func `Nothing is refused, all is told`() {
    var caption = channel([], .caption)
    caption.limits = [.init(length: 5, unit: .graphemes)]
    caption.hashtagLimit = 1
    caption.linkLimit = 0
    let draft = caption.draft(of: entry("#a #b https://example.com"), template: nil)
    #expect(draft.parts == ["#a #b https://example.com"])
    #expect(
      draft.notices == [
        .tooLong(part: 0, .init(length: 25, unit: .graphemes, limit: 5)),
        .tooManyHashtags(count: 2, limit: 1),
        .tooManyLinks(count: 1, limit: 0),
      ])
  }
}
