extension ShippingOption {
  /// The four delivery options that the documents print, free eTickets first.
  public static let standard: [ShippingOption] = [
    ShippingOption(
      id: "1", carrier: "TICKETMASTER", serviceLevel: "ETICKET", requiresAddress: false, fee: .zero,
      longDescription: "Get in with:", shortDescription: "eTickets", eta: "eTickets"),
    ShippingOption(
      id: "2", carrier: "USPS", serviceLevel: "MAIL", requiresAddress: true, fee: Money(hundredths: 50),
      longDescription: "Sent by:", shortDescription: "US Postal Mail", eta: "10 to 14 days"),
    ShippingOption(
      id: "3", carrier: "USPS", serviceLevel: "AIRMAIL", requiresAddress: true, fee: Money(hundredths: 50),
      longDescription: "Sent by:", shortDescription: "US Airmail", eta: "7 to 10 days"),
    ShippingOption(
      id: "4", carrier: "TICKETMASTER", serviceLevel: "WILLCALL", requiresAddress: false, fee: Money(hundredths: 250),
      longDescription: "Pick up at:", shortDescription: "Will Call", eta: "On the day of the event"),
  ]
}
