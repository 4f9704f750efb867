import CLua
import CLuaBridge
import SconceErrors
import SconceFile
import SconceLua
import SconceTensor

extension Library {
  /// `torch.DiskFile`, `torch.MemoryFile`, `torch.PipeFile`, and the methods that they have from `torch.File`.
  mutating func defineFiles() {
    defineOpening()
    defineElements()
    defineStrings()
    defineObjects()
    defineFlags()
    definePlaces()
  }

  private mutating func defineOpening() {
    define(
      "DiskFile.new", method: .none, "Opens a file on disk, in mode 'r', 'w' or 'rw', as text.",
      form("name, [mode,] [quiet]", Opening.disk))
    define(
      "PipeFile.new", method: .none, "Runs a command, to read what it prints ('r') or to write to it ('w').",
      form("command, [mode,] [quiet]", Opening.pipe))
    define(
      "MemoryFile.new", method: .none, "A file in memory: empty, or over a CharStorage that ends in a zero.",
      form("[mode]", Opening.memory),
      form("storage: CharStorage, [mode]", Opening.storage))
    define(
      "File.replacing", method: .none,
      "Opens a file to write that takes its place when it is closed, and not before; `torch.save` writes so.",
      form("name", Opening.replacing))
    define(
      "File.discard", method: .member, "Gives up a file opened by `replacing`: what was there before stays.",
      form("file", Opening.discard))
    define(
      "File.close", method: .member, "Closes the file: anything else is an error from then on.",
      form("file -> itself", Opening.close))
  }

  private mutating func defineElements() {
    elements(.byte, "File.readByte", "File.writeByte", "file, storage: ByteStorage")
    elements(.char, "File.readChar", "File.writeChar", "file, storage: CharStorage")
    elements(.short, "File.readShort", "File.writeShort", "file, storage: ShortStorage")
    elements(.int, "File.readInt", "File.writeInt", "file, storage: IntStorage")
    elements(.long, "File.readLong", "File.writeLong", "file, storage: LongStorage")
    elements(.float, "File.readFloat", "File.writeFloat", "file, storage: FloatStorage")
    elements(.double, "File.readDouble", "File.writeDouble", "file, storage: DoubleStorage")
    define(
      "File.readBool", method: .member, "Whether the next int is 1.",
      form("file") { (file: File) throws(SconceError) in try Elements.read(file, .int) == 1 })
    define(
      "File.writeBool", method: .member, "Writes an int: 1 for anything but nil and false, 0 for these.",
      form("file, [value]") { (file: File, value: Anything?) throws(SconceError) in
        try Elements.write(file, .int, value.map { lua_toboolean($0.state, $0.position) != 0 } ?? false ? 1 : 0)
      })
  }

  private mutating func elements(
    _ dtype: DType, _ read: StaticString, _ write: StaticString, _ storage: StaticString
  ) {
    define(
      read, method: .member, "The next number; a storage of the next `count`; or as many as `storage` holds, into it.",
      form("file") { (file: File) throws(SconceError) in try Elements.read(file, dtype) },
      form("file, count") { (file: File, count: Int, stack: Stack) throws(SconceError) in
        try file.readStorage(dtype, count, in: stack.torch.memory)
      },
      form(storage) { (file: File, storage: Storage) throws(SconceError) in
        try file.read(dtype, storage.count, storage.elements)
      })
    define(
      write, method: .member, "Writes a number, or a storage: how many of its elements.",
      form("file, value") { (file: File, value: Double) throws(SconceError) in
        try Elements.write(file, dtype, value)
      },
      form(storage) { (file: File, storage: Storage) throws(SconceError) in
        try file.write(dtype, storage.count, storage.elements)
      })
  }

  private mutating func defineStrings() {
    define(
      "File.readString", method: .member, "The rest of the file ('*a'), or of the line ('*l').",
      form("file, format", Strings.read))
    define(
      "File.writeString", method: .member, "Writes a string as it is: how many bytes.",
      form("file, text", Strings.write))
  }

  private mutating func defineObjects() {
    define(
      "File.readObject", method: .member,
      "The next object. One that was read before is the same one again, unless `referenced(false)`.",
      form("file, [options] -> object", ObjectRows.read))
    define(
      "File.parts", method: .member,
      "Reads the next object and says where its parts lie: a list of `{what=, first=, last=}`, and what went wrong.",
      form("file, [options] -> parts, message", ObjectRows.parts))
    define(
      "File.writeObject", method: .member,
      "Writes an object with all that it refers to, each thing once in a file: what `hook` answers for each, if there is one; messages call the object `debugname`.",
      form("file, [object,] [debugname,] [hook]", ObjectRows.write))
    define(
      "File.writeFields", method: .none,
      "What a class's `write` does if it only writes all fields: the `write` of nn's modules.",
      form("object: table, file, ...", ObjectRows.writeFields))
    define(
      "File.readFields", method: .none,
      "What a class's `read` does if it only reads fields: the `read` of nn's modules.",
      form("object: table, file, ...", ObjectRows.readFields))
    define(
      "write", method: .only, for: [.tensors, .storages, .generator],
      "Writes what it consists of to a file, without its type: `writeObject` does that, and then calls this.",
      form("src, file", Contents.writeTensor), form("storage, file", Contents.writeStorage),
      form("generator, file", Contents.writeGenerator))
    define(
      "read", method: .only, for: [.tensors, .storages, .generator],
      "Becomes what `write` wrote.",
      form("target, file", Contents.readTensor), form("storage, file", Contents.readStorage),
      form("generator, file", Contents.readGenerator))
    define(
      "File.connect", method: .none, "Takes what files ask of classes: lua/torch/File.lua calls it.",
      form("make, look, warn", ObjectRows.connect))
  }
}
