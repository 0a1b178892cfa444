// swift-format-ignore-file: the texts stand as the vendor prints them.

/// The requests that the documents print, word for word.
enum DocumentedRequests {
  /// `POST cart`.
  static let reserve = #"""
    {
        "token" : "PLACEHOLDER",

        "reserve" : {

            "tickets":[
                {
                    "id": "000002040006",
                    "quantity": 1,

                    "price" : {

                        "id" : 3,


                        "amount" : 50.0
                    }
                }
            ],


            "areas" : [ { "id" : 2 } ],



            "section": "CLB239",
            "row": "C",
            "begin_seat": 17,
            "end_seat" : 18,


            "accept_best_available": false
        }
    }
    """#

  /// `PUT cart/payment` of the SafeTix page.
  static let billing = #"""
    {
    "cartId":"4f215dbf-e911-498a-a51e-ca9b584c2731",
    "payment":{
    "first_name":"Tom",
    "last_name":"Brown",
    "home_phone":"4110001234",
    "type":"BRAINTREE",
    "reference":"",
    "address":{
    "line1":"123 Main Street",
    "line2":"",
    "unit":"1",
    "city":"Hollywood",
    "country":{
    "code":"US",
    "id":"840"
    },
    "region":{
    "abbrev":"CA"
    },
    "postal_code":"92806"
    },
    "amount":"54.41",
    "currency":"USD",
    "card":{
    "number":"fake-valid-visa-nonce",
    "cin":"123",
    "expire_month":0,
    "expire_year":0
    },
    "email_address":"tom.brown@email.com",
    "third_party_account_id":"12313131"
    }
    }
    """#

  /// `PUT cart/payment` with an encrypted card.
  static let encryptedCard = #"""
    {

        "cart_id" : "bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo=",

        "payment": {

            "first_name": "John",
            "last_name": "Doe",
            "home_phone": "212-867-5309",
            "type": "CC",
            "email_address" : "joe.qa@example.com",

            "address": {
                "line1": "123 Main Street",
                "line2": "",
                "unit": "1h",
                "city": "Los Angeles",
                "country": {
                    "code": "US"
                },
                "region": {
                    "abbrev": "CA"
                },
                "postal_code": "90210"
            },
            "amount": "69.00",
            "card": {
                "issuer" : "VISA",
                "number": "qvaEc5EX2bt5pt5DiTQR4J6iYZKxsujQPdw7LXCAnbeb8cD/CiXoB1V/pG2GAHBcHS/IdIMskFg=",
                "cin": "BYdEgXIxwz6bXG6OVQRKwj0wc9KE510eXRpwoEoTrd9t9i7=",
                "encryption_key": "paysys-dev.0.us.999",
                "expire_month": 12,
                "expire_year": 2020,
                "postal_code": "90210"
            }
        }
    }
    """#

  /// `PUT cart/payment` with a wallet token.
  static let wallet = #"""
    {
      "cart_id": "3d7e57b4-7030-4600-9725-bfa62f44a9d6",
      "payment": {
        "address": {
          "city": "",
          "country": {"code": "US"},
          "line1": "123 Main Street",
          "line2": "",
          "postal_code": "",
          "region": {"abbrev":"CA"}
        },
        "amount": "69.00",
        "card": {
          "cin": "123",
          "number": "wallet-wallet-442d8c3e20194dc5a34c7a9b8b8dd662"
    },
        "email_address":"joe.qa@example.com",
        "first_name": "John",
        "home_phone": "212-867-5309",
        "last_name": "Doe",
        "type": "WALLET"
      }
    }
    """#

  /// `PUT cart/shipping`.
  static let shipping = #"""
    {"shipping_id": "4"}
    """#

  /// `PUT cart`.
  static let commit = #"""
    {
        "cart_id" : "bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo=",
        "source_account_id" : "30f86cd70ac7216bc596aa2d060a7064",
        "tracking" : {
            "shared_id" : "1",
            "sub_id1" : "3",
            "sub_id2" : "4",
            "sub_id3" : "5"
        },
        "attribute_overrides": {
          "images": {
            "email_1x": "http://s1.ticketm.net/dam/c/MUSIC_TABLET_LANDSCAPE_LARGE_16_9.jpg",
            "1x": "http://s1.ticketm.net/dam/c/MUSIC_TABLET_LANDSCAPE_LARGE_16_9.jpg",
            "web_1x": "http://s1.ticketm.net/dam/c/MUSIC_TABLET_LANDSCAPE_LARGE_16_9.jpg"
          }
        }
    }
    """#

  /// `POST orders`.
  static let orders = #"""
    {
    "device_id":"12345",
    "device_os":"android",
    "device_type":"web",
    "third_party_account_id":"12313131"
    }
    """#

  /// `POST securerender`, with `x-user-id: 783412345`.
  static let secureRender = #"""
    {
    "deviceId": "68753A11-1234-1226-9D60-0050E4C000000",
    "deviceType": "NATIVE",
    "deviceOs": "IOS",
    "userAgent": "Mozilla/5.0",
    "tickets": [
    {
    "eventId": "3F005237E5CB39EA",
    "section": "G",
    "row": "17",
    "seat": "1",
    "barcode": "964537283421"
    },
    {
    "eventId": "3F005237E5CB39EA",
    "section": "G",
    "row": "17",
    "seat": "2",
    "barcode": "963267823784"
    }
    ]
    }
    """#
}
