-- All operations in turn, good and bad, with keys that come and go: what a server does all day, and for weeks. With
-- ROUNDS each thread stops after so many of them.
local EVENT = "3F005105D843DFA3"
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

local json = { ["Content-Type"] = "application/json" }
local render = { ["Content-Type"] = "application/json", ["x-user-id"] = "783412345" }
local step, round, cart, total, order = 0, 0
local events = "/partners/v1/events/" .. EVENT

local function key() return "apikey=soak-" .. id .. "-" .. math.floor(round / 20) % 5 end
local function get(path) return wrk.format("GET", path .. (path:find("?", 1, true) and "&" or "?") .. key()) end
local function send(method, path, body, headers)
  return wrk.format(method, path .. (path:find("?", 1, true) and "&" or "?") .. key(), headers or json, body)
end

local steps = {
  function() return get("/partners/v1/events") end,
  function() return get(events .. "/availability") end,
  function() return send("POST", events .. "/cart", '{"reserve":{"tickets":[{"id":"000000000001","quantity":2}]}}') end,
  function() return get(events .. "/cart/shipping?cart_id=" .. (cart or "x")) end,
  function() return send("PUT", events .. "/cart/payment", '{"cart_id":"' .. (cart or "x") ..
    '","payment":{"type":"BRAINTREE","amount":"' .. (total or "1.00") ..
    '","third_party_account_id":"a","card":{"number":"fake-valid-visa-nonce","cin":"123"}}}') end,
  function()
    if round % 2 == 0 then return send("PUT", events .. "/cart", '{"cart_id":"' .. (cart or "x") .. '"}') end
    return wrk.format("DELETE", events .. "/cart?cart_id=" .. (cart or "x") .. "&" .. key())
  end,
  function() return send("POST", "/partners/v1/orders?order_token=" .. (order or "x"),
    '{"device_id":"d","device_type":"web","device_os":"android","third_party_account_id":"a"}') end,
  function() return send("POST", "/marketplace/v1/securerender", '{"deviceId":"d' .. round ..
    '","deviceType":"NATIVE","deviceOs":"IOS","tickets":[{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"}]}', render) end,
  function() return send("POST", events .. "/cart", '{"reserve":{"tickets":[') end,
  function() return send("PATCH", events .. "/cart", "{}") end,
  function() return get("/partners/v1/no/such/path") end,
  function() return wrk.format("GET", "/partners/v1/events") end,
  function() return get("/__willcall/requests?limit=1") end,
  function()
    if round % 20 ~= 19 then return get("/__willcall/health") end
    return send("POST", "/__willcall/reset", "{}")
  end,
}

local most

function init(arguments)
  most = tonumber(arguments[1])
end

function request()
  step = step % #steps + 1
  if step == 1 then round = round + 1 end
  return steps[step]()
end

function response(status, headers, body)
  if status >= 500 then
    io.stderr:write("step " .. step .. ": " .. status .. " " .. body .. "\n")
    os.exit(1)
  end
  if step == #steps and round == most then wrk.thread:stop() end
  if step == 3 then
    cart = body:match('"cart_id":"([^"]+)"')
    total = body:match('"grand":([%d.]+),"merchandise":[%d.]+,"tax":[%d.]+,"unpaid"')
  elseif step == 6 then
    order = body:match('"order_token":"([^"]+)"')
  end
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / (summary.duration / 1e6)))
  io.write(string.format("requests %d\n", summary.requests))
end
