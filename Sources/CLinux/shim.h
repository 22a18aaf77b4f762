// What Glibc's Swift module leaves out.
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <signal.h>
#include <stdio.h>
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

/// Has this process end when the thread that started it does.
static inline void linux_end_with_parent(void) {
    syscall(SYS_prctl, 1 /* PR_SET_PDEATHSIG */, 9 /* SIGKILL */);
}

/// Starts a program, looked up along PATH, in a process group of its own: it has two files as its standard input and
/// output and no others, stands where nobody can create a file, and ends with the thread that started it, whatever
/// ends that.
///
/// posix_spawn can do all of this but the last. Like it, the child works in this process's memory until it is the
/// program, without signals, so that nothing of the memory is copied. Gives 0, or the system's reason.
static inline int linux_start(
    const char *name, char *const words[], char *const variables[], int input, int output, int errors, int *process
) {
    extern int execvpe(const char *, char *const[], char *const[]);
    volatile int reason = 0;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int starter = getpid();
    int child = vfork();
    if (child == 0) {
        linux_end_with_parent();
        int stands = getppid() == starter && setpgid(0, 0) == 0 && chdir("/proc/self") == 0
            && dup2(input, 0) == 0 && dup2(output, 1) == 1 && dup2(errors, 2) == 2
            && fcntl(0, F_SETFD, 0) == 0 && fcntl(1, F_SETFD, 0) == 0 && fcntl(2, F_SETFD, 0) == 0;
        if (stands) {
            syscall(SYS_close_range, 3u, ~0u, 4u /* CLOSE_RANGE_CLOEXEC */);
            pthread_sigmask(SIG_SETMASK, &before, (void *)0);
            execvpe(name, words, variables);
        }
        reason = errno;
        _exit(127);
    }
    if (child < 0) reason = errno;
    if (child > 0 && reason != 0) syscall(SYS_wait4, child, 0, 0, 0);
    pthread_sigmask(SIG_SETMASK, &before, (void *)0);
    *process = child;
    return reason;
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

/// Removes a folder with all that is in it, as far as it may; links are removed, not followed.
static inline void linux_remove_tree(const char *path) {
    char *const roots[] = {(char *)path, (void *)0};
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, (void *)0);
    if (!tree) return;
    for (FTSENT *entry; (entry = fts_read(tree));)
        if (entry->fts_info != FTS_D) remove(entry->fts_accpath);
    fts_close(tree);
}
