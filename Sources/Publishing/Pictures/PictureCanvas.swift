/// The size of the pictures that a place shows, in pixels, and what of it is free for text.
package struct PictureCanvas: Equatable, Sendable {
  package var width: Int
  package var height: Int
  /// What the place draws over at the top: a name, a bar.
  package var top: Int
  /// At the bottom: a field for answers, buttons.
  package var bottom: Int
  /// The margin at the left and at the right.
  package var side: Int

  /// Nil where hardly any room is left for text.
  package init?(width: Int, height: Int, top: Int, bottom: Int, side: Int) {
    let sizes = 200...8_000
    guard sizes.contains(width), sizes.contains(height), min(top, bottom, side) >= 0,
      width - 2 * side >= width / 2, height - top - bottom >= height / 2
    else { return nil }
    (self.width, self.height, self.top, self.bottom, self.side) = (width, height, top, bottom, side)
  }

  /// A measure for a picture of a width of 1,080 as it is for this one.
  func scaled(_ pixels: Int) -> Int { max(1, pixels * width / 1_080) }
}
