/// The three tokens that the SafeTix document prints.
enum PrintedTokens {
  /// Order Management with delay delivery off.
  static let order =
    "eyJiIjoiMDExODg1NjY5ODg2NTM5NiIsInQiOiJCQVVBTDR6bHR5SDJFUUlBQUFBQUFRQUFBQUIraHBYTThsQnpwQWxvVEdKVldZZDB2amxSdmpta2FM"
    + "Tm4rK1FiIiwiY2siOiI5NWQxY2VmZThkOGNhOWZkMTQyOGMyOTM5ODg4MDFjNmYzOGM5MzYwIiwiZWsiOiI1ZGUxMzY3MDYzODAwMWZhN2RjOGE2NDdj"
    + "MjA3ZGMzNDlkMDRkMWM3IiwicnQiOiJyb3RhdGluZ19zeW1ib2xvZ3kifQ=="

  /// Secure Render.
  static let secureRender =
    "eyJiIjoiMDg2NzM0NjQ3NjA0MTYxNmEiLCJ0IjoiQkFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFDR2tmNWxkZWZ3WEh3WmpvRmMzcnNEY0RINkpyY2pq"
    + "OW0yS0liKyIsImNrIjoiNjhhZjY5YTQtZjlhNi00ZTRhLTkxZmEtNDYwYmRhMTdmNDI3IiwiZWsiOiIwNmVjNTNjNy00OWU0LTQ3YTQtODgwMi01N2Y3"
    + "M2RjM2FiZmMiLCJydCI6InJvdGF0aW5nX3N5bWJvbG9neSJ9"

  /// Order Management with delay delivery on: scrambled on purpose.
  static let scrambled =
    "xxxxxBVRytNDM2NzkzODA2NDAwMTUwMSIsInQiOiJBMEZeyJiIjoiUFBQUFRQUvQjlDIiwiY2siOiJjY2M3YTdkYjI4OTEzNDFjNzA1MmVmOWJmOWZh"
    + "MThkYTNkOWN4IM2MGU2YzFjIiwicnQiOiJyb3RiwiZWsiOiJmM2I5ODhdGluZ19zeWxvZ3kifQTGIyZpbEZlYzAwNDY1NGE0NDUyMzljNGZlYTgzNGQy"
    + "NmhtSUNFWkVFBQUJhdWs4WVpLV2sGQEREVxdHg5ZVdm=="
}
