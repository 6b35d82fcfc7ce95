import TextEditing

extension TextEditor {
  /// Answers the commands that move in a text and change it, but for whole pages. Others change nothing.
  ///
  /// - Parameter time: in milliseconds.
  mutating func perform(_ command: Command, at time: Milliseconds, in layout: TextLayout) {
    switch command {
    case .left: moveLeft()
    case .right: moveRight()
    case .up: moveUp(in: layout)
    case .down: moveDown(in: layout)
    case .wordLeft: moveWordLeft()
    case .wordRight: moveWordRight()
    case .lineStart: moveToRowStart(in: layout)
    case .lineEnd: moveToRowEnd(in: layout)
    case .textStart: moveToTextStart()
    case .textEnd: moveToTextEnd()
    case .lineBreak: insertLineBreak(at: time)
    case .indent: insert("\t", at: time, asOneStep: false)
    case .deleteBackward: deleteBackward(at: time)
    case .deleteForward: deleteForward(at: time)
    case .deleteWordBackward: deleteWordBackward(at: time)
    case .deleteToLineEnd: deleteToLineEnd(at: time)
    default: break
    }
  }
}
