/// What goes wrong at a call to a simulated file system.
package enum SimulatedFault: Sendable {
  /// The call fails and does nothing. A failed synchronization loses the content for good.
  case error(FileError.Code)
  /// The call fails, and so does every later one: the disk is full, or has died.
  case errorsFromHere(FileError.Code)
  /// The power fails before the call: nothing happens any more. `afterPowerFailure` tells what is left.
  case powerFailure
  /// A write takes half of the bytes and says so.
  case shortWrite
  /// A write says that it took all bytes and stores zeros.
  case lyingWrite
  /// Another program does something right before the call.
  case outside(@Sendable (SimulatedFileSystem) -> Void)
}
