import Journal
import Testing

@Suite struct OutlineTests {
  private func headings(_ text: String) -> [String] {
    Outline(lines: text.lines).sections.compactMap(\.heading).map { "\($0.line):\($0.level):\($0.text)" }
  }

  @Test(
    "Headings are those of CommonMark",
    arguments: [
      ("# 一", ["0:1:一"]), ("###### 六", ["0:6:六"]), ("####### 七", []), ("#タグ", []), ("#", ["0:1:"]),
      ("## ", ["0:2:"]),
      ("   ## 三", ["0:2:三"]), ("    ## 四", []), ("## 題 ##", ["0:2:題"]), ("## 題##", ["0:2:題##"]),
      ("## # ##", ["0:2:#"]),
      ("##\t題", ["0:2:題"]), ("## C#", ["0:2:C#"]), ("## ##", ["0:2:"]), ("#　全角", []), ("a ## b", []),
      ("## 題\r", ["0:2:題"]),
    ])
  func headings(text: String, expected: [String]) {
    #expect(headings(text) == expected)
  }

  @Test("Code and comments have no headings")
  func hidden() {
    let text = """
      ```swift
      # in code
      ````
      # still closed by more
      ~~~ ``` info
      # in code
      ```
      # in code
      ~~~
      # out
      <!-- # comment
      # comment
      ``` no code
      --> # not at the start
      # last <!-- note --> one
      ``` not ` a fence
      # really last
      """
    #expect(headings(text) == ["3:1:still closed by more", "9:1:out", "14:1:last  one", "16:1:really last"])
  }

  @Test("A comment that is never closed hides nothing")
  func unclosedComment() {
    #expect(headings("<!-- a\n# b\n<!-- c\n# d") == ["1:1:b", "3:1:d"])
    #expect(headings("<!-- a\n# b\n--> <!-- c\n# d") == ["3:1:d"])
    #expect(headings("<!-->\n# b\n<!--->\n# d") == ["1:1:b", "3:1:d"])
  }

  @Test("Comment marks in code and behind a backslash are text")
  func noComment() {
    #expect(headings("`<!--` a\n# b\n`-->`") == ["1:1:b"])
    #expect(headings("\\<!-- a\n# b\n-->") == ["1:1:b"])
    #expect(headings("``a`<!--`` a\n# b\n-->") == ["1:1:b"])
    #expect(headings("` <!-- a\n# b\n-->") == [])
  }

  @Test("Sections cover the lines between headings")
  func sections() {
    func bodies(_ text: String) -> [Range<Int>] { Outline(lines: text.lines).sections.map(\.body) }
    #expect(bodies("") == [0..<1])
    #expect(bodies("a\nb") == [0..<2])
    #expect(bodies("\n\n# a") == [3..<3])
    #expect(bodies("a\n# a\nb\n\n## c\n") == [0..<1, 2..<4, 5..<6])
    #expect(bodies("<!-- note -->\n# a") == [2..<2])
    #expect(Outline(lines: [String]()).sections.map(\.body) == [0..<0])
  }

  @Test("Lines may have their endings")
  func endings() {
    let sections = Outline(lines: ["## 学び\r\n", "a\r\n", "```\r\n", "# c\r\n", "```\r\n", "## b\n"]).sections
    #expect(sections.compactMap(\.heading?.text) == ["学び", "b"])
  }

  @Test("Hostile text takes no longer than its length")
  func hostile() {
    let many = 60_000
    for piece in ["<!-- ", "`", "` `` ``` ", "<!-- `", "-->", "<!-- -->", "<!--`-->", "\\", "# ", "<"] {
      let line = String(repeating: piece, count: many)
      #expect(!Outline(lines: [line, line, "a"]).sections.isEmpty)
    }
    let runs = (1...1_000).map { String(repeating: "`", count: $0) + " <!-- " }.joined()
    #expect(!Outline(lines: [runs, runs]).sections.isEmpty)
    let lines = (0..<many).map { $0 % 2 == 0 ? "<!-- a" : "# b" }
    #expect(Outline(lines: lines).sections.count == many / 2 + 1)
  }
}
