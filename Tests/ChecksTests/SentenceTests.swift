import Testing

@testable import Checks

@Suite struct SentenceTests {
  private func sentences(_ text: String, whole: Bool = false) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let source = ParagraphSource(lines: lines, hidden: [:], role: .body)
    return ParagraphReader.paragraph(source, entities: EntityReader(notPerson: nil)).sentences.map {
      sentence in
      let scalars = sentence.text(quoted: whole).scalars.map { $0 == PreparedScalars.quote ? "_" : $0 }
      return String(String.UnicodeScalarView(scalars))
    }
  }

  @Test func japaneseSentencesEndAtTheirMarks() {
    #expect(sentences("一つめ。二つめ！三つめ？　四つめ") == ["一つめ。", "二つめ!", "三つめ?", "四つめ"])
    #expect(sentences("最高😭でもね、つづく") == ["最高😭", "でもね、つづく"])
    #expect(sentences("買ってね(笑) ほんとに") == ["買ってね(笑)", "ほんとに"])
    #expect(sentences("一行目\n二行目") == ["一行目", "二行目"])
  }

  @Test func englishSentencesEndBeforeASpace() {
    #expect(
      sentences("I came. I saw 3.5 of e.g. Mr. Brown. Done") == [
        "I came.", "I saw 3.5 of e.g. Mr. Brown.", "Done",
      ])
    #expect(sentences("It goes on\nin the next line. End") == ["It goes on in the next line.", "End"])
    #expect(sentences("One line\nTwo lines") == ["One line", "Two lines"])
  }

  @Test func whatIsQuotedBelongsToTheSentenceAroundIt() {
    #expect(sentences("「なぜ？終わりだ。」と聞いた。次。") == ["「_」と聞いた。", "次。"])
    #expect(sentences("He said \"I did. Yes.\" She left.") == ["He said \"_\"", "She left."])
    #expect(sentences("「『中』の外」だ") == ["「_」だ"])
    #expect(sentences("“never closed. And on") == ["“_"])
    #expect(sentences("a 5\" nail. And on") == ["a 5\" nail.", "And on"])
  }

  @Test func marksOfMarkdownAreNotRead() {
    #expect(sentences("- **学ん**だ`code`と[名](https://a.b)、https://c.d/e?f=1 だ").first?.hasPrefix("学んだ") == true)
    #expect(sentences("# 見出し") == ["見出し"])
    #expect(sentences("#広告 です") == ["#広告 です"])
  }

  @Test func aHeapOfTagsIsItsOwnSentence() {
    #expect(sentences("肌がつるつる✨ #美容 #朝 #夏 #PR") == ["肌がつるつる✨", "#美容 #朝 #夏 #PR"])
    #expect(sentences("#広告 の話 #朝") == ["#広告 の話 #朝"])
  }

  @Test func placesAreThoseOfTheWritersText() throws {
    let source = ParagraphSource(
      lines: ["前<!-- 中 -->は**ｶﾞ**、", "次👨‍👩‍👧だ"], hidden: [0: [3..<15]], role: .body)
    let paragraph = ParagraphReader.paragraph(source, entities: EntityReader(notPerson: nil))
    let text = try #require(paragraph.sentences.first?.whole)
    let found = zip(text.scalars, text.places).map { "\($0)\($1.line):\($1.column)" }
    #expect(found.prefix(4) == ["前0:0", "は0:11", "ガ0:14", "、0:17"])
    let second = try #require(paragraph.sentences.dropFirst().first?.whole)
    #expect(second.places.first == TextPlace(line: 1, column: 0))
    #expect(second.scalars.count == second.places.count - 1)
  }
}
