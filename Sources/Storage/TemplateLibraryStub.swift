import Journal
package struct TemplateLibrary {
  package init() {}
  func template(of m: EntryMetadata) -> Template? { nil }
}
