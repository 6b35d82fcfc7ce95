import FoundationEssentials

/// A text file that goes into the program, exactly as it is.
struct EmbeddableFile {
  /// The path below the embedded folder, with "/" between its parts.
  let path: String
  let contents: String

  init(path: String, contents: String) {
    self.path = path
    self.contents = contents
  }

  /// Reads the file at `file`, which lies somewhere below `folder`.
  init(at file: String, below folder: String) throws {
    let prefix = folder + "/"
    let bytes = try Data(contentsOf: URL(filePath: file))
    guard file.hasPrefix(prefix) else { throw EmbeddingError.outside(file, folder: folder) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw EmbeddingError.notUTF8(file) }
    self.init(path: String(file.dropFirst(prefix.count)), contents: text)
  }

  /// The Swift source that declares `embeddedFiles`, sorted by path.
  static func declaration(of files: [EmbeddableFile]) -> String {
    let elements = files.sorted { $0.path < $1.path }.map { file in
      "  (\(file.path.asStringLiteral), \(file.contents.asStringLiteral)),\n"
    }
    return """
      // Written by embed-resources. Not to be edited.
      let embeddedFiles: [(path: String, contents: String)] = [
      \(elements.joined())]

      """
  }
}

/// Why a file cannot be embedded.
enum EmbeddingError: Error, Equatable, CustomStringConvertible {
  case notUTF8(String)
  case outside(String, folder: String)

  var description: String {
    switch self {
    case .notUTF8(let file): "\(file) is not UTF-8 text"
    case .outside(let file, let folder): "\(file) does not lie in \(folder)"
    }
  }
}
