import HTTPWire
import Testing

@Suite struct QueryTests {
  private static func items(_ pairs: [(String, String)]) -> [Query.Item] {
    pairs.map { Query.Item(name: $0.0, value: $0.1) }
  }

  @Test(
    arguments: [
      ("", []), ("a=1", [("a", "1")]), ("a=1&b=2", [("a", "1"), ("b", "2")]), ("a=1&a=2", [("a", "1"), ("a", "2")]),
      ("a", [("a", "")]), ("a=", [("a", "")]), ("=1", [("", "1")]), ("&&a=1&", [("a", "1")]), ("a=b=c", [("a", "b=c")]),
      ("a=1?b=2", [("a", "1"), ("b", "2")]), ("?a=1", [("a", "1")]), ("a=x+y%2Bz", [("a", "x y+z")]),
      ("%61=%C3%BC", [("a", "ü")]), ("a=%26%3D%3F", [("a", "&=?")]), ("a/b=c/d", [("a/b", "c/d")]),
    ] as [(String, [(String, String)])])
  func itemsComeInOrder(text: String, pairs: [(String, String)]) {
    let query = Query(text)
    #expect(query.items == Self.items(pairs))
    #expect(query.isWellFormed)
    #expect(query.isEmpty == pairs.isEmpty)
  }

  @Test(
    arguments: [
      ("a=%", "%"), ("a=%4", "%4"), ("a=%zz+%41", "%zz A"), ("a=100%&b", "100%"), ("a=%FF", "%FF"), ("a=%C3+", "%C3+"),
    ])
  func invalidEscapesStayLiteral(text: String, value: String) {
    let query = Query(text)
    #expect(query.first("a") == value)
    #expect(!query.isWellFormed)
  }

  @Test(
    arguments: [
      ("a=1", "1"), ("a=1&a=1", "1"), ("a=1&%61=1", "1"), ("a=%31&a=1", "1"), ("a=&a=1", "1"), ("a=1&a=", "1"),
      ("a=1?a=1", "1"), ("b=1&A=2", nil), ("a=&a", nil), ("", nil), ("a=1&b=2&A=3", "1"),
      ("ab=1&a=2", "2"), ("a&a=1", "1"), ("ba=1&ab=2&=a", nil), ("?&a=b=a", "b=a"),
    ] as [(String, String?)])
  func aValueThatIsGivenTwiceIsOne(text: String, value: String?) throws {
    #expect(try Query(text).only("a") == value)
    #expect(try Query(text).only("a", and: "z") == (value, nil))
    #expect(try Query(text + "&z=9").only("z", and: "a") == ("9", value))
  }

  @Test(arguments: ["a=1&a=2", "a=1&b=1&a=2", "a=1?a=2", "a=1&%61=2", "a=1&a=1&a=2", "a=&a=1&a=2", "a=1&a=+"])
  func twoValuesAreAmbiguous(text: String) {
    #expect(throws: AmbiguousParameter(name: "a")) { try Query(text).only("a") }
    #expect(throws: AmbiguousParameter(name: "a")) { try Query(text).only("a", and: "b") }
    #expect(throws: AmbiguousParameter(name: "a")) { try Query(text).only("b", and: "a") }
  }

  @Test func valuesAreFoundByDecodedName() {
    let query = Query("cart_id=1&Cart_id=2&cart%5Fid=3&x=4")
    #expect(query.first("cart_id") == "1")
    #expect(query.all("cart_id") == ["1", "3"])
    #expect(query.first("Cart_id") == "2")
    #expect(query.first("card_id") == nil)
    #expect(query.all("card_id").isEmpty)
    #expect(Query("a+b=1").first("a b") == "1")
    #expect(Query("a+b=1").first("a+b") == nil)
  }

  @Test func theQueryOfATargetStartsAfterTheFirstQuestionMark() throws {
    let query = try RequestTarget("/orders?order_token=x?apikey=y").query
    #expect(query.first("order_token") == "x")
    #expect(query.first("apikey") == "y")
    #expect(try RequestTarget("/orders").query.isEmpty)
  }
}
