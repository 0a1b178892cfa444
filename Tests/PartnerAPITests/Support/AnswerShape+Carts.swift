/// Events and carts, as the field lists and examples of the Partner API and of the SafeTix page have them.
extension AnswerShape {
  /// Partner API, Event Inventory: the field list (dates are local); `safeTixEnabled` since 2020-02-18.
  static let eventList = AnswerShape(
    """
    /events/[]/eventCode word
    /events/[]/eventHost word
    /events/[]/eventId event
    /events/[]/eventDate date
    /events/[]/eventTime time
    /events/[]/timeZone zone
    /events/[]/seatLocationMapRestrict boolean
    /events/[]/locRowSeatRestrict boolean
    /events/[]/locXnumAddescRestrict boolean
    /events/[]/safeTixEnabled boolean
    /events/[]/offers/[]/repName text
    /events/[]/offers/[]/ticketType hex12
    """)

  /// Partner API, Event ID.
  static let eventID = AnswerShape("/event/id event")

  /// Partner API, 2015 to 2017: the example; instants have a zone here.
  static let eventDetails = AnswerShape(
    """
    /api_transactable boolean
    /event/area_groups/[]/areas/[]/description text
    /event/area_groups/[]/areas/[]/id integer
    /event/area_groups/[]/areas/[]/prices/[]/id integer
    /event/area_groups/[]/label text
    /event/artists/[]/id integer
    /event/artists/[]/name text
    /event/artists/[]/rank integer
    /event/artists/[]/single_performer_or_band boolean
    /event/criteria_groups/[] bestavail|specificseats
    /event/currency_code currency
    /event/event_image/height integer
    /event/event_image/location picture
    /event/event_image/width integer
    /event/eventdate/format datetime
    /event/eventdate/value instant
    /event/facility_fee_rollup boolean
    /event/id event
    /event/name text
    /event/notes/[]/text text
    /event/notes/[]/type webinfo
    /event/offsale/format datetime
    /event/offsale/value instant
    /event/onsale/format datetime
    /event/onsale/value instant
    /event/presales array
    /event/price_range/description text
    /event/price_range/max/display_amount money
    /event/price_range/max/face_value money
    /event/price_range/max/fees money
    /event/price_range/min/display_amount money
    /event/price_range/min/face_value money
    /event/price_range/min/fees money
    /event/prices/[]/amounts/[] money
    /event/prices/[]/areas/[]/id integer
    /event/prices/[]/description text
    /event/prices/[]/id integer
    /event/promoter/id integer
    /event/promoter/name text
    /event/publication/format datetime
    /event/publication/value instant
    /event/purchase_organization word
    /event/quantities/limit integer
    /event/safeTixEnabled boolean
    /event/service_fee_rollup boolean
    /event/statuses/[]/type onsale|offsale
    /event/statuses/[]/value instant
    /event/tickets/[]/areas/[]/id integer
    /event/tickets/[]/description text
    /event/tickets/[]/id hex12
    /event/tickets/[]/prices/[]/amount money
    /event/tickets/[]/prices/[]/display_amount money
    /event/tickets/[]/prices/[]/id integer
    /event/tickets/[]/prices/[]/price_details/[]/amount/amount money
    /event/tickets/[]/prices/[]/price_details/[]/amount/currency currency
    /event/tickets/[]/prices/[]/price_details/[]/type word
    /event/tickets/[]/quantities/exact integer
    /event/tickets/[]/quantities/limit integer
    /event/tickets/[]/quantities/minimum integer
    /event/tickets/[]/quantities/multiple integer
    /event/type/id integer
    /event/url url
    /event/venue/id integer
    /event/venue/images/[]/height integer
    /event/venue/images/[]/location picture
    /event/venue/images/[]/name text
    /event/venue/images/[]/type seatingchart
    /event/venue/images/[]/width integer
    /event/venue/location/address/city text
    /event/venue/location/address/country/abbrev country
    /event/venue/location/address/region/abbrev word
    /event/venue/location/time_zone zone
    /event/venue/markets/[]/id integer
    /event/venue/markets/[]/name text
    /event/venue/name text
    """)

