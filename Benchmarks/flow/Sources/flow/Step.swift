/// The six calls of a purchase, in their order.
enum Step: Int {
  case availability = 1
  case reserve
  case payment
  case commit
  case orders
  case securerender

  /// The call after this one; the first of the next purchase after the last.
  var next: Step { Step(rawValue: rawValue + 1) ?? .availability }
}
