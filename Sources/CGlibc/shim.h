#include <errno.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

// Declared only where _GNU_SOURCE is, which Swift's importer does not set; the kernel's numbers never change.
enum { toolkit_rename_no_replace = 1, toolkit_rename_exchange = 2 };

static inline int toolkit_renameat2(
    int old_directory, const char *old_name, int new_directory, const char *new_name, unsigned flags)
{
    return (int)syscall(SYS_renameat2, old_directory, old_name, new_directory, new_name, flags);
}
