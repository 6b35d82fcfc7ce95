import Foundation
import Journal
import Testing

@testable import Publishing

/// Markdown read with emphasis that works in Japanese, and written for places that show less, or are strict.
struct MarkdownTests {
  private func html(_ markdown: String, isStrict: Bool = false) throws -> String {
    guard let document = MarkdownDocument(markdown, isStrict: isStrict, keepsTags: true) else {
      throw TooMuch()
    }
    return document.html(keepsHTML: true)
  }

  private struct TooMuch: Error {}

  @Test(
    arguments: [
      ("**「重要」**です", "<p><strong>「重要」</strong>です</p>\n"),
      ("これは**「重要」**です", "<p>これは<strong>「重要」</strong>です</p>\n"),
      ("**重要。**次の文", "<p><strong>重要。</strong>次の文</p>\n"),
      ("**Markdown(マークダウン)**は", "<p><strong>Markdown(マークダウン)</strong>は</p>\n"),
      ("~~「削除」~~です", "<p><del>「削除」</del>です</p>\n"),
      ("これは**「重要」** です", "<p>これは<strong>「重要」</strong> です</p>\n"),
      ("**重要**です", "<p><strong>重要</strong>です</p>\n"), ("__重要__です", "<p>__重要__です</p>\n"),
      ("これは*「斜体」*です", "<p>これは<em>「斜体」</em>です</p>\n"),
      ("は\\**「重要」**です", "<p>は**「重要」**です</p>\n"), ("`は**「重要」**`です", "<p><code>は**「重要」**</code>です</p>\n"),
      ("これは **「重要」**です", "<p>これは <strong>「重要」</strong>です</p>\n"),
      (
        "[は**「重要」**で](https://例え.jp/は**「で)",
        "<p><a href=\"https://%E4%BE%8B%E3%81%88.jp/%E3%81%AF**%E3%80%8C%E3%81%A7\">は<strong>「重要」</strong>で</a></p>\n"
      ),
      ("한국어**(강조)**는", "<p>한국어<strong>(강조)</strong>는</p>\n"),
      ("2 * 3 * 4 は**24**です", "<p>2 * 3 * 4 は<strong>24</strong>です</p>\n"),
    ])
  func `Emphasis works next to Japanese brackets`(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  /// The library keeps for all parsers together which signs mean something.
  @Test func `Texts that are read at the same time do not disturb each other`() async throws {
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<2_000).count { _ in (try? html("~~消す~~です")) != "<p><del>消す</del>です</p>\n" }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func `All else is read as CommonMark reads it`() throws {
    struct Example: Decodable {
      let markdown: String
      let html: String
      let example: Int
    }
    let examples = try JSONDecoder().decode(
      [Example].self, from: Data(contentsOf: DataFile.url("Data/cjk-friendly/commonmark.json")))
    #expect(examples.count == 652)
    var differing: [Int] = []
    for example in examples {
      let freed = try html(example.markdown)
      #expect(try html(example.markdown, isStrict: true) == freed, "\(example.example)")
      if freed != example.html { differing.append(example.example) }
    }
    // What changed in CommonMark after 0.29, the version of the library, and its footnotes and tables.
    #expect(differing == Self.laterExamples)
  }

  private static let laterExamples = [28, 171, 354, 625, 626]

  @Test(
    arguments: [
      ("これは**「重要」**です", "これは「**重要**」です"), ("**重要。**次の文", "**重要**。次の文"),
      ("**「なぜ？」**と聞く", "「**なぜ**？」と聞く"), ("**Markdown(マークダウン)**は", "**Markdown**(マークダウン)は"),
      ("**ポイント：**次の文", "**ポイント**：次の文"), ("**50%**です", "**50**%です"),
      ("これは**（注）重要**です", "これは（注）**重要**です"), ("**これは「重要」**です", "**これは「重要**」です"),
      ("は**「重要」な点**です", "は「**重要」な点**です"),
      ("**[文。](https://a.example/b_(c))**です", "[**文**。](https://a.example/b_(c))です"),
      ("**`a`**です", "**`a`**&#12391;す"), ("**「あ」と（い）**が", "**「あ」と**（い）が"),
      ("**詳しくは[文](https://a.example)**で", "**詳しくは[文](https://a.example)**&#12391;"),
      ("~~「削除」~~です", "「~~削除~~」です"), ("**重要**です", "**重要**です"), ("これは *a* です", "これは *a* です"),
      ("`は**「重要」**`です", "`は**「重要」**`です"), ("```\nは**「重要」**です\n```", "```\nは**「重要」**です\n```"),
      ("は**「あ」**で、`**「`と**「い」**も", "は「**あ**」で、`**「`と「**い**」も"),
    ])
  func `Emphasis is rewritten for places that are strict`(markdown: String, expected: String) throws {
    let strict = StrictEmphasis(markdown)
    #expect(strict.text == expected)
    #expect(!strict.isDoubtful)
  }

  @Test(
    arguments: [
      ("これは*少し*だけ、**太く**て、`*a*` と 2 * 3 * 4。", "これは少しだけ、**太く**て、`*a*` と 2 * 3 * 4。"),
      ("前\n\n| a | b\\|c |\n|---|:-:|\n| 1 | 2 |\n\n後 | ろ", "前\n\na / b|c\n1 / 2\n\n後 | ろ"),
      ("一[^b]と二[^a]と[^b]。\n\n[^a]: あ\n[^b]: い", "一[1]と二[2]と[1]。\n\n[2] あ\n[1] い"),
      ("港![夕焼け](a.jpg)と![](b.jpg)。`![x](y)`", "港（画像：夕焼け）と。`![x](y)`"),
      ("```\n| a |\n|---|\n*x* [^1] ![y](z)\n```", "```\n| a |\n|---|\n*x* [^1] ![y](z)\n```"),
      ("![[^", "![[^"), ("5*3*2 と *い*う", "5*3*2 と いう"),
    ])
  func `What a place lacks is written as people read it`(markdown: String, expected: String) {
    var shows = Channel.Shows(markup: .markdown)
    shows.lacks = Set(Channel.Feature.allCases)
    #expect(ReducedMarkdown(markdown, for: shows, language: .japanese).text == expected)
    #expect(ReducedMarkdown(markdown, for: .init(markup: .markdown), language: .japanese).text == markdown)
  }

  @Test(
    arguments: [
      ("一\n二\n\n三", "一  \n二\n\n三"), ("一  \n二\\\n三", "一  \n二\\\n三"), ("- a\n- b\n  続き", "- a\n- b  \n  続き"),
      ("> a\n> b\n\n後", "> a  \n> b\n\n後"), ("前\n1. a\n2) b\n3 c", "前\n1. a\n2) b  \n3 c"),
      ("題\n---\n後", "題\n---\n後"), ("## 題\n本文\n```\na\nb\n```", "## 題\n本文\n```\na\nb\n```"),
      ("| a |\n|---|\n| 1 |", "| a |\n|---|\n| 1 |"),
    ])
  func `Line breaks get the spaces that a place needs`(markdown: String, expected: String) {
    var shows = Channel.Shows(markup: .markdown)
    shows.needsSpacesAtBreaks = true
    #expect(ReducedMarkdown(markdown, for: shows, language: .japanese).text == expected)
  }

  @Test(
    arguments: [
      ("# 題\n\n本文", ["本文"]), ("一行目\n二行目  \n三行目", ["一行目\n二行目\n三行目"]),
      ("- あ\n- い\n  - う\n\n後", ["・あ\n・い\n　・う\n\n後"]), ("3. あ\n4. い", ["3. あ\n4. い"]),
      ("- あ\n\n- い", ["・あ\n\n・い"]), ("> 引用\n> つづき\n\n後", ["> 引用\n> つづき\n\n後"]),
      ("```swift\nlet a = 1\n\nb\n```", ["let a = 1\n\nb"]), ("`a` **b** *c* ~~d~~", ["a b c ~~d~~"]),
      ("[文](https://example.com)です", ["文 (https://example.com)です"]),
      ("<https://example.com>", ["https://example.com"]),
      ("[文](javascript:alert(1))", ["文"]), ("[文](notes.md)", ["文"]), ("![夕焼け](a.png)", ["（画像：夕焼け）"]),
      ("![](a.png)", []), ("本文[^1]です\n\n[^1]: 注", ["本文[1]です\n\n[1] 注"]), ("前\n\n---\n\n後", ["前", "後"]),
      ("<b>太</b>字<script>alert(1)</script>", ["太字alert(1)"]),
      ("<div class=\"a\">\n x<br>y\n</div>\n\n後", ["x\ny\n\n後"]),
      (
        "<!-- 控え -->\n\n<style>\np { color: red }\n</style>\n<table><tr><td>表</td></tr></table>\n\n後",
        ["表\n\n後"]
      ),
      ("<details>\n<summary>題</summary>\n\n中身\n\n</details>", ["題\n\n中身"]),
      ("<script>\nalert(1)\n</script>", []),
      ("<div>\n1 < 2 <a\n</div>\n\n後", ["1 < 2\n\n後"]), ("<div>\n1 < 2 <a", ["1 < 2 <a"]),
      ("| a | b |\n|---|---|\n| 1 | 2 |", ["a / b\n1 / 2"]), ("a\\*b &amp; c", ["a*b & c"]),
      ("> - あ\n> - い", ["> ・あ\n> ・い"]), ("5*3*2 と 2**3**2 と *5*円 と 5*円*", ["5*3*2 と 2**3**2 と 5円 と 5円"]),
      ("一<br>二<BR />三<br/>四<b>五</b><brx>", ["一\n二\n三\n四五"]),
      ("前\n\n| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |", ["前\n\na\n1\n\nb\n2"]),
    ])
  func `Plain text is what a reader would read`(markdown: String, expected: [String]) {
    #expect(PlainText(markdown, language: .japanese, keepsHeadings: false).pieces == expected)
  }

  @Test func `Headings may stay on lines of their own`() {
    #expect(PlainText("## 学び\n本文", language: .japanese, keepsHeadings: true).pieces == ["【学び】\n\n本文"])
    #expect(
      PlainText("## Learned\n\n- a", language: .english, keepsHeadings: true).pieces == ["[Learned]\n\n- a"])
  }

