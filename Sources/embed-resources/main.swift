import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

// embed-resources <output.swift> <folder> <file>...
// Writes a Swift source that holds the files, for the module that ships them.

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: embed-resources <output.swift> <folder> <file>...")
  exit(2)
}
do {
  let files = try arguments.dropFirst(3).map { try EmbeddableFile(at: $0, below: arguments[2]) }
  try Data(EmbeddableFile.declaration(of: files).utf8).write(to: URL(filePath: arguments[1]))
} catch {
  print("error: \(error)")
  exit(1)
}
