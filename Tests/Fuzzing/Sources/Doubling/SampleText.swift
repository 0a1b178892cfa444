/// The bodies of samples, with every member that the tables know.
enum SampleText {
  private static let address = """
    {"line1":"1 Main Street","line2":"","unit":"1h","city":"Los Angeles","country":{"code":"US"},
     "region":{"abbrev":"CA"},"postal_code":"90210"}
    """

  static func payment(_ cart: String, due: String) -> String {
    """
    {"cart_id":"\(cart)","payment":{"type":"BRAINTREE","amount":"\(due)","third_party_account_id":"12313131",
     "first_name":"Tom","last_name":"Brown","home_phone":"4110001234","email_address":"tom.brown@email.com",
     "currency":"USD","reference":"","address":\(address),
     "card":{"number":"fake-valid-visa-nonce","cin":"123","issuer":"VISA","expire_month":12,"expire_year":2030,
     "postal_code":"90210"}}}
    """
  }

  static func encrypted(cart: String) -> String {
    """
    {"cart_id":"\(cart)","billing_method":{"id":"70561111"},"payment":{"type":"CC","amount":"10.00",
     "card":{"number":"qvaEc5EX2bt5pt5DiTQR4J6iYZKxsujQPdw7LXCAnbeb8cD/Ci8=","cin":"BYdE","encryption_key":"a.0.us.9"}}}
    """
  }

  static func commit(cart: String) -> String {
    """
    {"cart_id":"\(cart)","source_account_id":"30f8","tracking":{"shared_id":"1","sub_id1":"3"},
     "attribute_overrides":{"images":{"1x":"http://example.com/a.jpg"}}}
    """
  }

  static let wallet = """
    {"flow_attributes":{"channel":"external","market":"PRIMARY"},"funding_source":"creditcard",
     "funding_source_details":{"account_number":"4588883206000011","expiration_month":12,"expiration_year":2030,
     "billing_address":{"first_name":"Joe","last_name":"Brown","address_line1":"7060 Hollywood Blvd",
     "address_line2":"","city":"Hollywood","state":"CA","country":"US","postal_code":"91344",
     "mobile_phone":"3104458988","email":"joe.brown@example.com"}}}
    """

  static let billing = """
    {"billing_method":{"type":"CC","first_name":"Jon","last_name":"Doe","home_phone":"555-555-5555",
     "address":\(address),"card":{"number":"4111111111111111","issuer":"VISA","encryption_key":"a.0.us.9",
     "expire_month":12,"expire_year":2030}}}
    """

  static let device = """
    {"device_id":"phone-1","device_type":"native","device_os":"ios","third_party_account_id":"12313131"}
    """

  static let rendering = """
    {"deviceId":"phone-1","deviceType":"NATIVE","deviceOs":"IOS","userAgent":"Mozilla/5.0","tickets":[
     {"eventId":"3F005105D843DFA3","section":"BALC2L","row":"B","seat":"13","barcode":"8816805920000001"}]}
    """

  static let fault = """
    {"when":{"operation":["cart.reserve"],"event":"3F005105D843DFA3","host":"PHX","account":"1",
     "header":{"X-Demo":"1"},"body":{"/reserve/section":"A"},"calls":{"after":1,"first":2},"probability":0.5},
     "then":{"respond":{"status":503,"headers":{"Retry-After":"120"},"body":{"message":["a"]}},
     "delay":{"uniform":{"min":1,"max":2},"at":"before"}},"times":2}
    """

  static let scenario = """
    {"name":"mine","description":"d","events":{"*":{"captcha":true},"3F005105D843DFA3":
     {"delayDelivery":{"until":"+PT2M","style":"error"},"hold":{"reserveSeconds":9,"paymentSeconds":9}}},
     "quota":{"perHour":10},"clock":{"rate":1},"cards":"encrypted-only",
     "rules":[{"name":"r","when":{"operation":"*"},"then":{"error":"niterun"}}]}
    """

  static let event = """
    {"id":"3F00EA0000000001","aliases":["1AeZZfEAmpleXYZ"],"code":"EXAMPLE1","host":"PHX",
     "otherCodes":[{"code":"53-10001","host":"NY1"}],"name":"The Example Players",
     "venue":{"name":"Hall","city":"Phoenix","region":"AZ","country":"US","zone":"America/Phoenix","zoneRule":"MST7"},
     "schedule":{"startsAfterDays":45,"time":"19:30","onsaleAfterDays":-30,"offsaleAfterDays":44},"currency":"USD",
     "ticketLimit":8,"restrictSingle":true,
     "restrictions":{"seatLocationMap":false,"locXnumAddesc":false,"locRowSeat":false},"transactable":true,
     "captcha":false,"cartIds":"uuid","entry":"safetix",
     "delayDelivery":{"until":"start+P30D","style":"omit-token"},"hold":{"reserveSeconds":300,"paymentSeconds":444},
     "processing":3.76,"shipping":[{"id":"1","carrier":"TICKETMASTER","serviceLevel":"ETICKET",
     "requiresAddress":false,"fee":0.00,"long":"Get in with:","short":"eTickets","eta":"eTickets"}],
     "areas":[{"id":5,"name":"ORCH","description":"Main"},{"id":9,"name":"LEFT","description":"Left"}],
     "ticketTypes":[{"id":"000000000001","name":"Adult"},{"id":"000000000002","name":"Child","description":"Child"}],
     "priceLevels":[{"id":1,"description":"Price Level 1"},{"id":2}],
     "offers":[{"ticketType":"000000000001","priceLevel":1,"face":{"price":57.00,"tax":4.13},
     "service":{"price":34.20,"tax":2.57},"facility":2.50,"distance":0.00},
     {"ticketType":"000000000002","priceLevel":1,"face":28.00},{"ticketType":"000000000001","priceLevel":2,"face":37}],
     "seating":[{"sections":["ORCHL"],"priceLevel":1,"areas":[5,9],"portal":"MAIN FLOOR","xNum":28,"rows":[
     {"rows":["A","B"],"first":1,"last":27,"step":2,"sold":["3-7","27"]},
     {"rows":["C"],"first":1,"last":27,"step":2,"priceLevel":2,"areas":[9]}]},
     {"general":"FLOOR","places":200,"priceLevel":2,"areas":[5],"portal":"SIDE DOOR","sold":["1-50"]}]}
    """
}
