import Journal

/// The way of one entry to the disk. The new text is whole in a file of its own before anything happens to
/// the old one, and nobody hears "saved" before the disk has confirmed both the text and its name.
struct EntrySave: ~Copyable {
  private let new: StoredEntry
  private let old: StoredEntry
  private let place: EntryPlace
  private let journal: JournalFolder

  init(of new: StoredEntry, over old: StoredEntry, at place: consuming EntryPlace, in journal: JournalFolder)
  {
    self.new = new
    self.old = old
    self.place = place
    self.journal = journal
  }

  private var path: String { old.path.text }

  /// What is at the place is compared last: between that and the `rename` there is no other call.
  func run() throws(JournalError) -> SaveOutcome {
    var copy = try freshCopy()
    let isBeside = copy.folderPath.isExactly(place.folder.path)
    let standing = try journal.naming(path) { () throws(FileError) in
      try place.standing(expecting: [old.texts, new.texts])
    }
    switch standing {
    case .missing where isBeside: return try recreate(with: &copy)
    case .expected(let status) where isBeside && copy.canReplace(status): return try replace(with: &copy)
    case .expected: return try overwrite(keeping: &copy)
    case .missing, .other: return try setAside(&copy)
    }
  }

  /// In the entry's folder; in the journal's rescue folder where no file can be made there.
  private func freshCopy() throws(JournalError) -> FreshCopy {
    try journal.naming(path) { () throws(FileError) in
      let model = try place.status().flatMap { $0.kind == .file ? $0 : nil }
      do throws(FileError) {
        return try FreshCopy.written(.texts(new.texts), in: place.folder.again(), like: model)
      } catch {
        guard error.code == .noPermission, error.operation == .openFile,
          let folder = try? journal.openRescueFolder()
        else { throw error }
        return try FreshCopy.written(.texts(new.texts), in: folder, like: model)
      }
    }
  }

  private func replace(with copy: inout FreshCopy) throws(JournalError) -> SaveOutcome {
    try journal.naming(path) { () throws(FileError) in try copy.replace(place.name) }
    return .saved(try copy.confirmed(new))
  }

  /// Somebody may make the file in the same moment; then ours is the conflict copy.
  private func recreate(with copy: inout FreshCopy) throws(JournalError) -> SaveOutcome {
    do throws(FileError) {
      try copy.appear(as: place.name)
    } catch let error where error.code == .exists {
      return try setAside(&copy)
    } catch {
      throw JournalError(error, path: path)
    }
    return .recreated(try copy.confirmed(new))
  }

  private func setAside(_ copy: inout FreshCopy) throws(JournalError) -> SaveOutcome {
    let name = try journal.naming(path) { () throws(FileError) in
      let moment = try copy.moment(offset: new.entry.metadata.lastModified?.offset ?? 0)
      return try copy.appear(asOneOf: ConflictCopy.names(for: place.name, moment: moment))
    }
    let conflict = place.path(of: name, in: copy.folderPath)
    return .savedBeside(conflict: try copy.confirmed(new.at(conflict)))
  }
}

// MARK: - Writing over

extension EntrySave {
  /// For files that have several names or would change hands. The copy stays until the file is whole again.
  private func overwrite(keeping copy: inout FreshCopy) throws(JournalError) -> SaveOutcome {
    let file = try journal.naming(path) { () throws(FileError) in
      let file = try place.folder.file(place.name, for: .overwriting)
      try copy.synchronizeName()
      return file
    }
    do throws(FileError) {
      try overwrite(file)
    } catch {
      copy.stay()
      throw .interrupted(path: path, copy: copy.path, error)
    }
    return .saved(new)
  }

  private func overwrite(_ file: consuming OpenFile) throws(FileError) {
    try file.write(.texts(new.texts))
    try file.synchronize()
    guard try file.holds(.texts(new.texts)) else { throw FileError(.read, path: path, code: .io) }
    try file.close()
  }
}
