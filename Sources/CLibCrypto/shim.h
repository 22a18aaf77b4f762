// The context that lies with its owner is marked as out of fashion. It is what can't fail: no memory to get, nothing to look up.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
