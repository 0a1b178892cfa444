// swift-format-ignore-file: the texts stand as the vendor prints them.

/// The orders that the documents print, word for word but for names of people.
enum DocumentedOrders {
  /// `POST orders` while delay delivery is off.
  static let delayOff = #"""
    {
    "customer_email": "joe.qa@example.com",
    "third_party_source": "BiT (QA)",
    "delivery": {
    "carrier": "TICKETMASTER",
    "service_level": "SAFETIX",
    "description": {
    "short": "SafeTix Rotating Entry Token"
    }
    },
    "tickets": [
    {
    "barcode_id": "",
    "display_id": "39-20804/PHX",
    "event_code": "ECAPI1",
    "event_host": "PHX",
    "event_id": "3F005105D843DFA3",
    "is_ga": false,
    "is_national_vip": false,
    "order_date": "2019-11-27",
    "order_number": "39-20804/PHX",
    "portal": "SECOND BALCONY",
    "row": "B",
    "seat_id": "67174428",
    "seat_name": "9",
    "section": "BALC2L",
    "voided": false,
    "charges": [
    {
    "description": "Price",
    "sub_type": "price",
    "type": "price",
    "amount": {
    "amount": 57.00,
    "currency": "USD"
    }
    },
    {
    "description": "Distance Charge",
    "sub_type": "distance_charge",
    "type": "fee",
    "amount": {
    "amount": 0.00,
    "currency": "USD"
    }
    },
    {
    "description": "Facility Charge",
    "sub_type": "facility_charge",
    "type": "fee",
    "amount": {
    "amount": 0.00,
    "currency": "USD"
    }
    },
    {
    "description": "Service Charge",
    "sub_type": "service_charge",
    "type": "fee",
    "amount": {
    "amount": 34.20,
    "currency": "USD"
    }
    },
    {
    "description": "Tax",
    "sub_type": "tax",
    "type": "tax",
    "amount": {
    "amount": 6.70,
    "currency": "USD"
    }
    }
    ],
    "secure_entry_data": {
    "render_type": "rotating_symbology",
    "segment_type": "NFC_ROTATING_SYMBOLOGY",
    "token": "eyJiIjoiMDExODg1NjY5ODg2NTM5NiIsInQiOiJCQVVBTDR6bHR5SDJFUUlBQUFBQUFRQUFBQUIraHBYTThsQnpwQWxvVEdKVldZZDB2amxSdmpta2FMTm4rK1FiIiwiY2siOiI5NWQxY2VmZThkOGNhOWZkMTQyOGMyOTM5ODg4MDFjNmYzOGM5MzYwIiwiZWsiOiI1ZGUxMzY3MDYzODAwMWZhN2RjOGE2NDdjMjA3ZGMzNDlkMDRkMWM3IiwicnQiOiJyb3RhdGluZ19zeW1ib2xvZ3kifQ=="
    }
    }
    ],
    "voided": false,
    "additional_info": {
    "safetix_delivery_delay_date": "2020-04-05"
    },
    "device_id": "12345",
    "device_type": "NATIVE",
    "device_os": "IOS",
    "nfc_capable_device": true,
    "third_party_account_id": "12313131"
    }
    """#

  /// `POST orders` while delay delivery is on.
  static let delayOn = #"""
    {
    "third_party_source": "abc.com",
    "options": [
    {
    "option_number": 11,
    "description": "ACCOUNT MODIFIED"
    }
    ],
    "delivery": {
    "carrier": "USPS",
    "service_level": "SAFETIX",
    "description": {
    "short": "SafeTix Rotating Entry Token"
    }
    },
    "tickets": [
    {
    "barcode_id": "1212121212121212",
    "display_id": "39-20827/PHX",
    "event_code": "ECAPI1",
    "event_host": "PHX",
    "event_id": "3F005105D843DFA3",
    "is_ga": false,
    "is_national_vip": false,
    "order_date": "2019-12-05",
    "order_number": "39-20827/PHX",
    "portal": "SECOND BALCONY",
    "row": "K",
    "seat_id": "50528288",
    "seat_name": "104",
    "section": "BALC2",
    "voided": false,
    "charges": [
    {
    "description": "Price",
    "sub_type": "price",
    "type": "price",
    "amount": {
    "amount": 37.00,
    "currency": "USD"
    }
    },
    {
    "description": "Distance Charge",
    "sub_type": "distance_charge",
    "type": "fee",
    "amount": {
    "amount": 0.00,
    "currency": "USD"
    }
    },
    {
    "description": "Facility Charge",
    "sub_type": "facility_charge",
    "type": "fee",
    "amount": {
    "amount": 0.00,
    "currency": "USD"
    }
    },
    {
    "description": "Service Charge",
    "sub_type": "service_charge",
    "type": "fee",
    "amount": {
    "amount": 0.00,
    "currency": "USD"
    }
    },
    {
    "description": "Tax",
    "sub_type": "tax",
    "type": "tax",
    "amount": {
    "amount": 5.26,
    "currency": "USD"
    }
    }
    ],
    "secure_entry_data": {
    "render_type": "rotating_symbology",
    "segment_type": "ROTATING_SYMBOLOGY",
    "token": "xxxxxBVRytNDM2NzkzODA2NDAwMTUwMSIsInQiOiJBMEZeyJiIjoiUFBQUFRQUvQjlDIiwiY2siOiJjY2M3YTdkYjI4OTEzNDFjNzA1MmVmOWJmOWZhMThkYTNkOWN4IM2MGU2YzFjIiwicnQiOiJyb3RiwiZWsiOiJmM2I5ODhdGluZ19zeWxvZ3kifQTGIyZpbEZlYzAwNDY1NGE0NDUyMzljNGZlYTgzNGQyNmhtSUNFWkVFBQUJhdWs4WVpLV2sGQEREVxdHg5ZVdm=="
    }
    }
    ],
    "voided": false,
    "additional_info": {
    "safetix_delivery_delay_date": "2020-04-05"
    },
    "device_id": "12345",
    "device_type": "web",
    "device_os": "android",
    "nfc_capable_device": false,
    "third_party_account_id": "12313131",
    "tm_sends_redemption_claim_email": false
    }
    """#

  /// `GET orders` of 2018.
  static let get = #"""
    {
        "customer_email": "joe.qa@example.com",
        "tickets": [
            {
                "barcode_id": "8819624561542398",
                "charges": [
                    {
                        "amount": {
                            "amount": 66.0,
                            "currency": "USD"
                        },
                        "description": "Price",
                        "sub_type": "price",
                        "type": "price"
                    },
                    {
                        "amount": {
                            "amount": 0.0,
                            "currency": "USD"
                        },
                        "description": "Service Charge",
                        "sub_type": "service_charge",
                        "type": "fee"
                    },
                    {
                        "amount": {
                            "amount": 0.0,
                            "currency": "USD"
                        },
                        "description": "Facility Charge",
                        "sub_type": "facility_charge",
                        "type": "fee"
                    },
                    {
                        "amount": {
                            "amount": 0.0,
                            "currency": "USD"
                        },
                        "description": "Tax",
                        "sub_type": "tax",
                        "type": "tax"
                    },
                    {
                        "amount": {
                            "amount": 0.0,
                            "currency": "USD"
                        },
                        "description": "Distance Charge",
                        "sub_type": "distance_charge",
                        "type": "fee"
                    }
                ],
                "display_id": "29-16792/PHX",
                "distance_charge": 0.0,
                "event_code": "EGOLD",
                "event_host": "PHX",
                "event_id": "3F004EC9D1EBBC76",
                "is_ga": false,
                "is_national_vip": false,
                "order_date": "2015-12-10",
                "order_number": "29-16792/PHX",
                "portal": "USE WEST GATES",
                "row": "K",
                "seat_id": "252313614",
                "seat_name": "16",
                "section": "CLB237",
                "voided": false
            }
        ],
        "delivery": {
            "carrier": "USPS",
            "description": {
                "short": "US Postal Mail"
            },
            "service_level": "MAIL"
        },
        "upsells": [],
        "voided": false
    }
    """#
}
