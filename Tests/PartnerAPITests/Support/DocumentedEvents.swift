// swift-format-ignore-file: the texts stand as the vendor prints them.

/// The answers about events, captchas and calls to poll for that the documents print.
enum DocumentedEvents {
  /// `GET captcha` as JSON.
  static let captcha = #"""
    {
      "captcha_required" : true,
      "captcha_details" : {
        "type" : 2,
        "site_key" : "c0d60e1f4a711b710dc3dbe74fbd449c"
      }
    }
    """#

  /// `GET events/{event_code}/{event_host}/id`.
  static let eventID = #"""
    {
        "event" : {
            "id" : "0B004D43F86C478F"

        }
    }
    """#

  /// `GET orders/unredeemed`.
  static let unredeemed = #"""
    {
        "data" : [
            {
                "purchase_date_time" : 1441341339000,
                "email_status": 2,
                "event_date_time": 1471737600000,
                "event_id" : "3F004EC9D1EBBC76",
                "order_source_account_id" : "fb63e3ede36210317e9e0fc5efccbc1f",
                "purchase_email_address" : "pat.tester@example.com"
            }
        ]
    }
    """#

  /// The 202 of a call to poll for.
  static let polling = #"""
    {
        "polling_url": "https://app.ticketmaster.com/partners/v1/polling-status?token=0ee566f7-cbfe-43f4-93b9-117c8d69f3d0&cart_id=eb6d42b7-cb95-48a5-acba-56514cf0d6ef",
        "wait": 4,
        "cart_id": "eb6d42b7-cb95-48a5-acba-56514cf0d6ef"
    }
    """#

  /// `GET events/{event_id}`, without its blanks.
  static let details = #"""
    {"api_transactable":true,"event":{"area_groups":[{"areas":[{"description":"Mezzanine","id":2,"prices":[{"id":9},
    {"id":10},{"id":11}]},{"description":"Parterre","id":1,"prices":[{"id":10}]},{"description":"Orchestra",
    "id":0,"prices":[{"id":8},{"id":9}]}],"label":"Section"},{"areas":[{"description":"Left Center Section",
    "id":7,"prices":[{"id":10},{"id":11}]},{"description":"Right Center Section","id":6,"prices":[{"id":10},
    {"id":11}]},{"description":"Center Section","id":3,"prices":[{"id":8},{"id":9},{"id":11}]},{"description":"Left Section",
    "id":4,"prices":[{"id":9},{"id":10},{"id":11}]},{"description":"Right Section","id":5,"prices":[{"id":9},
    {"id":10},{"id":11}]}],"label":"Location"}],"artists":[{"id":1760681,"name":"Donny & Marie (Touring)",
    "rank":1,"single_performer_or_band":false}],"criteria_groups":["bestavail","specificseats"],"currency_code":"USD",
    "event_image":{"height":115,"location":"http://media.ticketmaster.com/en-usxyz","width":205},"eventdate":{"format":"datetime",
    "value":"2015-12-07T00:00:00Z"},"facility_fee_rollup":false,"id":"1D004F240CEB4BDE","name":"Donny & Marie (Touring)",
    "notes":[{"text":"The night of the event, we would like to extend a special room offer to you. This special offer ",
    "type":"webinfo"}],"offsale":{"format":"datetime","value":"2015-12-06T21:00:00Z"},"onsale":{"format":"datetime",
    "value":"2015-09-11T14:00:00Z"},"presales":[{"format":"daterange","label":"American Express Card Member Seating",
    "value":"2015-09-16T15:00:00Z/2015-12-02T03:00:00Z"}],"price_range":{"description":"Prices subject to change",
    "max":{"display_amount":150.0,"face_value":150.0,"fees":0.0},"min":{"display_amount":50.0,"face_value":50.0,
    "fees":0.0}},"prices":[{"amounts":[75.0],"areas":[{"id":1},{"id":2},{"id":4},{"id":5},{"id":6},{"id":7}],
    "description":"Price Level 3","id":10},{"amounts":[50.0],"areas":[{"id":2},{"id":3},{"id":4},{"id":5},
    {"id":6},{"id":7}],"description":"Price Level 4","id":11},{"amounts":[100.0],"areas":[{"id":0},{"id":2},
    {"id":3},{"id":4},{"id":5}],"description":"Price Level 2","id":9},{"amounts":[150.0],"areas":[{"id":0},
    {"id":3}],"description":"Price Level 1","id":8}],"promoter":{"id":494,"name":"PROMOTED BY VENUE "},"publication":{"format":"datetime",
    "value":"2015-09-04T23:06:00Z"},"purchase_organization":"TM","quantities":{"limit":50},"service_fee_rollup":false,
    "statuses":[{"type":"onsale","value":"2015-09-11T14:00:00Z"}],"tickets":[{"areas":[{"id":0},{"id":1},
    {"id":2},{"id":3},{"id":4},{"id":5},{"id":6},{"id":7}],"description":"GPAS1","id":"000042800007","prices":[{"amount":150.0,
    "display_amount":150.0,"id":8,"price_details":[{"amount":{"amount":150.0,"currency":"USD"},"type":"face_value"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"face_value_tax"},{"amount":{"amount":0.0,"currency":"USD"},
    "type":"facility"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"service_tax"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service_tax2"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"distance"}]},{"amount":100.0,"display_amount":100.0,
    "id":9,"price_details":[{"amount":{"amount":100.0,"currency":"USD"},"type":"face_value"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"face_value_tax"},{"amount":{"amount":0.0,"currency":"USD"},"type":"facility"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"service"},{"amount":{"amount":0.0,"currency":"USD"},
    "type":"service_tax"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service_tax2"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"distance"}]},{"amount":75.0,"display_amount":75.0,"id":10,"price_details":[{"amount":{"amount":75.0,
    "currency":"USD"},"type":"face_value"},{"amount":{"amount":0.0,"currency":"USD"},"type":"face_value_tax"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"facility"},{"amount":{"amount":0.0,"currency":"USD"},
    "type":"service"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service_tax"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"service_tax2"},{"amount":{"amount":0.0,"currency":"USD"},"type":"distance"}]},
    {"amount":50.0,"display_amount":50.0,"id":11,"price_details":[{"amount":{"amount":50.0,"currency":"USD"},
    "type":"face_value"},{"amount":{"amount":0.0,"currency":"USD"},"type":"face_value_tax"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"facility"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"service_tax"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service_tax2"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"distance"}]}],"quantities":{"exact":0,"limit":50,"minimum":1,
    "multiple":1}},{"areas":[{"id":0},{"id":1},{"id":2},{"id":3},{"id":4},{"id":5},{"id":6},{"id":7}],"description":"GPAS2",
    "id":"000083000007","prices":[{"amount":150.0,"display_amount":150.0,"id":8,"price_details":[{"amount":{"amount":150.0,
    "currency":"USD"},"type":"face_value"},{"amount":{"amount":0.0,"currency":"USD"},"type":"face_value_tax"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"facility"},{"amount":{"amount":0.0,"currency":"USD"},
    "type":"service"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service_tax"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"service_tax2"},{"amount":{"amount":0.0,"currency":"USD"},"type":"distance"}]},
    {"amount":100.0,"display_amount":100.0,"id":9,"price_details":[{"amount":{"amount":100.0,"currency":"USD"},
    "type":"face_value"},{"amount":{"amount":0.0,"currency":"USD"},"type":"face_value_tax"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"facility"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"service_tax"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service_tax2"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"distance"}]},{"amount":75.0,"display_amount":75.0,"id":10,
    "price_details":[{"amount":{"amount":75.0,"currency":"USD"},"type":"face_value"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"face_value_tax"},{"amount":{"amount":0.0,"currency":"USD"},"type":"facility"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"service"},{"amount":{"amount":0.0,"currency":"USD"},
    "type":"service_tax"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service_tax2"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"distance"}]},{"amount":50.0,"display_amount":50.0,"id":11,"price_details":[{"amount":{"amount":50.0,
    "currency":"USD"},"type":"face_value"},{"amount":{"amount":0.0,"currency":"USD"},"type":"face_value_tax"},
    {"amount":{"amount":0.0,"currency":"USD"},"type":"facility"},{"amount":{"amount":0.0,"currency":"USD"},
    "type":"service"},{"amount":{"amount":0.0,"currency":"USD"},"type":"service_tax"},{"amount":{"amount":0.0,
    "currency":"USD"},"type":"service_tax2"},{"amount":{"amount":0.0,"currency":"USD"},"type":"distance"}]}],
    "quantities":{"exact":0,"limit":50,"minimum":1,"multiple":1}}],"type":{"id":0},"url":"http://ticketmaster.com/event/1D004F240CEB4BDE",
    "venue":{"id":237685,"images":[{"height":410,"location":"http://media.ticketmaster.com/en-us/tmimages/venue/maps/ny5/41248s.gif",
    "name":"End Stage","type":"seatingchart","width":670}],"location":{"address":{"city":"Mashantucket","country":{"abbrev":"US"},
    "region":{"abbrev":"CT"}},"time_zone":"America/New_York"},"markets":[{"id":33,"name":"New England"},{"id":35,
    "name":"New York/Tri-State Area"},{"id":11,"name":"Greater Boston Area"},{"id":124,"name":"Connecticut"}],
    "name":"The Grand Theater at Foxwoods Resort Casino"}}}
    """#
}
