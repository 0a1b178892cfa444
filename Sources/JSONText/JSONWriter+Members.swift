extension JSONWriter {
  /// Writes a member that is a string.
  public mutating func string(_ key: JSONKey, _ text: String) {
    self.key(key)
    string(text)
  }

  /// Writes a member that is a string, from its UTF-8.
  public mutating func string(_ key: JSONKey, utf8 text: some Collection<UInt8>) {
    self.key(key)
    string(utf8: text)
  }

  /// Writes a member that is an integer.
  @inlinable
  public mutating func integer(_ key: JSONKey, _ value: some BinaryInteger) {
    self.key(key)
    integer(value)
  }

  /// Writes a member that is an amount with two decimals.
  public mutating func decimal(_ key: JSONKey, hundredths: Int64) {
    self.key(key)
    decimal(hundredths: hundredths)
  }

  /// Writes a member that is a number with as many digits as it needs.
  public mutating func double(_ key: JSONKey, _ value: Double) {
    self.key(key)
    double(value)
  }

  /// Writes a member that is a boolean.
  public mutating func bool(_ key: JSONKey, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  /// Writes a member that is `null`.
  public mutating func null(_ key: JSONKey) {
    self.key(key)
    null()
  }

  /// Writes a member that is a number, given as text.
  public mutating func number(_ key: JSONKey, text: String) {
    self.key(key)
    number(text: text)
  }

  /// Writes a member that is a copy of a value.
  public mutating func value(_ key: JSONKey, _ value: JSONValue) {
    self.key(key)
    self.value(value)
  }

  /// Writes a member whose value is already JSON.
  public mutating func raw(_ key: JSONKey, _ json: [UInt8]) {
    self.key(key)
    raw(json)
  }

  /// Begins a member that is an object.
  public mutating func beginObject(_ key: JSONKey) {
    self.key(key)
    beginObject()
  }

  /// Begins a member that is an array.
  public mutating func beginArray(_ key: JSONKey) {
    self.key(key)
    beginArray()
  }

  /// Writes a member that is an object, with the contents that the closure writes.
  @inlinable
  public mutating func object<Failure: Error>(
    _ key: JSONKey, _ contents: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.key(key)
    try object(contents)
  }

  /// Writes a member that is an array, with the contents that the closure writes.
  @inlinable
  public mutating func array<Failure: Error>(
    _ key: JSONKey, _ contents: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.key(key)
    try array(contents)
  }

  /// Writes a member that is a string.
  public mutating func string(_ key: String, _ text: String) {
    self.key(key)
    string(text)
  }

  /// Writes a member that is a string, from its UTF-8.
  public mutating func string(_ key: String, utf8 text: some Collection<UInt8>) {
    self.key(key)
    string(utf8: text)
  }

  /// Writes a member that is an integer.
  @inlinable
  public mutating func integer(_ key: String, _ value: some BinaryInteger) {
    self.key(key)
    integer(value)
  }

  /// Writes a member that is an amount with two decimals.
  public mutating func decimal(_ key: String, hundredths: Int64) {
    self.key(key)
    decimal(hundredths: hundredths)
  }

  /// Writes a member that is a number with as many digits as it needs.
  public mutating func double(_ key: String, _ value: Double) {
    self.key(key)
    double(value)
  }

  /// Writes a member that is a boolean.
  public mutating func bool(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  /// Writes a member that is `null`.
  public mutating func null(_ key: String) {
    self.key(key)
    null()
  }

  /// Writes a member that is a number, given as text.
  public mutating func number(_ key: String, text: String) {
    self.key(key)
    number(text: text)
  }

  /// Writes a member that is a copy of a value.
  public mutating func value(_ key: String, _ value: JSONValue) {
    self.key(key)
    self.value(value)
  }

  /// Writes a member whose value is already JSON.
  public mutating func raw(_ key: String, _ json: [UInt8]) {
    self.key(key)
    raw(json)
  }

  /// Begins a member that is an object.
  public mutating func beginObject(_ key: String) {
    self.key(key)
    beginObject()
  }

  /// Begins a member that is an array.
  public mutating func beginArray(_ key: String) {
    self.key(key)
    beginArray()
  }

  /// Writes a member that is an object, with the contents that the closure writes.
  @inlinable
  public mutating func object<Failure: Error>(
    _ key: String, _ contents: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.key(key)
    try object(contents)
  }

  /// Writes a member that is an array, with the contents that the closure writes.
  @inlinable
  public mutating func array<Failure: Error>(
    _ key: String, _ contents: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.key(key)
    try array(contents)
  }

  /// Writes an object, with the contents that the closure writes.
  @inlinable
  public mutating func object<Failure: Error>(
    _ contents: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginObject()
    try contents(&self)
    endObject()
  }

  /// Writes an array, with the contents that the closure writes.
  @inlinable
  public mutating func array<Failure: Error>(
    _ contents: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    beginArray()
    try contents(&self)
    endArray()
  }
}
