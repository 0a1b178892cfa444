-- Secure Render of the documents' two tickets, about 500 times a second: each of five connections waits 10 ms between two.
local body = [[{"deviceId":"68753A11-1234-1226-9D60-0050E4C000000","deviceType":"NATIVE","deviceOs":"IOS","tickets":[]] ..
  [[{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"},]] ..
  [[{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"2","barcode":"963267823784"}]}]]
local headers = { ["Content-Type"] = "application/json", ["x-user-id"] = "783412345" }

function request()
  return wrk.format("POST", "/marketplace/v1/securerender?apikey=load", headers, body)
end

function delay()
  return 10
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("failed %d\n", errors.status + errors.connect + errors.read + errors.write + errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / (summary.duration / 1e6)))
  for _, share in ipairs({ 50, 99, 99.9 }) do
    io.write(string.format("p%g %.3f\n", share, latency:percentile(share) / 1000))
  end
end
