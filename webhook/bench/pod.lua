-- Posts one AdmissionReview over and over; wrk passes the file after `--`.
init = function(args)
  local file = assert(io.open(args[1], "rb"))
  wrk.method = "POST"
  wrk.body = file:read("*a")
  wrk.headers["Content-Type"] = "application/json"
  file:close()
end

-- Counts what is not an answer to the request: an error must not look like speed.
local threads = {}
setup = function(thread) table.insert(threads, thread) end

wrong = 0
response = function(status, headers, body)
  if status ~= 200 or not body:find('"uid":"bench"', 1, true) then wrong = wrong + 1 end
end

done = function(summary, latency, requests)
  local bad = 0
  for _, thread in ipairs(threads) do bad = bad + thread:get("wrong") end
  print(string.format("result %.0f %.3f %.3f %d", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, bad))
end
