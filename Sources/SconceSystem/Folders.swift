import CLua
import CLuaBridge
import Glibc
import SconceErrors
import SconceLua

extension Library {
  mutating func defineFolders() {
    define("kind", method: .none, "`file`, `folder`, `other`; nil if nothing is there.", form("path", Folder.kind))
    define("isLink", method: .none, "Whether a path is a symbolic link itself.", form("path", Folder.isLink))
    define(
      "names", method: .none, "The names in a folder; nil if it cannot be read.", form("path -> names", Folder.names))
    define("makeFolder", method: .none, "Makes a folder; the system's error number or 0.", form("path", Folder.make))
    define("removeFolder", method: .none, "Removes an empty folder; error number or 0.", form("path", Folder.remove))
    define("currentFolder", method: .none, "Where the process runs.", form("-> path", Folder.current))
    define("trouble", method: .none, "What an error number means.", form("number", Folder.trouble))
    define("removeAtExit", method: .none, "Removes a file when the process ends.", form("path", Leftovers.add))
  }
}

private enum Folder {
  @Sendable static func kind(_ path: Path) -> String? {
    var at = stat()
    guard stat(path.bytes, &at) == 0 else { return nil }
    switch at.st_mode & S_IFMT {
    case S_IFREG: return "file"
    case S_IFDIR: return "folder"
    default: return "other"
    }
  }

  @Sendable static func isLink(_ path: Path) -> Bool {
    var at = stat()
    return lstat(path.bytes, &at) == 0 && at.st_mode & S_IFMT == S_IFLNK
  }

  @Sendable static func names(_ path: Path, _ stack: Stack) -> Pushed {
    guard let folder = opendir(path.bytes) else {
      lua_pushnil(stack.L)
      return Pushed(1)
    }
    defer { closedir(folder) }
    lua_createtable(stack.L, 0, 0)
    var count: lua_Integer = 0
    while let entry = readdir(folder) {
      count += 1
      withUnsafePointer(to: &entry.pointee.d_name) {
        _ = lua_pushstring(stack.L, UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      lua_rawseti(stack.L, -2, count)
    }
    return Pushed(1)
  }

  @Sendable static func make(_ path: Path) -> Int { mkdir(path.bytes, 0o777) == 0 ? 0 : Int(errno) }
  @Sendable static func remove(_ path: Path) -> Int { rmdir(path.bytes) == 0 ? 0 : Int(errno) }

  @Sendable static func current(_ stack: Stack) throws(SconceError) -> Pushed {
    guard let path = getcwd(nil, 0) else { throw SconceError("the folder in which the process runs is gone") }
    lua_pushstring(stack.L, path)
    free(path)
    return Pushed(1)
  }

  @Sendable static func trouble(_ number: Int) -> String {
    String(cString: strerror(Int32(truncatingIfNeeded: number)))
  }
}
