import Testing

@testable import Checks

@Suite struct EntityTests {
  private func entities(_ text: String) -> [Entity.Kind] {
    let source = ParagraphSource(lines: [text], hidden: [:], role: .body)
    return ParagraphReader.paragraph(source, entities: EntityReader(notPerson: nil)).sentences
      .flatMap(\.whole.entities).map(\.kind)
  }

  @Test(arguments: [
    "090-0123-8841", "０８０－０４５６－１１７２", "09001238841", "03-1234-5678", "0987-01-2345", "+81 90 1234 5678",
    "07700900418", "07700 900418", "01632 960744", "020 7946 0018", "(555) 010-4471", "555-010-4471",
    "+44 20 7946 0018",
  ])
  func telephones(number: String) {
    #expect(entities("電話は \(number) まで") == [.phone])
  }

  @Test(arguments: [
    "0904-1128-5567", "978-4-00-000000-7", "1,980", "0:19:45.0678", "192.0.2.100", "2026-11-20", "0803",
    "0120-279-338",
    "0570-064-556", "0800-123-4567", "1-800-555-0199", "090-XXXX-XXXX", "KH-0907-1234-01",
    "123456789012345678", "3.14159265",
    "0770-900-123-4",
  ])
  func otherNumbers(number: String) {
    #expect(entities("番号は \(number) です") == [])
  }

  @Test func cardsAndStateNumbersHaveTheirCheckDigits() {
    #expect(entities("4111 1111 1111 1111") == [.card])
    #expect(entities("4111 1111 1111 1112") == [])
    #expect(entities("1234 5678 9018") == [.idNumber])
    #expect(entities("1234 5678 9017") == [])
    #expect(entities("number 078-05-1120.") == [.idNumber])
  }

  @Test func addresses() {
    #expect(entities("神奈川県潮見市浜通り5-2-9の家") == [.address])
    #expect(entities("本町三丁目2番地に住む") == [.address])
    #expect(entities("〒100-0001 です") == [.postcode])
    #expect(entities("at 5 Shore Terrace, Saltmouth").contains(.address))
    #expect(entities("町内で5-2で勝った。都市は3つ") == [])
    #expect(!entities("My 2 Best Friends").contains(.address))
  }

  @Test func accountsAndTags() {
    #expect(entities("a.b+c@mail.example へ") == [.email])
    #expect(entities("フォローは @kiseki_jp へ") == [.account])
    #expect(entities("#広告 と #1") == [.hashtag])
  }

  @Test func names() {
    #expect(entities("近所の岡部さんと藤森ハルさん") == [.person, .person])
    #expect(entities("町内の長谷川美智子さん") == [.person])
    #expect(entities("おばあさんとたくさん") == [])
    #expect(entities("with Mrs Adeline Cope today") == [.person])
    #expect(entities("thanks to Gwen Pascoe for it") == [.person])
    #expect(entities("I went. Then she left") == [])
  }
}