  /// Partner API, Availability: the field list, with `priceLevelId` as in all examples; the newest example and the release
  /// notes; instants without a zone and absent `priceLevelId` by Additional Features.
  static let availability = AnswerShape(
    """
    /event/id event
    /event/restrictSingle boolean
    /event/safeTixEnabled boolean
    /event/eventTicketLimit integer
    /event/onsale plain
    /event/offsale plain
    /event/eventDateTime plain
    /event/granularPricing boolean
    /event/allInclusivePricing boolean
    /event/seatLocationMapRestrict boolean
    /event/locRowSeatRestrict boolean
    /event/locXnumAddescRestrict boolean
    /event/serviceFeeRollup boolean
    /event/facilityFeeRollup boolean
    /event/venueId digits
    /event/transfer/eligible boolean
    /event/transfer/explanation text
    /event/tickets/[]/available integer
    /event/tickets/[]/total integer
    /event/tickets/[]/seating reserved|general
    /event/tickets/[]/eventTicketLimit integer
    /event/tickets/[]/currentTicketLimit integer
    /event/tickets/[]/inventory/[]/section text
    /event/tickets/[]/inventory/[]/row text
    /event/tickets/[]/inventory/[]/seats/[] integer
    /event/tickets/[]/inventory/[]/places/[] word
    /event/tickets/[]/inventory/[]/hasEvenOddMix boolean
    /event/tickets/[]/inventory/[]/attributes array
    /event/tickets/[]/inventory/[]/areas?/[]/description text
    /event/tickets/[]/inventory/[]/areas?/[]/name text
    /event/tickets/[]/inventory/[]/areas?/[]/areaId digits
    /event/tickets/[]/inventory/[]/areas?/[]/areaLabel text
    /event/tickets/[]/offers/[]/ticketTypeId hex12
    /event/tickets/[]/offers/[]/priceLevelId? digits
    /event/tickets/[]/offers/[]/currency currency
    /event/tickets/[]/offers/[]/faceValue money
    /event/tickets/[]/offers/[]/totalPrice? money
    /event/tickets/[]/offers/[]/listPrice? money
    /event/tickets/[]/offers/[]/charges/[]/reason word
    /event/tickets/[]/offers/[]/charges/[]/type fee|tax
    /event/tickets/[]/offers/[]/charges/[]/amount money
    /event/tickets/[]/offers/[]/offerName text
    /event/tickets/[]/offers/[]/offerDescription text
    /event/tickets/[]/offers/[]/eventTicketMinimum integer
    /event/tickets/[]/offers/[]/restrictedPayment boolean
    /event/tickets/[]/offers/[]/sellableQuantities/[] integer
    /event/tickets/[]/offers/[]/protected boolean
    /event/tickets/[]/offers/[]/available boolean
    """)

  /// Partner API, Captcha.
  static let captcha = AnswerShape(
    """
    /captcha_required boolean
    /captcha_details/type integer
    /captcha_details/site_key hex32
    """)

  /// SafeTix, billing response, whose seat numbers and `payment_id` are text; Partner API, Cart: the field list with
  /// `x_num`; the newest example of general admission without row and seats.
  static let cart = AnswerShape(
    """
    /cart_id word
    /cart/hold_time integer
    /cart/items/[]/type ticket|processing|delivery
    /cart/items/[]/id integer
    /cart/items/[]/areas?/[]/description text
    /cart/items/[]/areas?/[]/id integer
    /cart/items/[]/tickets?/[]/description text
    /cart/items/[]/tickets?/[]/id hex12
    /cart/items/[]/tickets?/[]/quantity integer
    /cart/items/[]/tickets?/[]/inventory_type PRIMARY
    /cart/items/[]/tickets?/[]/charges/[]/price money
    /cart/items/[]/tickets?/[]/charges/[]/type distance|facility|face_value|service
    /cart/items/[]/tickets?/[]/charges/[]/quantity integer
    /cart/items/[]/tickets?/[]/charges/[]/tax money
    /cart/items/[]/ga? boolean
    /cart/items/[]/is_ga? boolean
    /cart/items/[]/totals/currency_code currency
    /cart/items/[]/totals/fee money
    /cart/items/[]/totals/grand money
    /cart/items/[]/totals/merchandise money
    /cart/items/[]/totals/tax money
    /cart/items/[]/event_id? event
    /cart/items/[]/num_seats? integer
    /cart/items/[]/x-num? integer
    /cart/items/[]/x_num? integer
    /cart/items/[]/row? text
    /cart/items/[]/section? text
    /cart/items/[]/start_seat_number? digits
    /cart/items/[]/end_seat_number? digits
    /cart/items/[]/view? object
    /cart/items/[]/transfer?/eligible boolean
    /cart/items/[]/carrier? word
    /cart/items/[]/service_level? word
    /cart/items/[]/description?/long text
    /cart/items/[]/description?/short text
    /cart/items/[]/description?/eta text
    /cart/items/[]/requires_address? boolean
    /cart/totals/currency_code currency
    /cart/totals/delivery money
    /cart/totals/fee money
    /cart/totals/grand money
    /cart/totals/merchandise money
    /cart/totals/tax money
    /cart/totals/unpaid money
    /cart/totals/upsell money
    /cart/payments?/[]/id integer
    /cart/payments?/[]/payment_id digits
    /cart/payments?/[]/type CC|INVOICE
    /cart/payments?/[]/amount money
    /cart/payments?/[]/card?/expire_month integer
    /cart/payments?/[]/card?/expire_year integer
    /cart/payments?/[]/card?/issuer VISA|MC|AMEX|DISCOVER
    /cart/payments?/[]/card?/number masked
    """)

  /// Partner API, Shipping.
  static let shippingOptions = AnswerShape(
    """
    /shipping_options/[]/carrier word
    /shipping_options/[]/id digits
    /shipping_options/[]/service_level word
    /shipping_options/[]/requires_address boolean
    /shipping_options/[]/totals/currency_code currency
    /shipping_options/[]/totals/fee money
    /shipping_options/[]/totals/grand money
    /shipping_options/[]/totals/merchandise money
    /shipping_options/[]/totals/tax money
    /shipping_options/[]/totals/unpaid money
    """)

  /// Partner API, Commit: the field list; `tm_app_url` was given up in 2016.
  static let commit = AnswerShape(
    """
    /redemption_url url
    /grand_total money
    /currency_code currency
    /order_token word
    /order_number order
    """)

  /// Partner API, Polling.
  static let polling = AnswerShape(
    """
    /polling_url url
    /wait integer
    /cart_id? word
    """)
}