  @Test(
    arguments: [
      "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
      "[a](JaVaScRiPt:alert(1))", "![a](data:text/html;base64,PHNjcmlwdD4=)", "<javascript:alert(1)>",
      "[a](vbscript:x)", "[a](file:///etc/passwd)", "<a href=\"javascript:x\">a</a>",
      "<style>*{display:none}</style>",
      "[a]: javascript:alert(1)\n\n[a]", "`<script>`", "[a](\"onmouseover=\"x)",
    ])
  func `Nothing in a page can run`(markdown: String) {
    let page = HTMLText.page(title: "<script>\"&", markdown, language: .english).lowercased()
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img src=x") && !page.contains("<style>"))
    for scheme in ["javascript:", "vbscript:", "file:", "data:text"] {
      #expect(!page.contains("href=\"\(scheme)") && !page.contains("src=\"\(scheme)"))
    }
    #expect(page.contains("<title>&lt;script&gt;&quot;&amp;</title>"))
  }

  @Test(
    arguments: [
      String(repeating: "![[]()", count: 40_000), String(repeating: ">", count: 50_000),
      String(repeating: "**「", count: 30_000), String(repeating: "- ", count: 20_000),
      String(repeating: "* a\n", count: 30_000), String(repeating: "は**「あ」**", count: 1_500),
      String(repeating: "`", count: 19_999), String(repeating: "<!", count: 20_000),
      String(repeating: "\u{F0000}*「", count: 2_000), String(repeating: "[^a]", count: 3_000) + "\n\n[^a]: x",
    ])
  func `Texts that nobody means come to an end`(markdown: String) {
    _ = PlainText(markdown, language: .japanese, keepsHeadings: false)
    _ = StrictEmphasis(markdown)
    var shows = Channel.Shows(markup: .markdown)
    shows.lacks = Set(Channel.Feature.allCases)
    shows.needsSpacesAtBreaks = true
    _ = ReducedMarkdown(markdown, for: shows, language: .japanese)
    #expect(!HTMLText.body(of: markdown).isEmpty)
  }
}
