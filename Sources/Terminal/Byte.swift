/// The bytes that mean something in what a terminal sends.
enum Byte {
  static let bell: UInt8 = 0x07
  static let backspace: UInt8 = 0x08
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let cancel: UInt8 = 0x18
  static let substitute: UInt8 = 0x1A
  static let escape: UInt8 = 0x1B
  static let delete: UInt8 = 0x7F
  static let leftBracket = UInt8(ascii: "[")
  static let capitalO = UInt8(ascii: "O")

  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == delete }
}
