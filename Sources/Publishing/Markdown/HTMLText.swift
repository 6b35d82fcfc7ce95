internal import Journal

/// Markdown as a whole HTML page in which nothing of the text can run.
enum HTMLText {
  static func page(title: String?, _ markdown: String, language: Language) -> String {
    let body = body(of: markdown)
    let heading = title.map(escaped) ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(heading)</title>
      </head>
      <body>
      <main>
      \(body)</main>
      </body>
      </html>

      """
  }

  static func body(of markdown: String) -> String {
    guard let document = MarkdownDocument(markdown) else { return "<pre>\(escaped(markdown))</pre>\n" }
    return document.html()
  }

  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
