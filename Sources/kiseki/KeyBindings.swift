import Interface

/// The keys: the program's, and over them the writer's own from `keys.yml` beside the settings, in the same form.
struct KeyBindings {
  private(set) var keymap: Keymap
  /// What in the writer's file means nothing, in their words; the rest of it is in force.
  private(set) var faults: [String]

  init(ownFile path: String, catalogue: Catalogue) throws(CommandFailure) {
    keymap = try ShippedTexts.keymap()
    let own = OwnTable(path, catalogue)
    faults = [own.fault].compactMap(\.self)
    for entry in own.entries {
      do throws(Keymap.Fault) {
        try keymap.rebind(place: entry.group, notation: entry.key, command: entry.text)
      } catch {
        faults.append(own.fault(atLine: entry.line, catalogue.text(of: error), catalogue))
      }
    }
  }
}
