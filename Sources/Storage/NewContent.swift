/// What a file is to hold.
enum NewContent: Sendable {
  /// One behind the other, in UTF-8.
  case texts([String])
  /// What is no text, as a picture.
  case bytes([UInt8])
}
