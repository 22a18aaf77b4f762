// Makes the system's calls fail for a program that runs with this library in LD_PRELOAD, to see what the program does.
// FAULT_ERROR: the error's number, 0 for reads that give less than was asked for: a byte each, and after some
// thousands half, or nobody would see the end. FAULT_AT: the call that fails first.
// FAULT_LASTS: 1 if all later ones fail too, as on a full disk. FAULT_COUNT: a file to write the number of calls to.
// FAULT_CLOCK: seconds that the clock of the day is ahead of the truth.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static long calls;

static long setting(const char *name, long other) {
    const char *text = getenv(name);
    return text ? atol(text) : other;
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("FAULT_COUNT");
    if (!path) return;
    FILE *file = fopen(path, "w");
    if (file) fprintf(file, "%ld\n", calls), fclose(file);
}

// Only files count: what is said on a terminal or to a worker is no matter of disks.
static int strikes(int descriptor) {
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    long call = ++calls, at = setting("FAULT_AT", 0);
    return at > 0 && (call == at || (call > at && setting("FAULT_LASTS", 0)));
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAILS(descriptor) (setting("FAULT_ERROR", 0) != 0 && strikes(descriptor))
#define FAIL return errno = (int)setting("FAULT_ERROR", EIO), -1

ssize_t write(int descriptor, const void *bytes, size_t count) {
    if (FAILS(descriptor)) FAIL;
    return REAL(write)(descriptor, bytes, count);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t place) {
    if (FAILS(descriptor)) FAIL;
    return REAL(pwrite64)(descriptor, bytes, count, place);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t place) {
    if (FAILS(descriptor)) FAIL;
    return REAL(pwrite)(descriptor, bytes, count, place);
}

int fsync(int descriptor) {
    if (FAILS(descriptor)) FAIL;
    return REAL(fsync)(descriptor);
}

int fdatasync(int descriptor) {
    if (FAILS(descriptor)) FAIL;
    return REAL(fdatasync)(descriptor);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
    if (setting("FAULT_ERROR", -1) == 0 && count > 1 && strikes(descriptor)) {
        static long struck;
        count = struck++ < 4096 ? 1 : (count + 1) / 2;
    }
    else if (setting("FAULT_READS", 0) && FAILS(descriptor)) FAIL;
    return REAL(read)(descriptor, bytes, count);
}

ssize_t pread64(int descriptor, void *bytes, size_t count, off64_t place) {
    if (setting("FAULT_READS", 0) && FAILS(descriptor)) FAIL;
    return REAL(pread64)(descriptor, bytes, count, place);
}

time_t time(time_t *place) {
    time_t now = REAL(time)(NULL) + setting("FAULT_CLOCK", 0);
    if (place) *place = now;
    return now;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int code = REAL(clock_gettime)(clock, now);
    if (code == 0 && clock == CLOCK_REALTIME) now->tv_sec += setting("FAULT_CLOCK", 0);
    return code;
}
