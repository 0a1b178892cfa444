/// Cards, orders, tokens and errors, as the field lists and examples of the documents have them.
extension AnswerShape {
  /// Partner API, Encryption Certificate: lines end with CR and LF, the last one too.
  static let certificate = AnswerShape(
    """
    /id key
    /value certificate
    """)

  /// Partner API, Wallet Token.
  static let walletToken = AnswerShape(
    """
    /token wallet
    /validated boolean
    /billing_address/city? text
    /billing_address/state? text
    /billing_address/country? text
    /billing_address/email? text
    /billing_address/first_name? text
    /billing_address/last_name? text
    /billing_address/address_line1? text
    /billing_address/address_line2? text
    /billing_address/postal_code? text
    /billing_address/mobile_phone? text
    /funding_method word
    /funding_source creditcard
    /expiration_month integer
    /expiration_year integer
    """)

  /// Partner API, Add Member Payment Information: the id is a number here.
  static let addedMethod = AnswerShape(
    """
    /billing_method/card/encryption_key? key
    /billing_method/id integer
    """)

  /// Partner API, View Member Payment Information: the id is text here, and the phone has digits alone.
  static let listedMethods = AnswerShape(
    """
    /data/[]/address/city text
    /data/[]/address/country/id? integer
    /data/[]/address/country/standard ISO
    /data/[]/address/line1 text
    /data/[]/address/line2 text
    /data/[]/address/postal_code text
    /data/[]/address/region/abbrev text
    /data/[]/address/unit text
    /data/[]/card/expire_month integer
    /data/[]/card/expire_year integer
    /data/[]/card/issuer VISA|MC|AMEX|DISCOVER
    /data/[]/card/number last4
    /data/[]/card/type VISA|MC|AMEX|DISCOVER
    /data/[]/first_name text
    /data/[]/home_phone digits
    /data/[]/id digits
    /data/[]/last_name text
    /data/[]/type CC
    """)

  /// What `GET` and `POST /orders` have in common: SafeTix, Order Management; Partner API, Order Management.
  private static let anyOrder = """
    /customer_email text
    /third_party_source text
    /options/[]/option_number integer
    /options/[]/description text
    /delivery/carrier word
    /delivery/service_level word
    /delivery/description/short text
    /tickets/[]/barcode_id barcode
    /tickets/[]/display_id order
    /tickets/[]/event_code word
    /tickets/[]/event_host word
    /tickets/[]/event_id event
    /tickets/[]/is_ga boolean
    /tickets/[]/is_national_vip boolean
    /tickets/[]/order_date date
    /tickets/[]/order_number order
    /tickets/[]/portal text
    /tickets/[]/row text
    /tickets/[]/seat_id digits
    /tickets/[]/seat_name text
    /tickets/[]/section text
    /tickets/[]/voided boolean
    /tickets/[]/charges/[]/description text
    /tickets/[]/charges/[]/sub_type price|distance_charge|facility_charge|service_charge|tax
    /tickets/[]/charges/[]/type price|fee|tax
    /tickets/[]/charges/[]/amount/amount money
    /tickets/[]/charges/[]/amount/currency currency
    /upsells array
    /voided boolean
    /additional_info?/safetix_delivery_delay_date date
    /tm_sends_redemption_claim_email boolean

    """

  /// SafeTix, Order Management; the error of a token is in the table of `secure_entry_data`.
  static let openedOrder = AnswerShape(
    anyOrder + """
      /tickets/[]/secure_entry_data?/render_type rotating_symbology|barcode
      /tickets/[]/secure_entry_data?/segment_type ROTATING_SYMBOLOGY|NFC_ROTATING_SYMBOLOGY
      /tickets/[]/secure_entry_data?/token? base64
      /tickets/[]/secure_entry_data?/error?/code integer
      /tickets/[]/secure_entry_data?/error?/message text
      /device_id text
      /device_type text
      /device_os text
      /nfc_capable_device boolean
      /third_party_account_id text
      """)

  /// Partner API, Order Management: without the device, with the distance charge beside the others.
  static let readOrder = AnswerShape(anyOrder + "/tickets/[]/distance_charge money")

  /// Partner API, Unredeemed orders: milliseconds, both of whole seconds; the reference is the one of the purchase, which
  /// needs none.
  static let unredeemed = AnswerShape(
    """
    /data/[]/purchase_date_time milliseconds
    /data/[]/email_status integer
    /data/[]/event_date_time milliseconds
    /data/[]/event_id event
    /data/[]/order_source_account_id? text
    /data/[]/purchase_email_address text
    """)

  /// SafeTix, Secure Render; missing attributes are missing in the answer too.
  static let secureRender = AnswerShape(
    """
    /deviceId? text
    /deviceType? text
    /deviceOs? text
    /nfcCapableDevice boolean
    /tickets/[]/eventId? text
    /tickets/[]/section? text
    /tickets/[]/row? text
    /tickets/[]/seat? text
    /tickets/[]/barcode? text
    /tickets/[]/token? base64
    /tickets/[]/renderType? rotating_symbology|barcode
    /tickets/[]/passData?/ios/pkPassId uuid
    /tickets/[]/error?/code integer
    /tickets/[]/error?/error word
    """)

  /// The web SDK: ISO 8601, of whatever precision.
  static let safeTixConfig = AnswerShape("/serverTime iso8601")

  /// Partner API, Error Responses.
  static let error = AnswerShape(
    """
    /error/message text
    /error/code integer
    /error/http_code integer
    /error/severity ERROR
    """)

  /// The gateway's.
  static let fault = AnswerShape(
    """
    /fault/faultstring text
    /fault/detail/errorcode word
    """)

  // Bodies that no document prints: what WillCall settled on.
  static let orderStatus = AnswerShape("/order_number order\n/redemption_status unredeemed|voided")
  static let claimLink = AnswerShape("/claim_link url")
  static let refund = AnswerShape("/order_number order\n/status received")
  static let refundJob = AnswerShape("/id uuid\n/status received|complete")
}
