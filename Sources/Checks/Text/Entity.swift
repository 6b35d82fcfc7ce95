/// Something in a sentence that is recognised by its shape, as a telephone number.
struct Entity: Hashable, Sendable {
  let kind: Kind
  let range: Range<Int>

  enum Kind: String, CaseIterable, Sendable {
    case phone, email, card, postcode, address, person, account, hashtag
    /// A number that the state has given to a person.
    case idNumber = "id-number"
  }
}
