#include "job.h"

namespace {
uint32_t crc32(const std::string &text) {
  uint32_t crc = 0xFFFFFFFFu;
  for (char c : text) {
    crc ^= (uint8_t)c;
    for (int i = 0; i < 8; i++) crc = (crc & 1) ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
  }
  return ~crc;
}
} // namespace

std::string order_id(size_t number) {
  std::string id = "ORDERAAAAAAAAAAA";
  for (size_t at = id.size() - 1; number > 0; number /= 26) id[at--] = (char)('A' + number % 26);
  return id;
}

std::string base(const std::string &id) { return id.substr(0, id.find('-')); }

void compose(Job &job) {
  char body[400];
  snprintf(body, sizeof body, "BITTEN1,%s,%ld,%ld,%s,%ld,20,%ld,%s,EURUSD,%s,%.2f,0,%.5f,%.5f", job.command.c_str(), job.expiry, job.epoch,
           job.account.c_str(), job.magic, job.argument, job.id.c_str(), job.command == "open" ? "BUY" : "NONE", job.lot, job.tp, job.sl);
  char crc[20];
  snprintf(crc, sizeof crc, ",%08X\n", crc32(body));
  job.text = std::string(body) + crc;
}

std::string field(const std::string &json, const std::string &name) {
  size_t at = json.find("\"" + name + "\":");
  if (at == std::string::npos) return "";
  at += name.size() + 3;
  bool quoted = json[at] == '"';
  size_t end = quoted ? json.find('"', at + 1) : json.find_first_of(",}", at);
  return quoted ? json.substr(at + 1, end - at - 1) : json.substr(at, end - at);
}
