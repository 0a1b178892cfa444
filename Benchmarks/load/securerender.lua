-- Secure Render of the documents' two tickets; KEYS partner keys in turn.
local body = [[{"deviceId":"68753A11-1234-1226-9D60-0050E4C000000","deviceType":"NATIVE","deviceOs":"IOS","userAgent":"Mozilla/5.0","tickets":[{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"},{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"2","barcode":"963267823784"}]}]]
local requests = {}
local turn = 0

function init(arguments)
  local keys = tonumber(arguments[1] or "1")
  local headers = { ["Content-Type"] = "application/json", ["x-user-id"] = "783412345" }
  for key = 1, keys do
    requests[key] = wrk.format("POST", "/marketplace/v1/securerender?apikey=load-" .. key, headers, body)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / (summary.duration / 1e6)))
end
