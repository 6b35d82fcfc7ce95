import CYAML

/// One step of a YAML text as libyaml reads it.
struct YAMLEvent {
  let kind: Kind
  /// Has an anchor or a tag.
  let isDecorated: Bool
  /// Where it starts and ends, in Unicode scalars of the text.
  let start: Int
  let end: Int
  /// The line where it starts, from 0.
  let line: Int

  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, alias
    case scalar(String, isPlain: Bool)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    /// A block collection's end has no place of its own: libyaml gives that of what follows.
    case collectionEnd

    var isFlow: Bool {
      switch self {
      case .sequenceStart(let isFlow), .mappingStart(let isFlow): isFlow
      default: false
      }
    }
  }
}

/// libyaml's event parser over a text that it owns. Events are all that is used of libyaml: aliases are
/// never expanded, so a text cannot cost more than its length.
struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    let bytes = Array(text.utf8)
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event. After the end of the stream, the end again.
  func next() throws(YAMLFault) -> YAMLEvent {
    var event = yaml_event_t()
    defer { yaml_event_delete(&event) }
    guard parser.pointee.read_handler != nil, yaml_parser_parse(parser, &event) == 1 else {
      throw YAMLFault(line: Self.line(of: parser.pointee.problem_mark), reason: .malformed)
    }
    return YAMLEvent(
      kind: Self.kind(of: event), isDecorated: Self.isDecorated(event),
      start: Int(clamping: event.start_mark.index), end: Int(clamping: event.end_mark.index),
      line: Self.line(of: event.start_mark))
  }

  private static func line(of mark: yaml_mark_t) -> Int { Int(clamping: mark.line) }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT: scalar(event.data.scalar)
    case YAML_SEQUENCE_START_EVENT:
      .sequenceStart(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      .mappingStart(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    default: .streamEnd
    }
  }

  private static func scalar(_ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar)
    -> YAMLEvent.Kind
  {
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return .scalar(
      String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
  }

  private static func isDecorated(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT: event.data.scalar.anchor != nil || event.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
    default: false
    }
  }
}
