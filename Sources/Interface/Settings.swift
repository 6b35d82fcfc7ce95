package import Typography

/// What a session is set to when it starts and keeps.
package struct Settings: Equatable, Sendable {
  package let catalogue: Catalogue
  package let keymap: Keymap
  package private(set) var widths: ColumnWidths
  /// The journal's folder, as the home names it.
  package let journalName: String
  /// Where somebody listens, one line each.
  package let careContacts: [String]
  /// What the program was told and does not understand, for the writer to read when it has started.
  package let warnings: [String]

  package init(
    catalogue: Catalogue, keymap: Keymap, widths: ColumnWidths = ColumnWidths(), journalName: String,
    careContacts: [String] = [], warnings: [String] = []
  ) {
    self.catalogue = catalogue
    self.keymap = keymap
    self.widths = widths
    self.journalName = journalName
    self.careContacts = careContacts
    self.warnings = warnings
  }

  /// The same with other widths.
  package func with(_ widths: ColumnWidths) -> Settings {
    var settings = self
    settings.widths = widths
    return settings
  }
}
