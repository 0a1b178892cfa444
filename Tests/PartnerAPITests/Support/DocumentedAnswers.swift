// swift-format-ignore-file: the texts stand as the vendor prints them.

/// The answers that the documents print, word for word but for names of people.
enum DocumentedAnswers {
  /// `GET availability`.
  static let availability = #"""
    {
        "event" : {
            "id":"0B004D43F86C478F",
            "restrictSingle" : true,
            "eventTicketLimit" : 10,
            "seatLocationMapRestrict": false,
            "locXnumAddescRestrict": false,
            "locRowSeatRestrict": false,
            "tickets":[
                {

                    "available":5034,
                    "total": 10345,
                    "currentTicketLimit" : 4,
                    "inventory" : [

                        { "section" : "207", "row" : "A", "seats" : [ 2, 4, 6, 8], "places" : ["INGEEMRQHE5E2ORRG4", "INGEEMRQHE5E2ORRGA", "INGEEMRQHE5E2ORRGE", "INGEEMRQHE5E2ORRGI"], "hasEvenOddMix" : false},

                        { "section" : "208", "row" : "A", "seats" : [ 1, 2], "places" : ["INGEEMRQHE5E2ORU", "INGEEMRQHE5E2ORV"], "hasEvenOddMix" : true}
                    ],

                    "offers" : [
                        {
                            "charges" : [
                                {
                                    "amount" : 3.0,
                                    "reason" : "facility",
                                    "type": "fee"
                                }
                            ],

                            "currency": "USD",
                            "faceValue" : 25.0,
                            "offerDescription" : "GPAS1",
                            "offerName" : "GPAS1",
                            "priceLevelId" : "1",
                            "ticketTypeId" : "00000405000C"
                        },
                        {
                            "charges" : [
                                {
                                    "amount" : 3.0,
                                    "reason" : "facility",
                                    "type": "fee"
                                }
                            ],

                            "currency": "USD",
                            "faceValue" : 25.0,
                            "offerDescription" : "GPAS1J",
                            "offerName" : "GPAS1J",
                            "priceLevelId" : "1",
                            "ticketTypeId" : "00000406000C"
                        }
                    ]
                },

                {
                    "available":43,
                    "total": 108,
                    "currentTicketLimit" : 6,
                    "eventTicketLimit" : 10,
                    "inventory" : [
                        { "section" : "209", "row" : "B", "seats" : [ 2, 4, 6, 8, 10, 12, 16],
                          "areas": [
                          {
                            "description": "Right Side of Theatre",
                            "name": "RIGHT",
                            "areaId": "10"
                          },
                          {
                            "description": "Main Floor-Orchestra Level",
                            "name": "ORCH",
                            "areaId": "5"
                          }
                         ],
                        "hasEvenOddMix" : false}
                    ],
                    "offers" : [
                        {
                            "charges" : [
                                {
                                    "amount" : 5.0,
                                    "reason" : "facility",
                                    "type": "fee"
                                }
                            ],

                            "currency": "USD",
                            "faceValue" : 50.0,
                            "offerDescription" : "GPAS2",
                            "offerName" : "GPAS2",
                            "priceLevelId" : "1",
                            "ticketTypeId" : "00000407000C"
                        }
                    ]
                }
            ]
        }
    }
    """#

  /// `GET events`.
  static let eventsList = #"""
    {
        "events" : [
            {
                "eventCode" : "EPT0726E",
                "eventHost" : "LA2",
                "eventId" : "0B004D43F86C478F",
                "eventDate" : "2015-07-26",
                "eventTime" : "18:30:00",
                "timeZone" : "America/Los_Angeles",
                "seatLocationMapRestrict": false,
                "locXnumAddescRestrict": false,
                "locRowSeatRestrict": false,
                "offers": [
                    { "repName": "GPAS4", "ticketType": "00004C440003" }
                ]
            },
            {
                "eventCode" : "EPT0896A",
                "eventHost" : "LA2",
                "eventId" : "0C004F43F86C4BAC",
                "eventDate" : "2015-07-27",
                "eventTime" : "18:30:00",
                "timeZone" : "America/Los_Angeles",
                "offers": [
                    { "repName": "GPAS4", "ticketType": "00004C440004" }
                ]
            }


        ]
    }
    """#

  /// `POST cart`.
  static let reserve = #"""
    {
        "cart_id" : "bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo=",
        "cart": {
            "hold_time": 299,
            "items": [
                {
                    "end_seat_number": "7",
                    "event_id": "3F004CBB88958BF9",
                    "num_seats": 1,
                    "row": "I",
                    "section": "CLB234",
                    "start_seat_number": "7",
                    "tickets": [
                        {
                            "charges": [
                                {
                                    "price": 0,
                                    "quantity": 1,
                                    "tax": 0,
                                    "type": "distance"
                                },
                                {
                                    "price": 25,
                                    "quantity": 1,
                                    "tax": 0,
                                    "type": "face_value"
                                },
                                {
                                    "price": 0,
                                    "quantity": 1,
                                    "tax": 0,
                                    "type": "facility"
                                },
                                {
                                    "price": 0,
                                    "quantity": 1,
                                    "tax": 0,
                                    "type": "service"
                                }
                            ],
                            "description": "GPAS1",
                            "id": "000002040006",
                            "quantity": 1
                        }
                    ],
                    "totals": {
                        "currency_code": "USD",
                        "fee": 0,
                        "grand": 25,
                        "merchandise": 25,
                        "tax": 0
                    }
                }
            ],
            "totals": {
                "delivery": 0,
                "fee": 0,
                "grand": 25,
                "merchandise": 25,
                "tax": 0,
                "unpaid": 25,
                "upsell": 0
            }
        }
    }
    """#

  /// `PUT cart/payment` of the SafeTix page.
  static let billing = #"""
    {
    "cart_id": "beec42c9-f456-4270-bba9-4c62528bef00",
    "cart": {
    "items": [
    {
    "type": "ticket",
    "id": 1,
    "areas": [
    {
    "description": "Second Balcony",
    "id": 8
    },
    {
    "description": "Left Side of Theatre",
    "id": 9
    },
    {
    "description": "Seats are Odd-Numbered",
    "id": 11
    },
    {
    "description": "Price Level 7",
    "id": 16
    }
    ],
    "tickets": [
    {
    "description": "Standard Ticket",
    "id": "000000000001",
    "quantity": 1,
    "inventory_type": "PRIMARY",
    "charges": [
    {
    "price": 0.00,
    "type": "distance",
    "quantity": 1,
    "tax": 0.00
    },
    {
    "price": 0.00,
    "type": "facility",
    "quantity": 1,
    "tax": 0.00
    },
    {
    "price": 57.00,
    "type": "face_value",
    "quantity": 1,
    "tax": 4.13
    },
    {
    "price": 34.20,
    "type": "service",
    "quantity": 1,
    "tax": 2.57
    }
    ]
    }
    ],
    "ga": false,
    "totals": {
    "currency_code": "USD",
    "fee": 34.20,
    "grand": 97.90,
    "merchandise": 57.00,
    "tax": 6.70
    },
    "event_id": "3F005105D843DFA3",
    "num_seats": 1,
    "x-num": 28,
    "row": "B",
    "section": "BALC2L",
    "start_seat_number": "13",
    "end_seat_number": "13",
    "is_ga": false
    },
    {
    "type": "processing",
    "id": 2,
    "totals": {
    "currency_code": "USD",
    "fee": 3.76,
    "grand": 3.76,
    "merchandise": 0.00,
    "tax": 0.00
    }
    },
    {
    "type": "delivery",
    "id": 4,
    "totals": {
    "currency_code": "USD",
    "fee": 0.00,
    "grand": 0.00,
    "merchandise": 0.00,
    "tax": 0.00
    },
    "carrier": "TICKETMASTER",
    "service_level": "ETICKET",
    "description": {
    "long": "Get in with:",
    "short": "eTickets",
    "eta": "eTickets"
    },
    "requires_address": false
    }
    ],
    "totals": {
    "currency_code": "USD",
    "delivery": 0.00,
    "fee": 37.96,
    "grand": 101.66,
    "merchandise": 57.00,
    "tax": 6.70,
    "unpaid": 0.00,
    "upsell": 0.00
    },
    "payments": [
    {
    "id": 1,
    "payment_id": "1",
    "type": "CC",
    "amount": 101.66,
    "card": {
    "expire_month": 12,
    "expire_year": 2020,
    "issuer": "VISA",
    "number": "******************2474"
    }
    }
    ],
    "hold_time": 444
    }
    }
    """#

  /// `GET cart/shipping`.
  static let shippingOptions = #"""
    {
        "shipping_options": [
            {
                "carrier": "TICKETMASTER",
                "id": "1",
                "service_level": "ETICKET",
                "requires_address": false,
                "totals": {
                    "currency_code": "USD",
                    "fee": 0.0,
                    "grand": 0.0,
                    "merchandise": 0.0,
                    "tax": 0.0,
                    "unpaid": 0.0
                }
            },
            {
                "carrier": "USPS",
                "id": "2",
                "service_level": "MAIL",
                "requires_address": true,
                "totals": {
                    "currency_code": "USD",
                    "fee": 0.5,
                    "grand": 0.5,
                    "merchandise": 0.0,
                    "tax": 0.0,
                    "unpaid": 0.0
                }
            },
            {
                "carrier": "USPS",
                "id": "3",
                "service_level": "AIRMAIL",
                "requires_address": true,
                "totals": {
                    "currency_code": "USD",
                    "fee": 0.5,
                    "grand": 0.5,
                    "merchandise": 0.0,
                    "tax": 0.0,
                    "unpaid": 0.0
                }
            },
            {
                "carrier": "TICKETMASTER",
                "id": "4",
                "service_level": "WILLCALL",
                "requires_address": false,
                "totals": {
                    "currency_code": "USD",
                    "fee": 2.5,
                    "grand": 2.5,
                    "merchandise": 0.0,
                    "tax": 0.0,
                    "unpaid": 0.0
                }
            }
        ]
    }
    """#

  /// `PUT cart`.
  static let commit = #"""
    {
        "redemption_url" : "https://myorder.ticketmaster.com/redeem?token=28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D",
        "grand_total" : 57.39,
        "order_token" : "28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D",
        "order_number" : "35-46145/LA1"
    }
    """#

  /// `POST securerender`.
  static let secureRender = #"""
    {
    "deviceId": "68753A11-1234-1226-9D60-0050E4C000000",
    "deviceType": "NATIVE",
    "deviceOs": "IOS",
    "nfcCapableDevice": true,
    "tickets": [
    {
    "eventId": "3F005237E5CB39EA",
    "section": "G",
    "row": "17",
    "seat": "1",
    "barcode": "964537283421",
    "token": "eyJiIjoiMDg2NzM0NjQ3NjA0MTYxNmEiLCJ0IjoiQkFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFDR2tmNWxkZWZ3WEh3WmpvRmMzcnNEY0RINkpyY2pqOW0yS0liKyIsImNrIjoiNjhhZjY5YTQtZjlhNi00ZTRhLTkxZmEtNDYwYmRhMTdmNDI3IiwiZWsiOiIwNmVjNTNjNy00OWU0LTQ3YTQtODgwMi01N2Y3M2RjM2FiZmMiLCJydCI6InJvdGF0aW5nX3N5bWJvbG9neSJ9",
    "renderType": "rotating_symbology",
    "passData": {
    "ios": {
    "pkPassId": "b5d02b52-4b21-4233-b41a-722f20467535"
    }
    }
    }
    ]
    }
    """#

  /// `POST securerender` without a row.
  static let secureRenderMissingRow = #"""
    {
    "deviceId": "68753A11-1234-1226-9D60-0050E4C000000",
    "deviceType": "NATIVE",
    "deviceOs": "IOS",
    "nfcCapableDevice": false,
    "tickets": [
    {
    "eventId": "3F005237E5CB39EA",
    "section": "G",
    "seat": "1",
    "barcode": "964537283421",
    "error": {
    "code": 400,
    "error": "missing.row.attribute"
    }
    }
    ]
    }
    """#

  /// An error.
  static let error = #"""
    {
        "error": {
            "message" : "Invalid input data type",
            "code": 10002,
            "http_code":400,
            "severity":"ERROR"
        }
    }
    """#

  /// A refused key.
  static let invalidKey = #"""
    {"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}
    """#
}
