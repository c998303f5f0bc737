#include <errno.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

// What headers declare only with _GNU_SOURCE, which Swift's importer does not set, or only in newer versions.
// The kernel's numbers never change.
enum {
    toolkit_rename_no_replace = 1,
    toolkit_rename_exchange = 2,
    toolkit_open_path_only = 010000000,
    toolkit_set_signal = 10,
    toolkit_set_lease = 1024,
    toolkit_get_lease = 1025,
};

static inline int toolkit_renameat2(
    int old_directory, const char *old_name, int new_directory, const char *new_name, unsigned flags)
{
    return (int)syscall(SYS_renameat2, old_directory, old_name, new_directory, new_name, flags);
}

// Opens a path none of whose parts may be a symbolic link.
static inline int toolkit_open_without_links(const char *path, int flags)
{
#ifdef SYS_openat2
    struct { unsigned long long flags, mode, resolve; } how = {(unsigned)flags, 0, 0x04};
    return (int)syscall(SYS_openat2, -100 /* AT_FDCWD */, path, &how, sizeof how);
#else
    errno = ENOSYS;
    return -1;
#endif
}

// Declared here, as its header would make types of the C library this module's own in Swift's eyes.
extern int fcntl(int descriptor, int command, ...);

// Swift does not import functions with variable arguments.
static inline int toolkit_fcntl(int descriptor, int command, long argument)
{
    return fcntl(descriptor, command, argument);
}

// Fills a buffer with records of a directory's names.
static inline long toolkit_directory_records(int descriptor, void *buffer, unsigned long capacity)
{
    return syscall(SYS_getdents64, descriptor, buffer, capacity);
}
