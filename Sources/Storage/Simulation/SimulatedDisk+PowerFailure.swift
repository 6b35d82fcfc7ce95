extension SimulatedDisk {
  /// What a power failure may leave of a file that was changed and not synchronized.
  private enum Remains: CaseIterable {
    case old, nothing, half, zeros, new

    func bytes(old: [UInt8], new: [UInt8]) -> [UInt8] {
      switch self {
      case .old: old
      case .nothing: []
      case .half: Array(new.prefix(new.count / 2))
      case .zeros: [UInt8](repeating: 0, count: new.count)
      case .new: new
      }
    }
  }

  /// More pending changes than this are only taken in their order, not in every choice.
  private static let choiceLimit = 6

  /// The disks that a power failure may leave now: every choice of the changes of names that were not
  /// synchronized, with every state of the files that were not.
  var disksAfterPowerFailure: [SimulatedDisk] {
    choicesOfChanges.flatMap { changes in
      statesOfFiles.map { files in afterPowerFailure(keeping: changes, files: files) }
    }
  }

  private var choicesOfChanges: [[NameChange]] {
    guard pendingChanges.count <= Self.choiceLimit else {
      return (0...pendingChanges.count).map { Array(pendingChanges.prefix($0)) }
    }
    return (0..<(1 << pendingChanges.count)).map { choice in
      pendingChanges.indices.filter { choice & (1 << $0) != 0 }.map { pendingChanges[$0] }
    }
  }

  /// Every combination of what may be left of the files.
  private var statesOfFiles: [[Inode: [UInt8]]] {
    let changed = nodes.compactMap { inode, node -> (Inode, [UInt8], [UInt8])? in
      guard case .file(let new) = node.content, let old = durableFiles[inode], old != new else { return nil }
      return (inode, old, new)
    }
    return changed.reduce([[:]]) { states, file in
      let (inode, old, new) = file
      return states.flatMap { state in
        Remains.allCases.map { state.merging([inode: $0.bytes(old: old, new: new)]) { $1 } }
      }
    }
  }

  private func afterPowerFailure(keeping changes: [NameChange], files: [Inode: [UInt8]]) -> SimulatedDisk {
    var disk = self
    disk.pendingChanges = changes
    disk.lostFiles = []
    for (inode, bytes) in durableFiles.merging(files, uniquingKeysWith: { $1 }) {
      disk.nodes[inode]?.content = .file(bytes)
    }
    disk.settle()
    for (inode, names) in disk.durableNames { disk.nodes[inode]?.content = .folder(names) }
    return disk
  }
}
