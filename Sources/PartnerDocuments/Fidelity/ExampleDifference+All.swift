extension ExampleDifference {
  /// All known differences.
  public static let all: [ExampleDifference] = [
    ExampleDifference(
      "availability-get-response-200", .onlyServed, "The documents list the field, but their example does not have it.",
      ["/event/onsale", "/event/offsale", "/event/eventDateTime", "/event/tickets/[]/seating"]),
    ExampleDifference(
      "availability-get-response-200", .onlyServed, "Event responses have it since 2020-02-18; the example is older.",
      ["/event/safeTixEnabled"]),
    ExampleDifference(
      "availability-get-response-200", .onlyServed,
      "The vendor's release notes of 2020 to 2025 and its newest example have them; this example is older.",
      [
        "/event/granularPricing", "/event/allInclusivePricing", "/event/serviceFeeRollup", "/event/facilityFeeRollup",
        "/event/venueId", "/event/transfer", "/event/transfer/eligible", "/event/transfer/explanation",
        "/event/tickets/[]/inventory/[]/attributes", "/event/tickets/[]/inventory/[]/areas/[]/areaLabel",
        "/event/tickets/[]/offers/[]/eventTicketMinimum", "/event/tickets/[]/offers/[]/restrictedPayment",
        "/event/tickets/[]/offers/[]/sellableQuantities", "/event/tickets/[]/offers/[]/sellableQuantities/[]",
        "/event/tickets/[]/offers/[]/protected", "/event/tickets/[]/offers/[]/available",
      ]),
    ExampleDifference(
      "events-list-get-response-200", .onlyServed, "Event responses have it since 2020-02-18; the example is older.",
      ["/events/[]/safeTixEnabled"]),
    ExampleDifference(
      "event-details-get-response-200", .onlyServed, "Event responses have it since 2020-02-18; the example is older.",
      ["/event/safeTixEnabled"]),
    ExampleDifference(
      "event-details-get-response-200", .onlyDocumented, "The events of the catalogue have no presales.",
      ["/event/presales/*"]),
    ExampleDifference(
      "payment-put-request", .replaced,
      "Nobody has the key of the example's ciphertexts; the cart and the total differ.",
      ["/cart_id", "/payment/amount", "/payment/card/number", "/payment/card/cin", "/payment/card/encryption_key"]),
    ExampleDifference(
      "payment-put-request-2", .replaced,
      "Nobody has the key of the example's ciphertexts; the cart and the total differ.",
      ["/cart_id", "/payment/amount", "/payment/card/cin", "/payment/card/encryption_key"]),
    ExampleDifference(
      "payment-put-request-3", .replaced, "The cart and the total differ.", ["/cart_id", "/payment/amount"]),
    ExampleDifference(
      "member-billing-post-request", .replaced, "Nobody has the key of the example's ciphertexts.",
      ["/billing_method/card/number", "/billing_method/card/encryption_key"]),
    ExampleDifference(
      "safetix-add-billing-request", .replaced,
      "The cart differs; the amount is the total of the seat that the example's answer shows.",
      ["/cartId", "/payment/amount"]),
    ExampleDifference("cart-commit-put-request", .replaced, "The cart differs.", ["/cart_id"]),
    ExampleDifference(
      "cart-reserve-response-200", .onlyServed,
      "The example of 2018 has only ticket items, without the fields that the SafeTix page has added since.",
      [
        "/cart/items/[]/type", "/cart/items/[]/id", "/cart/items/[]/areas", "/cart/items/[]/areas/[]",
        "/cart/items/[]/areas/[]/description", "/cart/items/[]/areas/[]/id", "/cart/items/[]/ga",
        "/cart/items/[]/is_ga", "/cart/items/[]/x-num", "/cart/items/[]/x_num",
        "/cart/items/[]/tickets/[]/inventory_type",
        "/cart/items/[]/carrier", "/cart/items/[]/service_level", "/cart/items/[]/description",
        "/cart/items/[]/description/long", "/cart/items/[]/description/short", "/cart/items/[]/description/eta",
        "/cart/items/[]/requires_address", "/cart/totals/currency_code",
      ]),
    ExampleDifference(
      "safetix-add-billing-response", .onlyServed,
      "The SafeTix page spells it x-num, and the field list of the Partner API x_num; answers have both.",
      ["/cart/items/[]/x_num"]),
    ExampleDifference(
      "shipping-put-response-200", .onlyServed,
      "The example prints an empty cart; the text says that the answer is the cart, as for reserve.",
      ["/cart_id", "/cart/*"]),
    ExampleDifference(
      "polling-get-response-2", .onlyServed, "This example is older; the newer one has it.", ["/cart_id"]),
    ExampleDifference(
      "cart-commit-put-response-200", .onlyServed, "The documents list the field, but their example does not have it.",
      ["/currency_code"]),
    ExampleDifference(
      "safetix-orders-post-request", .replaced,
      "Sent as printed, and also with the device of the answer without delay, which differs.",
      ["/device_type", "/device_os"]),
    ExampleDifference(
      "safetix-orders-response-delay-off", .onlyDocumented,
      "The example prints a delay date although delay delivery is off; the text takes precedence over examples.",
      ["/additional_info", "/additional_info/safetix_delivery_delay_date"]),
    ExampleDifference(
      "safetix-orders-response-delay-off", .onlyServed,
      "Answers have all fields of all the documents' orders; these are in one of the others.",
      ["/options", "/upsells", "/tm_sends_redemption_claim_email"]),
    ExampleDifference(
      "safetix-orders-response-delay-on", .onlyServed,
      "Answers have all fields of all the documents' orders; these are in one of the others.",
      ["/customer_email", "/upsells"]),
    ExampleDifference(
      "orders-get-response-200", .onlyServed,
      "It is the same as the opened order, except for device fields and tokens.",
      ["/options", "/third_party_source", "/tm_sends_redemption_claim_email"]),
  ]
}
