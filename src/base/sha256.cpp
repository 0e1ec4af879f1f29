#include "base/sha256.h"

#include <sha2.h>
#include <sys/types.h>

namespace licit {

std::string sha256_hex(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  char digits[SHA256_DIGEST_STRING_LENGTH];
  return SHA256End(&context, digits);
}

}  // namespace licit
