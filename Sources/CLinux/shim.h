// What Glibc's Swift module leaves out.
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Swaps two paths in one step; both must exist. -1 with errno on failure.
static inline int linux_exchange(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2u);
}
