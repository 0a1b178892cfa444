-- Secure Render of the documents' two tickets in turn: KEYS partner keys, TICKETS tickets a request (default 1 and 2).
local seats = {
  [[{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"}]],
  [[{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"2","barcode":"963267823784"}]],
}
local prepared = {}
local turn = 0

function init(arguments)
  local keys, tickets = tonumber(arguments[1] or "1"), tonumber(arguments[2] or "2")
  local list = {}
  for ticket = 1, tickets do list[ticket] = seats[(ticket - 1) % 2 + 1] end
  local body = [[{"deviceId":"68753A11-1234-1226-9D60-0050E4C000000","deviceType":"NATIVE","deviceOs":"IOS",]] ..
    [["userAgent":"Mozilla/5.0","tickets":[]] .. table.concat(list, ",") .. "]}"
  local headers = { ["Content-Type"] = "application/json", ["x-user-id"] = "783412345" }
  for key = 1, keys do
    prepared[key] = wrk.format("POST", "/marketplace/v1/securerender?apikey=load-" .. key, headers, body)
  end
end

function request()
  turn = turn % #prepared + 1
  return prepared[turn]
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / (summary.duration / 1e6)))
end
