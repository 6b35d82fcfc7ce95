extension SimulatedDisk {
  /// A name's place, and what is there.
  struct Place {
    let folder: Inode
    let name: Name
    let inode: Inode?
    /// The names from the root, without links.
    let canonical: [Name]
  }

  private static let linkLimit = 40

  /// Where a path leads to.
  func place(
    of path: String, in folder: Inode?, followsLink: Bool
  ) throws(FileError.Code) -> Place {
    guard !path.isEmpty else { throw .notFound }
    var links = 0
    let start = path.utf8.first == UInt8(ascii: "/") ? [] : try canonical(of: folder ?? Self.root)
    return try walk(path, from: start, followsLink: followsLink, links: &links)
  }

  private func walk(
    _ path: String, from start: [Name], followsLink: Bool, links: inout Int
  ) throws(FileError.Code) -> Place {
    var stack = start
    var rest = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)[...]
    while let name = rest.popFirst() {
      let folder = try inode(of: stack)
      let names = try self.names(in: folder)
      if name == Array(".".utf8) { continue }
      if name == Array("..".utf8) {
        _ = stack.popLast()
        continue
      }
      guard let found = names[name] else {
        guard rest.isEmpty else { throw .notFound }
        return Place(folder: folder, name: name, inode: nil, canonical: stack + [name])
      }
      if case .link(let target) = try node(found).content, followsLink || !rest.isEmpty {
        links += 1
        guard links <= Self.linkLimit else { throw .isLink }
        let from = target.hasPrefix("/") ? [] : stack
        stack = try walk(target, from: from, followsLink: true, links: &links).canonical
      } else {
        stack.append(name)
      }
    }
    return try place(ofCanonical: stack)
  }

  private func place(ofCanonical names: [Name]) throws(FileError.Code) -> Place {
    let folder = try inode(of: names.dropLast())
    let name = names.last ?? []
    let inode = names.isEmpty ? folder : try self.names(in: folder)[name]
    return Place(folder: folder, name: name, inode: inode, canonical: names)
  }

  private func inode(of names: some Sequence<Name>) throws(FileError.Code) -> Inode {
    var inode = Self.root
    for name in names {
      guard let next = try self.names(in: inode)[name] else { throw .notFound }
      inode = next
    }
    return inode
  }

  /// The names that lead to a folder.
  private func canonical(of folder: Inode) throws(FileError.Code) -> [Name] {
    var names: [Name] = []
    var inode = folder
    while inode != Self.root {
      guard let (parent, name) = parent(of: inode) else { throw .notFound }
      names.insert(name, at: 0)
      inode = parent
    }
    return names
  }

  private func parent(of folder: Inode) -> (Inode, Name)? {
    for (inode, node) in nodes {
      guard case .folder(let names) = node.content else { continue }
      if let entry = names.first(where: { $0.value == folder }) { return (inode, entry.key) }
    }
    return nil
  }
}
