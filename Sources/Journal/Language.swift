/// A language that the program speaks and that an entry or template is written in.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case japanese = "ja"
  case english = "en"
}
