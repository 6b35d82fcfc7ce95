import Testing

/// The tests of what a process has one of: a terminal, and what its signals do. One after the other.
@Suite("A process", .serialized)
enum ProcessTests {}
