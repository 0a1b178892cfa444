// swift-format-ignore-file: the texts stand as the vendor prints them.

/// The documents' own requests and answers about cards (Partner API: Certificate, Wallet Token, Member Billing, Payment),
/// word for word but for names and addresses of people.
enum DocumentedCards {
  /// `GET certificate`, cut to its shape.
  static let certificate = #"""
    {
        "id": "paysys-dev.0.us.3",
        "value": "-----BEGIN CERTIFICATE-----\r\nMIIDdzCCAuCgAwIBAgIRAONU+AhqczriCWS/YmzJABEwDQYJKoZIhvcNAQEFBQAw\r\n-----END CERTIFICATE-----\r\n"
    }
    """#

  /// `POST wallet/v1/token`.
  static let walletRequest = #"""
    {
       "flow_attributes" : {
           "channel" : "external.ecommerce.consumer.dc.ticketmaster.us",
           "market" : "PRIMARY"
          },
       "funding_source_details" : {
           "account_number" : "4588883206000011",
           "expiration_month" : 12,
           "expiration_year" : 2020,
           "billing_address" : {
            "first_name" : "Joe",
            "last_name" : "Doe",
            "address_line1" : "7060 Hollywood Blvd",
            "address_line2" : "suite 202",
            "city" : "Hollywood",
            "state" : "CA",
            "country" : "US",
            "postal_code" : "91344",
            "mobile_phone" : "3104458988",
            "email" : "joe.qa@example.com"
                 } },
       "funding_source" : "creditcard"
    }
    """#

  /// Its answer.
  static let walletAnswer = #"""
    {
      "token": "wallet-wallet-0eb60d8aa4994bc8a6aa6aa4b330f996",
      "validated": false,
      "billing_address": {
        "city": "Hollywood",
        "state": "CA",
        "country": "US",
        "email": "joe.qa@example.com",
        "first_name": "Joe",
        "last_name": "Doe",
        "address_line1": "7060 Hollywood Blvd",
        "address_line2": "suite 202",
        "postal_code": "91344",
        "mobile_phone": "3104458988"
      },
      "funding_method": "VISA",
      "funding_source": "creditcard",
      "expiration_month": 12,
      "expiration_year": 2020
    }
    """#

  /// `POST member/billing`.
  static let memberRequest = #"""
    {
        "cart_id": "bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo=",
        "billing_method":
        {
            "address": {
                "city": "Los Angeles",
                "country": {
                    "code": "US"
                },
                "line1": "123 My Street",
                "line2": "testadd2",
                "postal_code": 90210,
                "region": {
                    "abbrev": "CA"
                },
                "unit": 1234
            },
            "type": "CC",
            "card": {
                "expire_month": 12,
                "expire_year": 2020,
                "issuer": "VISA",
                "encryption_key": "paysys-dev.0.us.999",
                "number": "JvWajg8hahdWPXeMNn2+N4SMxEAoA03sAABy/t2Ga4rHUm9TGbz0oOIWLXgZCVG3WtgwOfqqMN6ijM4AXiYbt+KsFJCA1WVD02vSG+H+/Pj2fIZ13fvyORES2l3wSYZ80KdVz6fkyLRLRtT6o0hyATozyMnFLxpqhsk3CKkiGNE="
            },
            "first_name": "Jon",
            "last_name": "Doe",
            "home_phone": "555-555-5555"
        }
    }
    """#

  /// Its answer.
  static let memberAnswer = #"""
    {
        "billing_method": {
            "card": {
                "encryption_key": "paysys-dev.0.us.999"
            },
            "id": 70561111
        }
    }
    """#

  /// `GET member/billing` afterwards.
  static let memberList = #"""
    {
        "data": [{
            "address": {
                "city": "Los Angeles",
                "country": {
                    "id": 840,
                    "standard": "ISO"
                },
                "line1": "123 My Street",
                "line2": "testadd2",
                "postal_code": "90210",
                "region": {
                    "abbrev": "CA"
                },
                "unit": "1234"
            },
            "card": {
                "expire_month": 12,
                "expire_year": 2020,
                "issuer": "VISA",
                "number": "0011",
                "type": "VISA"
            },
            "first_name": "Jon",
            "home_phone": "5555555555",
            "id": "70561111",
            "last_name": "Doe",
            "type": "CC"
        }]
    }
    """#

  /// `PUT cart/payment` with a billing method.
  static let memberPayment = #"""
    {
        "cart_id": "bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo=",
        "billing_method": {
            "id": "70561111"
        },
        "payment": {
            "amount": "119.00",
            "type": "CC",
            "card": {
                "cin": "BYdEgXIxwz6bXG6OVQRKwj0wc9KE510eXRpwoEoTrd9t9i7=",
                "encryption_key": "paysys-dev.0.us.999"
            }
        }
    }
    """#

  /// The number that the documents' request encrypts, so that its answer ends in 0011.
  static let number = "4588883206000011"
  /// The cart of the requests.
  static let cart = "bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo="
  /// The ciphertexts of the requests; nobody knows their key.
  static let ciphertexts = (
    number:
      "JvWajg8hahdWPXeMNn2+N4SMxEAoA03sAABy/t2Ga4rHUm9TGbz0oOIWLXgZCVG3WtgwOfqqMN6ijM4AXiYbt+KsFJCA1WVD02vSG+H+/Pj2fIZ13fvyORES2l3wSYZ80KdVz6fkyLRLRtT6o0hyATozyMnFLxpqhsk3CKkiGNE=",
    cin: "BYdEgXIxwz6bXG6OVQRKwj0wc9KE510eXRpwoEoTrd9t9i7="
  )
}
