import Glibc

extension FileError.Code {
  /// The meaning of an `errno`.
  init(errno code: Int32) {
    self =
      switch code {
      case ENOENT: .notFound
      case EEXIST, ENOTEMPTY: .exists
      case EACCES, EPERM: .noPermission
      case ENOSPC, EDQUOT: .noSpace
      case EROFS: .readOnly
      case EISDIR: .isDirectory
      case ENOTDIR: .notADirectory
      case ELOOP: .isLink
      case EIO: .io
      case EFBIG: .tooLarge
      default: .other(code)
      }
  }
}
