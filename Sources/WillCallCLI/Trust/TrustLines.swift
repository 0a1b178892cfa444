/// How to trust a certificate, in one line for each place.
enum TrustLines {
  /// The lines, for the path of a file in PEM as a shell takes it.
  static func all(path: String) -> [(place: String, line: String)] {
    [
      (
        "macOS",
        "sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain \(path)"
      ),
      (
        "Debian, Ubuntu",
        "sudo cp \(path) /usr/local/share/ca-certificates/willcall.crt && sudo update-ca-certificates"
      ),
      (
        "Java",
        "keytool -importcert -noprompt -cacerts -storepass changeit -alias willcall -file \(path)"
      ),
      ("Node", "export NODE_EXTRA_CA_CERTS=\(path)"),
      (
        "Python",
        "cat \"$(python3 -m certifi)\" \(path) > willcall.pem && "
          + "export SSL_CERT_FILE=$PWD/willcall.pem REQUESTS_CA_BUNDLE=$PWD/willcall.pem"
      ),
      ("iOS simulator", "xcrun simctl keychain booted add-root-cert \(path)"),
      (
        "Android emulator",
        "adb push \(path) /sdcard/Download/willcall.crt  # then Settings: install a CA certificate"
      ),
    ]
  }
}

/// A word of a shell's command line.
enum ShellWord {
  /// The word as it is if no shell changes it, else in single quotes.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: ","):
        true
      default: false
      }
    }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
