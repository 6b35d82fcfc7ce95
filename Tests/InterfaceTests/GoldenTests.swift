import Display
import Foundation
import Interface
import Journal
import Testing

/// Every screen, in both languages, at the sizes that people have: `Goldens/<screen>.<language>.<size>.txt`.
struct GoldenTests {
  /// A screen and how to get there.
  struct Picture: Sendable {
    let name: String
    let keys: [Language: String]
    var journal = SampleJournal.Content.usual
  }

  static let pictures = [
    Picture(name: "home", keys: [:]),
    Picture(name: "home-promised", keys: [:], journal: .promises),
    Picture(name: "home-empty", keys: [:], journal: .nothing),
    Picture(name: "picker", keys: [.japanese: "<c-n><down>", .english: "<c-n><down>"]),
    Picture(name: "picker-filter", keys: [.japanese: "<c-n>しっぱい", .english: "<c-n>failure"]),
    Picture(name: "editor-new", keys: [.japanese: "<c-n>1", .english: "<c-n>1"]),
    Picture(name: "editor", keys: [.japanese: japaneseWriting, .english: englishWriting]),
    Picture(name: "findings", keys: [.japanese: japaneseBlaming, .english: englishBlaming]),
    Picture(name: "export", keys: [.japanese: japaneseThread, .english: englishThread]),
    Picture(
      name: "export-parts",
      keys: [.japanese: japaneseThread + parts, .english: englishThread + parts]),
    Picture(
      name: "export-choice",
      keys: [.japanese: japaneseThread + choice, .english: englishThread + choice]),
    Picture(
      name: "editor-vector", keys: [.japanese: "<c-n>ywt<enter><c-d>", .english: "<c-n>ywt<enter><c-d>"],
      journal: .statements),
    Picture(name: "history", keys: [.japanese: "<c-d>", .english: "<c-d>"], journal: .statements),
    Picture(name: "palette", keys: [.japanese: "<c-p>", .english: "<c-p>"]),
    Picture(name: "keys", keys: [.japanese: "<f1>", .english: "<f1>"]),
  ]

  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 50, rows: 15), Size(columns: 160, rows: 50),
  ]

  private static let japaneseBlaming =
    "<c-n>ywt<enter><burst>朝市は失敗でした。雨の準備がなかったのは、担当の人のせいです。</burst><c-t>"
  private static let englishBlaming =
    "<c-n>ywt<enter><burst>The market failed. It was all the organiser's fault that we had no tents.</burst><c-t>"
  private static let japaneseWriting = """
    <c-n>ywt<enter><up><up><up>朝市の失敗<down><burst>商店街ではじめての朝市を開きました。目標は来場300人でしたが、\
    来てくれたのは80人です。「楽しかったよ」と言われるたびに、目を合わせられませんでした。</burst><a-down>\
    <burst>チラシを配り終えたのは三日前で</burst><wait 3000>
    """
  private static let englishWriting = """
    <c-n>ywt<enter><up><up><up>The market nobody came to<down><burst>I opened the first morning market in our street. \
    I had hoped for three hundred people and eighty came, most of them in the last quiet hour.</burst><a-down>\
    <burst>The leaflets went out three days before</burst><wait 3000>
    """

  private static let japaneseThread =
    japaneseWriting + "<burst>、配った枚数も数えていませんでした。来てくれた人に、どこで知ったのかを聞けばよかったのに、"
    + "忙しさを言い訳にしました。次は、ひとりずつに聞きます。</burst><c-e>"
  private static let englishThread =
    englishWriting
    + "<burst>, and I never asked anybody how they had heard of us. Next time I will ask everyone "
    + "who comes, and write it down before I forget it again.</burst><c-e>"
  private static let parts = "<enter><down><a-up>"
  private static let choice =
    "<enter><down><enter>* <esc><esc><esc><burst>+ </burst><c-e><c-r><right>"

  @Test(arguments: pictures, sizes)
  func `The screens look as they should in Japanese`(_ picture: Picture, _ size: Size) throws {
    try compare(picture, .japanese, size)
  }

  @Test(arguments: pictures, sizes)
  func `The screens look as they should in English`(_ picture: Picture, _ size: Size) throws {
    try compare(picture, .english, size)
  }

  private func compare(_ picture: Picture, _ language: Language, _ size: Size) throws {
    let files = SampleJournal.files(picture.journal, in: language)
    var session = try TestSession(language: language, size: size, files: files)
    session.press(picture.keys[language] ?? "")
    let name = "\(picture.name).\(language.rawValue).\(size.columns)x\(size.rows).txt"
    let url = TestFiles.folder("Goldens").appending(path: name)
    TestFiles.compare(session.screen.golden, with: try? String(contentsOf: url, encoding: .utf8), at: url)
  }
}

extension GoldenTests.Picture: CustomTestStringConvertible {
  var testDescription: String { name }
}
