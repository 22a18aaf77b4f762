// What Glibc's Swift module leaves out.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Swaps two paths in one step; both must exist. -1 with errno on failure.
static inline int linux_exchange(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2u);
}

/// A file that lives in memory only and is closed in children; -1 with errno on failure.
static inline int linux_memory_file(const char *name) {
    return (int)syscall(SYS_memfd_create, name, 1u);
}

/// Both ends of a pipe, closed in children; -1 with errno on failure.
static inline int linux_pipe(int ends[2]) {
    return (int)syscall(SYS_pipe2, ends, O_CLOEXEC);
}

/// Has a child begin in another folder.
static inline int linux_begin_in(posix_spawn_file_actions_t *actions, const char *folder) {
    extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
    return posix_spawn_file_actions_addchdir_np(actions, folder);
}

/// Bounds the processor time in seconds and the memory in bytes that a process may take.
static inline int linux_bound(int process, unsigned long seconds, unsigned long bytes) {
    unsigned long time[2] = {seconds, seconds}, memory[2] = {bytes, bytes};
    long first = syscall(SYS_prlimit64, process, RLIMIT_CPU, time, (void *)0);
    long second = syscall(SYS_prlimit64, process, RLIMIT_AS, memory, (void *)0);
    return first == 0 && second == 0 ? 0 : -1;
}

/// Both ends of a socket that carries bytes both ways, closed in children; -1 with errno on failure.
static inline int linux_socket_pair(int ends[2]) {
    return (int)syscall(SYS_socketpair, 1 /* AF_UNIX */, 1 | 02000000 /* SOCK_STREAM, CLOEXEC */, 0, ends);
}

/// Bounds the memory in bytes that a process may take for its data.
static inline int linux_bound_data(int process, unsigned long bytes) {
    unsigned long memory[2] = {bytes, bytes};
    return (int)syscall(SYS_prlimit64, process, RLIMIT_DATA, memory, (void *)0);
}

/// How many processors this process may run on, at least 1.
static inline int linux_processors(void) {
    unsigned char set[128] = {0};
    long bytes = syscall(SYS_sched_getaffinity, 0, sizeof set, set);
    int count = 0;
    for (long index = 0; index < bytes; index++) count += __builtin_popcount(set[index]);
    return count > 0 ? count : 1;
}
