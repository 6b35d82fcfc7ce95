/// All channels: those that the program ships, and the writer's own from `channels/` in the journal.
package struct ChannelLibrary: Equatable, Sendable {
  /// By their ids, in the order of these; a writer's channel takes the place of ours with the same id.
  package let channels: [Channel]
  /// The files that cannot be used.
  package let broken: [BrokenChannel]

  package init(embedded: [(path: String, text: String)], own: [(path: String, text: String)]) {
    var channels: [String: Channel] = [:]
    var broken: [BrokenChannel] = []
    for file in embedded + own {
      do throws(ChannelFault) {
        let channel = try ChannelFile.channel(path: file.path, text: file.text)
        channels[channel.id] = channel
      } catch {
        broken.append(BrokenChannel(path: file.path, fault: error))
      }
    }
    self.channels = channels.values.sorted { $0.id < $1.id }
    self.broken = broken
  }

  package func channel(_ id: String) -> Channel? { channels.first { $0.id == id } }
}

/// A file of a channel that cannot be used.
package struct BrokenChannel: Equatable, Sendable {
  package let path: String
  package let fault: ChannelFault
}
