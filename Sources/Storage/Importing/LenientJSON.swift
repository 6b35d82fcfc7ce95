internal import FoundationEssentials

/// An element that may be none: the others of its list are read all the same.
struct Lenient<Value: Decodable>: Decodable {
  let value: Value?

  init(from decoder: any Decoder) {
    value = try? Value(from: decoder)
  }
}

extension KeyedDecodingContainer {
  /// What a key says; nil where it says nothing of that kind.
  func lenient<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) -> Value? {
    (try? decodeIfPresent(Value.self, forKey: key)) ?? nil
  }

  /// The elements of a list that are of that kind.
  func lenientList<Value: Decodable>(_ key: Key, of type: Value.Type = Value.self) -> [Value] {
    (lenient(key, as: [Lenient<Value>].self) ?? []).compactMap(\.value)
  }
}

/// A file of JSON, as far as it is one: Foundation's decoder refuses what lies more than 512 levels deep.
struct JSONFile {
  private let data: Data

  init(_ text: String) {
    data = Data(text.utf8)
  }

  func value<Value: Decodable>(as type: Value.Type = Value.self) -> Value? {
    try? JSONDecoder().decode(Value.self, from: data)
  }
}
