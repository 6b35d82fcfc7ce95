/// What the tests expect to read on the screen and which keys they press, in one place: a change of words
/// or keys in the program is one change here.
enum Phrases {
  /// Stands on the home, and only there.
  static let home = "軌跡"
  /// Stands on the template picker, and only there.
  static let picker = "書式を選ぶ"
  /// The status line, when everything is on the disk.
  static let saved = "保存済み"
  /// The status line of an entry that was only opened.
  static let unchanged = "変更なし"
  /// Shown in a window that is too small to write in.
  static let tooSmall = "画面が小"
  /// Finds the command that suspends the program in the palette.
  static let suspendCommand = "端末に戻る"
  /// Stands on the home in English.
  static let homeInEnglish = "Kiseki"
}

/// Keys as tmux writes them.
enum Keys {
  static let newEntry = "C-n"
  static let save = "C-s"
  static let findings = "C-t"
  static let undo = "C-z"
  static let quit = "C-q"
  static let palette = "C-p"
  static let nextQuestion = "M-Down"
  static let back = "Escape"
  static let enter = "Enter"
}

/// A section of one of the program's own templates, with what a writer answers there.
struct AnsweredSection {
  let heading: String
  /// How the question begins.
  let question: String
  let answer: String

  static let vectorStatement = [
    AnsweredSection(
      heading: "どこから来たか", question: "いまの自分につながる出来事",
      answer: "新人のころ、会議で一言も話せませんでした。"),
    AnsweredSection(heading: "転機", question: "何がきっかけで", answer: "先輩が先に資料を見せてくれました。"),
    AnsweredSection(
      heading: "いましていること", question: "大切にしていることのために",
      answer: "会議の前に、議題を一枚にして配っています。"),
    AnsweredSection(heading: "目的地", question: "これから、どこへ向かいますか", answer: "誰もが話せる会議です。"),
    AnsweredSection(heading: "次の一歩", question: "そこへ近づく次の一歩", answer: "金曜に、隣の班へ議題の紙を渡します。"),
    AnsweredSection(heading: "一文にすると", question: "ここまでを一文に", answer: "黙っていた私は、誰もが話せる会議へ向かいます。"),
  ]

  static let ywt = [
    AnsweredSection(heading: "やったこと", question: "何をやりましたか", answer: "確かめずに本番へ出して、半日止めました。"),
    AnsweredSection(heading: "わかったこと", question: "やってみて", answer: "急ぐ日ほど、手順を声に出すべきでした。"),
  ]
}
