import Display
import Foundation
import Interface
import Journal
import Resources
import Testing
import YAML

struct KeymapTests {
  @Test func `Every listed command and every way to write can be reached by a key or the palette`() throws {
    let keymap = try Keymap.shipped()
    let editing: [Command] = [
      .lineBreak, .deleteBackward, .deleteForward, .undo, .redo, .nextQuestion, .previousQuestion, .save,
      .back,
      .palette, .keys, .quit, .up, .down, .left, .right, .pageUp, .pageDown, .lineStart, .lineEnd,
    ]
    for command in editing { #expect(!keymap.keys(for: command, in: .editor).isEmpty, "\(command)") }
  }

  @Test func `No letter is a command where text is written`() throws {
    let keymap = try Keymap.shipped()
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789 " {
      #expect(keymap.command(for: Key(.character(letter)), in: .editor) == nil)
    }
  }

  @Test(arguments: [
    ("nowhere", "<c-s>", "save", Keymap.Fault.unknownPlace("nowhere")),
    ("editor", "<nonsense>", "save", .notAKey("<nonsense>")),
    ("editor", "<c-s>", "fly", .unknownCommand("fly")),
  ])
  func `A line of a key file that means nothing is named`(
    place: String, key: String, command: String, fault: Keymap.Fault
  ) throws {
    #expect(throws: fault) {
      try Keymap(bindings: [(place: place, keys: [(notation: key, command: command)])])
    }
    var keymap = try Keymap.shipped()
    #expect(throws: fault) { try keymap.rebind(place: place, notation: key, command: command) }
    #expect(keymap == (try Keymap.shipped()))
  }

  @Test func `A writer's own key takes the place of ours, and help shows it`() throws {
    var keymap = try Keymap.shipped()
    try keymap.rebind(place: "everywhere", notation: "<f2>", command: "save")
    #expect(keymap.command(for: Key(.function(2)), in: .editor) == .save)
    #expect(keymap.label(for: .save, in: .editor) == "F2")
    #expect(keymap.command(for: Key(.character("s"), .control), in: .editor) == .save, "ours works too")
    try keymap.rebind(place: "editor", notation: "<c-e>", command: "save")
    #expect(keymap.command(for: Key(.character("e"), .control), in: .editor) == .save)
    #expect(
      keymap.keys(for: .export, in: .editor).isEmpty, "help must not name a key that does something else")
    #expect(keymap.command(for: Key(.character("e"), .control), in: .parts) == nil)
  }

  @Test(arguments: [(Language.japanese, "keys.ja.md"), (.english, "keys.md")])
  func `The pages about keys name every place and every command as the program does`(
    language: Language, page: String
  ) throws {
    let url = TestFiles.folder("../../docs").appending(path: page)
    let text = try String(contentsOf: url, encoding: .utf8)
    let catalogue = try Catalogue.shipped(language)
    for command in Command.allCases {
      #expect(text.contains("| `\(command.rawValue)` | \(catalogue.title(of: command)) |"), "\(command)")
    }
    for place in KeyPlace.allCases {
      #expect(text.contains("| `\(place.rawValue)` | \(catalogue.title(of: place)) |"), "\(place)")
    }
    for (place, keys) in try StringTable.grouped(try #require(Resources.file("keys.yml"))) {
      for key in keys {
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `\(key.text)` |") }
        #expect(rows.contains { $0.contains("`\(key.key)`") }, "\(place) \(key)")
      }
    }
  }

  @Test func `A key that a place has for something else is not shown for what it means everywhere`() throws {
    let keymap = try Keymap.shipped()
    #expect(keymap.command(for: Key(.tab), in: .editor) == .indent)
    #expect(keymap.keys(for: .nextField, in: .editor).isEmpty)
  }
}
